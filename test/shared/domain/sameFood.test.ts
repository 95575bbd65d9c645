import { describe, expect, test } from 'vitest';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { cook, EVENING, expo, grill, House, MINUTE } from '../../support/house.ts';

const alpha = (id: string, seat = 1) => ({ id, name: 'Alpha', course: 1, seat });

function seeVoids(house: House): void {
  const ticket = house.ticket();
  const voids = ticket.items.flatMap((item) =>
    item.batches.filter((batch) => batch.void).map((batch) => ({ item: item.id, batch: batch.n })),
  );
  const see = {
    type: 'changes.see',
    ticket: ticket.id,
    station: grill,
    changes: [],
    seen: house.seq,
  } as const;
  house.say({ ...see, voids }, cook(grill));
}

describe('same food or new food', () => {
  test('[P7] [P11] a void a cook has seen is thrown away: the dish under a new id is new food, and nothing is asked', () => {
    const house = new House();
    house.put({ items: [alpha('a')] });
    house.put({ items: [] });
    seeVoids(house);
    house.later(2_000).put({ items: [alpha('b')] });
    expect(house.ticket().questions).toEqual([]);
    expect(house.batch('b')).toMatchObject({ kind: 'add_on', firedAt: EVENING + 2_000 });
    expect(house.ticket().endedAt).toBeNull();
  });

  test('[P7] the POS that hears of a void hears that it is taken back', () => {
    const house = new House();
    house.put({ items: [alpha('a')] });
    house.put({ items: [] });
    house.put({ items: [alpha('a')] });
    expect(house.events('ticket.changed').map((event) => [event.added, event.voided])).toEqual([
      [[], ['a']],
      [['a'], []],
    ]);
  });

  test('[P11] NEW FOOD tells the POS of the void that the move had hidden', () => {
    const house = new House();
    house.put({ items: [alpha('a')] });
    house.later(MINUTE).put({ items: [alpha('b')] });
    const question = house.ticket().questions[0]?.id ?? '';
    house.say({ type: 'food.answer', ticket: house.ticket().id, question, answer: 'new' }, expo);
    expect(house.events('item.voided').map((event) => [event.external, event.stage])).toEqual([
      ['a', 'not_started'],
    ]);
    expect(house.batch('a').void?.owedBy).toEqual([grill]);
  });

  test('[P8] [P11] another seat under the new id stands as a change', () => {
    const house = new House();
    house.put({ items: [alpha('a', 1)] });
    house.later(MINUTE).put({ items: [alpha('b', 4)] });
    expect(house.item('b').change?.was).toEqual({ seat: 1 });
  });

  test('[A4] [P11] a guess never takes a dish away from an allergy: then it is a void and a new dish', () => {
    const house = new House();
    const allergies = [{ allergen: 'sesame', seat: 1 }];
    house.put({ items: [alpha('a', 1)], allergies });
    house.hear('1:sesame');
    house.later(MINUTE).put({ items: [alpha('b', 4)], allergies });
    expect(house.ticket().questions).toEqual([]);
    expect(house.events('item.voided').map((event) => event.external)).toEqual(['a']);
    house.later(MINUTE).put({ items: [alpha('c', 1)], allergies });
    expect(house.bump('c')).toBe('allergy_unheard');
  });

  test('[P11] without a pass any station of that food is asked', () => {
    const house = new House();
    house.put({ items: [alpha('a')] });
    house.later(MINUTE).put({ items: [alpha('b')] });
    const asked = () => stationBoard(house.state, grill, house.config, house.now).tiles[0]?.questions.length;
    expect(asked()).toBe(1);
    house.config = { ...house.config, pass: 'expo' };
    expect(asked()).toBe(0);
  });

  test('[M1] food moved onto a ticket that had ended brings it back to life', () => {
    const house = new House();
    house.put({ id: 'Y2', items: [{ id: 'k', course: 1 }] });
    house.bump('k', grill, { ticket: 'Y2' });
    house.put({ id: 'Y1', items: [alpha('a')] });
    expect(house.ticket('Y2').endedAt).not.toBeNull();
    house.put({
      id: 'Y2',
      items: [
        { id: 'k', course: 1 },
        { ...alpha('a2'), movedFrom: { id: 'Y1', item: 'a' } },
      ],
    });
    expect(house.ticket('Y2').endedAt).toBeNull();
    house.bump('a2', grill, { ticket: 'Y2' });
    expect(house.events('ticket.run').filter((event) => event.ref?.id === 'Y2')).toHaveLength(2);
  });
});
