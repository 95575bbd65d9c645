import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../../shared/domain/commands/command.ts';
import { emptyState, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import { cook, EVENING, expo, fry, grill, HOUR, House, MINUTE, twoStations } from '../../support/house.ts';
import { keyedId, keyTable } from '../../support/keyed.ts';

const SESAME = {
  allergen: 'sesame',
  severity: 'allergy',
  crossContact: false,
  words: null,
  seat: 2,
} as const;

const bass = { name: 'Bass', course: 1, seat: 2 };
const soup = { name: 'Soup', course: 1, seat: 1 };
const steak = { name: 'Steak', course: 2, seat: 1 };

const asPut = (dishes: (typeof bass)[]) => dishes.map((dish, index) => ({ id: `p${index + 1}`, ...dish }));
const batches = (house: House, ticket: string) =>
  house
    .ticket(ticket)
    .items.flatMap((item) => item.batches.map((batch) => ({ name: item.face.name, ...batch })));
const cooking = (house: House) =>
  [...house.state.tickets.values()].flatMap(({ externalId, items }) =>
    items.flatMap(({ face, batches: all }) =>
      all
        .filter((batch) => batch.void === null)
        .map((batch) => `${externalId} ${batch.quantity} ${face.name}`),
    ),
  );
const open = (house: House, ticket = 'T1') =>
  house.ticket(ticket).questions.filter(({ match }) => match?.isSettled === false);

function answer(house: House, given: 'same' | 'new', ticket = 'T1') {
  const { id, questions } = house.ticket(ticket);
  const question = questions[0]?.id ?? '';
  return house.say({ type: 'food.answer', ticket: id, question, answer: given }, expo);
}

describe('a ticket keyed by hand', () => {
  test('[Y1] is routed, coursed and fired as a put is, and says where it was keyed', () => {
    const house = new House({
      ...twoStations,
      routes: [{ courses: [1], stations: ['fry'] }, { stations: ['grill'] }],
    });
    expect(keyTable(house, [bass, steak])).toBe('applied');
    const ticket = house.ticket(keyedId(house));
    expect(ticket.keyed).toEqual({ at: EVENING, by: 'expo', apart: [] });
    expect(ticket.head).toMatchObject({ number: 'K1', table: '12', covers: 2, channel: 'dine_in' });
    expect(ticket.items.map((item) => [item.stations, item.batches[0]?.firedAt])).toEqual([
      [[fry], EVENING],
      [[grill], null],
    ]);
  });

  test('[Y1] [A1] its allergy blocks the food of its seat until the station has heard it', () => {
    const house = new House();
    keyTable(house, [bass, soup], [SESAME]);
    const ticket = keyedId(house);
    expect(house.bump('k1', grill, { ticket })).toBe('allergy_unheard');
    expect(house.bump('k2', grill, { ticket })).toBe('applied');
    house.hear('2:sesame', grill, ['k1'], ticket);
    expect(house.bump('k1', grill, { ticket })).toBe('applied');
  });

  test('[Y2] a kitchen screen may not key where the house has a pass; where it has none, any may', () => {
    const house = new House({ ...twoStations, pass: 'expo' });
    expect(keyTable(house, [bass], [], {}, cook(grill))).toBe('forbidden');
    const { config } = house;
    house.config = { ...config, pass: 'none' };
    expect(keyTable(house, [bass], [], {}, cook(grill))).toBe('applied');
  });

  test('[Y2] keyed more than half a minute ago it is too late: nobody knows what the kitchen was told since', () => {
    const house = new House();
    const command: CommandOf<'ticket.key'> = {
      type: 'ticket.key',
      source: null,
      table: '12',
      covers: null,
      items: [
        { menuItemId: null, name: 'Bass', quantity: 1, seat: null, course: 1, modifiers: [], notes: null },
      ],
      allergies: [],
    };
    expect(house.say(command, expo, house.now - MINUTE)).toBe('too_late');
  });

  test('[Y3] more is keyed onto it as an add-on, a line of it is voided until seen, and the feed is told each', () => {
    const house = new House();
    keyTable(house, [bass]);
    const ticket = keyedId(house);
    const { id } = house.ticket(ticket);
    const items = [
      { menuItemId: null, name: 'Soup', quantity: 2, seat: 1, course: 1, modifiers: [], notes: null },
    ];
    house.later(MINUTE).say({ type: 'ticket.keyMore', ticket: id, items, allergies: [SESAME] }, expo);
    expect(house.batch('k2', 0, ticket)).toMatchObject({ kind: 'add_on', quantity: 2, firedAt: house.now });
    expect(house.ticket(ticket).allergies).toHaveLength(1);
    expect(house.events('ticket.keyed').map((event) => event.items.map(({ external }) => external))).toEqual([
      ['k1'],
      ['k2'],
    ]);
    const line = house.item('k2', ticket).id;
    const strike = { type: 'item.void', ticket: id, item: line, quantity: 2, seen: house.seq } as const;
    expect(house.say(strike, expo)).toBe('applied');
    expect(house.batch('k2', 0, ticket).void?.owedBy).toEqual([grill]);
    expect(house.say(strike, expo)).toBe('noop');
  });

  test('[Y3] what a POS has put it changes itself', () => {
    const house = new House();
    house.put({ items: asPut([bass]) });
    const { id, items } = house.ticket();
    const item = items[0]?.id ?? ('' as never);
    expect(house.say({ type: 'item.void', ticket: id, item, quantity: 1, seen: house.seq }, expo)).toBe(
      'forbidden',
    );
  });
});

describe('the POS is back', () => {
  test('[Y4] what agrees is the POS’s food from then on, with its state, clock and hearing; a guest who has it may want more', () => {
    const house = new House();
    keyTable(house, [bass, soup], [SESAME]);
    const keyed = keyedId(house);
    house.hear('2:sesame', grill, ['k1'], keyed);
    house.later(MINUTE).bump('k2', grill, { ticket: keyed });
    house.later(10 * MINUTE).put({ items: asPut([soup, bass]), openedAt: EVENING + 11 * MINUTE });
    // The soup is with its guest, so that this one is asked; see the next.
    expect(open(house)).toHaveLength(2);
    expect(cooking(house)).toEqual(['T1 1 Soup', 'T1 1 Bass']);
    expect(house.batch('p2')).toMatchObject({ firedAt: EVENING, kind: 'first' });
    expect(house.batch('p2').parts[0]?.heard).toHaveProperty('2:sesame');
    expect(house.bump('p2')).toBe('applied');
  });

  test('[Y4] before the guests have it, or where the POS opened it when it was keyed, all that agrees is one at once', () => {
    for (const [isEaten, openedAt] of [
      [false, EVENING + 10 * MINUTE],
      [true, EVENING + MINUTE],
    ] as const) {
      const house = new House();
      keyTable(house, [bass]);
      if (isEaten) house.bump('k1', grill, { ticket: keyedId(house) });
      house.later(10 * MINUTE).put({ items: asPut([bass]), openedAt });
      expect(cooking(house)).toEqual(['T1 1 Bass']);
      expect(open(house)).toEqual([]);
      expect(house.events('item.moved')).toHaveLength(1);
      expect(house.events('course.fired').filter(({ ref }) => ref?.id === 'T1')).toHaveLength(1);
      expect(house.ticket(keyedId(house)).endedAt).not.toBeNull();
    }
  });

  test('[Y4] [A7] [A11] what the POS newly says of an allergy meets the food: graver is heard anew, started food stops', () => {
    const house = new House();
    keyTable(house, [bass, soup], [{ ...SESAME, severity: 'intolerance' }]);
    const keyed = keyedId(house);
    house.bump('k2', grill, { ticket: keyed });
    const { id } = house.ticket(keyed);
    const portions = house
      .item('k1', keyed)
      .batches.map(({ n }) => ({ item: house.item('k1', keyed).id, batch: n }));
    house.say({ type: 'item.start', ticket: id, station: grill, portions, seen: house.seq }, cook(grill));
    house.later(MINUTE).put({ items: asPut([bass, soup]), allergies: [{ allergen: 'sesame', seat: 2 }] });
    expect(house.ticket().allergies).toMatchObject([{ severity: 'allergy', isSaidByPos: true }]);
    expect(house.batch('p1').stops).toEqual(['2:sesame']);
    expect(house.bump('p1')).not.toBe('applied');
  });

  test('[Y5] only part agrees: that is kept from being cooked twice, the rest goes on both sides, and one question is asked', () => {
    const house = new House();
    keyTable(house, [bass, steak]);
    house.later(MINUTE).put({ items: asPut([bass, soup]) });
    expect(cooking(house).sort()).toEqual(['T1 1 Bass', 'T1 1 Soup', `${keyedId(house)} 1 Steak`]);
    expect(house.batch('p1').firedAt).toBe(EVENING);
    expect(house.batch('p2').firedAt).toBe(house.now);
    expect(open(house)).toHaveLength(1);
    expect(answer(house, 'same')).toBe('applied');
    expect(open(house)).toEqual([]);
    expect(answer(house, 'same')).toBe('noop');
  });

  test('[Y5] the same dish made otherwise is asked, shows what was changed, and is heard anew', () => {
    const house = new House();
    const no = { id: null, name: 'butter', kind: 'no' };
    keyTable(house, [{ ...bass, modifiers: [no] }], [SESAME]);
    house.hear('2:sesame', grill, ['k1'], keyedId(house));
    house.later(MINUTE).put({ items: [{ id: 'p1', ...bass }] });
    expect(open(house)).toHaveLength(1);
    expect(house.item('p1').change?.was).toMatchObject({ modifiers: [{ name: 'butter' }] });
    expect(house.bump('p1')).toBe('allergy_unheard');
  });

  test('[Y6] NEW FOOD gives the keyed food back as it was, cooks the POS’s anew and asks no more', () => {
    const house = new House();
    keyTable(house, [bass, soup]);
    const keyed = keyedId(house);
    house.bump('k1', grill, { ticket: keyed });
    house.later(5 * MINUTE).put({ items: asPut([bass]) });
    house.later(MINUTE);
    expect(answer(house, 'new')).toBe('applied');
    expect(cooking(house).sort()).toEqual(['T1 1 Bass', `${keyed} 1 Bass`, `${keyed} 1 Soup`]);
    expect(house.batch('p1', 0)).toMatchObject({ firedAt: house.now, run: 0 });
    expect(batches(house, keyed).map(({ name, run, firedAt }) => [name, run, firedAt])).toEqual([
      ['Bass', 1, EVENING],
      ['Soup', 0, EVENING],
    ]);
    house.later(MINUTE).put({ items: asPut([bass, soup]) });
    expect(open(house)).toEqual([]);
    expect(cooking(house)).toHaveLength(4);
  });

  test('[Y6] NEW FOOD can be said after SAME FOOD, and after a match that nobody was asked about', () => {
    const house = new House();
    keyTable(house, [bass]);
    house.later(MINUTE).put({ items: asPut([bass]) });
    expect(house.ticket(keyedId(house)).endedAt).not.toBeNull();
    house.later(MINUTE);
    expect(answer(house, 'new')).toBe('applied');
    expect(cooking(house).sort()).toEqual(['T1 1 Bass', `${keyedId(house)} 1 Bass`]);
    expect(house.ticket(keyedId(house)).endedAt).toBeNull();
    expect(house.bump('k1', grill, { ticket: keyedId(house) })).toBe('applied');
    expect(house.bump('p1')).toBe('applied');
    expect([...house.state.tickets.values()].every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  test('[Y7] nothing agrees, another table, or another service day: kept apart at once', () => {
    const house = new House();
    keyTable(house, [bass]);
    house.put({ items: asPut([steak]) });
    house.put({ id: 'T2', table: '7', items: asPut([bass]) });
    expect(house.events('item.moved')).toEqual([]);
    house.later(24 * HOUR).tick();
    house.put({ id: 'T3', items: asPut([bass]), openedAt: house.now });
    expect(house.events('item.moved')).toEqual([]);
    expect(house.batch('p1', 0, 'T3').firedAt).toBe(house.now);
  });

  test('[Y7] orders without a table are matched only whole, and asked', () => {
    const house = new House();
    keyTable(house, [bass, soup], [], { table: null });
    const takeout = { channel: 'takeout', table: null } as const;
    house.put({ ...takeout, items: asPut([bass]) });
    expect(house.events('item.moved')).toEqual([]);
    house.put({ ...takeout, id: 'T2', items: asPut([soup, bass]) });
    expect(open(house, 'T2')).toHaveLength(2);
  });

  test('[Y8] food eaten hours ago is still known when the POS comes back that night', () => {
    const house = new House();
    keyTable(house, [bass]);
    house.bump('k1', grill, { ticket: keyedId(house) });
    house.later(3 * HOUR).tick();
    house.put({ items: asPut([bass]), openedAt: house.now });
    expect(cooking(house)).toEqual(['T1 1 Bass']);
    expect(house.batch('p1').run).toBe(1);
    expect(open(house)).toHaveLength(1);
  });

  test('[Y9] an answer that stays out is asked again after three minutes, once, and the reminder goes with the answer', () => {
    const house = new House();
    keyTable(house, [bass, soup]);
    house.put({ items: asPut([bass]) });
    expect(house.later(2 * MINUTE).tick()).toBe(0);
    house.later(MINUTE).tick();
    expect(Object.values(house.state.alerts)).toMatchObject([{ values: { where: '12' } }]);
    expect(house.later(MINUTE).tick()).toBe(0);
    answer(house, 'same');
    expect(house.state.alerts).toEqual({});
  });

  test('[Y4] [D2] all of it comes out of the log again, and a void by the POS afterwards takes the food off once', () => {
    const house = new House();
    keyTable(house, [bass, soup, steak], [SESAME]);
    house.later(MINUTE).put({ items: asPut([bass, soup, steak]) });
    house.later(MINUTE).put({ items: asPut([bass, soup]) });
    expect(house.item('p3').batches.filter((batch) => batch.void === null)).toEqual([]);
    answer(house, 'new');
    expect(stateToDocument(reduceAll(emptyState, house.log))).toEqual(stateToDocument(house.state));
  });
});
