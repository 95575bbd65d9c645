import { describe, expect, test } from 'vitest';
import { expo, grill, House, type SaidTicket } from '../../support/house.ts';

describe('voids', () => {
  test('[V1] [V2] stages, and who must see them', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'ribeye', course: 2 },
      ],
    });
    house.put({ items: [] });
    expect(house.events('item.voided').map((event) => [event.external, event.stage])).toEqual([
      ['soup', 'not_started'],
      ['ribeye', 'held'],
    ]);
    expect(house.batch('soup').void?.owedBy).toEqual([grill]);
    expect(house.batch('ribeye').void?.owedBy).toEqual([]);
  });

  test('[V3] what the house voided is not voided again by the POS', () => {
    const house = new House();
    const said = (quantity: number): SaidTicket => ({
      items: [{ id: 'bass', course: 1, quantity, allergens: ['fish'] }],
      allergies: [{ allergen: 'fish', seat: null }],
    });
    house.put(said(2));
    const answer = {
      type: 'conflict.answer',
      ticket: house.ticket().id,
      item: house.item('bass').id,
      seen: house.seq,
    } as const;
    house.say(
      { ...answer, allergy: house.ticket().allergies[0]?.key ?? ('' as never), answer: 'void' },
      expo,
    );
    expect(house.events('item.voided').map((event) => event.quantity)).toEqual([2]);
    house.put({ ...said(3) });
    expect(
      house
        .item('bass')
        .batches.filter((batch) => batch.void === null)
        .map((batch) => batch.quantity),
    ).toEqual([1]);
    house.put({ ...said(1) });
    expect(
      house
        .item('bass')
        .batches.filter((batch) => batch.void === null)
        .map((batch) => batch.quantity),
    ).toEqual([1]);
  });
});
