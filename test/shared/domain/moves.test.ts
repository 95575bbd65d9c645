import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENING, grill, House, MINUTE, type SaidTicket } from '../../support/house.ts';

function liveBatches(house: House) {
  return [...house.state.tickets.values()].flatMap((ticket) =>
    ticket.items.flatMap((item) =>
      item.batches
        .filter((batch) => batch.void === null)
        .map((batch) => ({ ticket: ticket.externalId, batch })),
    ),
  );
}

function cooked(house: House): number {
  return liveBatches(house).reduce((sum, { batch }) => sum + batch.quantity, 0);
}

const whole: SaidTicket = {
  id: 'A',
  items: [
    { id: 'soup', course: 1, quantity: 4, seat: 1 },
    { id: 'ribeye', course: 2, quantity: 3 },
  ],
};
const rest: SaidTicket = {
  id: 'A',
  items: [
    { id: 'soup', course: 1, quantity: 2, seat: 1 },
    { id: 'ribeye', course: 2, quantity: 1 },
  ],
};
const split: SaidTicket = {
  id: 'B',
  items: [
    { id: 'soup-b', name: 'soup', course: 1, quantity: 2, seat: 1, movedFrom: { id: 'A', item: 'soup' } },
    { id: 'ribeye-b', name: 'ribeye', course: 2, quantity: 2, movedFrom: { id: 'A', item: 'ribeye' } },
  ],
};

describe('moves', () => {
  test('[M1] either order of the two puts comes to the same food', () => {
    for (const order of [
      [split, rest],
      [rest, split],
    ]) {
      const house = new House();
      house.put(whole);
      house.bump('soup', grill, { quantity: 1, ticket: 'A' });
      house.later(2 * MINUTE);
      for (const put of order) house.put(put);
      expect(cooked(house)).toBe(7);
      expect(house.item('soup-b', 'B').batches.every((batch) => batch.firedAt === EVENING)).toBe(true);
      expect(liveBatches(house).reduce((sum, { batch }) => sum + batch.run, 0)).toBe(1);
      expect(house.item('soup', 'A').takenAhead).toBe(0);
      const unseen = house
        .ticket('A')
        .items.flatMap((item) => item.batches.filter((batch) => batch.void !== null));
      expect(unseen).toEqual([]);
    }
  });

  test('[M2] split and merged again in every order of puts, with repeats: nothing is cooked twice', () => {
    const merged: SaidTicket = {
      id: 'A',
      items: [
        ...(rest.items ?? []),
        {
          id: 'soup-c',
          name: 'soup',
          course: 1,
          quantity: 2,
          seat: 1,
          movedFrom: { id: 'B', item: 'soup-b' },
        },
        { id: 'ribeye-c', name: 'ribeye', course: 2, quantity: 2, movedFrom: { id: 'B', item: 'ribeye-b' } },
      ],
    };
    const emptied: SaidTicket = { id: 'B', items: [] };
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (splitFirst, mergeFirst, repeat) => {
        const house = new House();
        const puts = [
          ...(splitFirst ? [split, rest] : [rest, split]),
          ...(mergeFirst ? [merged, emptied] : [emptied, merged]),
        ];
        house.put(whole);
        for (const [index, put] of puts.entries()) {
          house.later(20_000).put({ ...put, revision: index + 10 });
          if (repeat) house.put({ ...put, revision: index + 10 });
        }
        expect(cooked(house)).toBe(7);
        expect(liveBatches(house).every(({ ticket }) => ticket === 'A')).toBe(true);
        expect(house.events('course.fired').filter((event) => event.portions.length > 0)).toHaveLength(1);
      }),
    );
  });

  test('[M1] a void already seen, then moved: still the same food', () => {
    const house = new House();
    house.put(whole);
    house.put(rest);
    const voids = house
      .ticket('A')
      .items.flatMap((item) =>
        item.batches.filter((batch) => batch.void).map((batch) => ({ item: item.id, batch: batch.n })),
      );
    house.say(
      {
        type: 'changes.see',
        ticket: house.ticket('A').id,
        station: grill,
        voids,
        changes: [],
        seen: house.seq,
      },
      { kind: 'screen', roles: ['kitchen'], station: grill, screen: 's' },
    );
    house.later(MINUTE).put(split);
    expect(house.item('soup-b', 'B').batches.every((batch) => batch.firedAt === EVENING)).toBe(true);
    expect(cooked(house)).toBe(7);
  });

  test('[M3] allergies that cover the food go with it, heard as it was heard', () => {
    const house = new House();
    house.put({ ...whole, allergies: [{ allergen: 'sesame', seat: 1 }] });
    house.hear('1:sesame', grill, undefined, 'A');
    house.put({
      id: 'B',
      items: [
        { id: 'soup-b', name: 'soup', course: 1, quantity: 2, seat: 4, movedFrom: { id: 'A', item: 'soup' } },
      ],
    });
    expect(house.ticket('B').allergies.map((allergy) => allergy.key)).toEqual(['4:sesame']);
    expect(house.item('soup-b', 'B').batches[0]?.parts[0]?.heard).toEqual({ '4:sesame': EVENING });
  });

  test('[M4] held food that moves stays held', () => {
    const house = new House();
    house.put(whole);
    house.put({
      id: 'B',
      items: [{ id: 'r', name: 'ribeye', course: 2, quantity: 2, movedFrom: { id: 'A', item: 'ribeye' } }],
    });
    expect(house.item('r', 'B').batches.map((batch) => batch.firedAt)).toEqual([null]);
  });

  test('[M5] the taking ticket before the hub ever met the giving one', () => {
    const house = new House();
    house.put(split);
    house.put(whole);
    expect(cooked(house)).toBe(7);
    house.put(rest);
    expect(cooked(house)).toBe(7);
  });

  test('[M1] food moved off a ticket that is closed is not cooked again', () => {
    const house = new House();
    house.put({ id: 'A', items: [{ id: 'soup', course: 1 }] });
    house.bump('soup', grill, { ticket: 'A' });
    house.later(61 * MINUTE).tick();
    house.put({
      id: 'B',
      items: [{ id: 's', name: 'soup', course: 1, movedFrom: { id: 'A', item: 'soup' } }],
    });
    expect(house.batch('s', 0, 'B').run).toBe(1);
  });

  test('[M1] a move between two lines of one ticket', () => {
    const house = new House();
    house.put({ items: [{ id: 'wine', course: 1, quantity: 3, seat: 1 }] });
    house.later(MINUTE).put({
      items: [
        { id: 'wine', course: 1, quantity: 2, seat: 1 },
        { id: 'wine2', name: 'wine', course: 1, quantity: 1, seat: 2, movedFrom: { id: 'T1', item: 'wine' } },
      ],
    });
    expect(cooked(house)).toBe(3);
    expect(house.batch('wine2').firedAt).toBe(EVENING);
    expect(house.events('item.voided')).toEqual([]);
  });
});
