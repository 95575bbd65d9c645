import { describe, expect, test } from 'vitest';
import { EVENING, fry, grill, HOUR, House, MINUTE, type SaidTicket } from '../../support/house.ts';

const threeCourses: SaidTicket = {
  items: [
    { id: 'soup', course: 1 },
    { id: 'ribeye', course: 2, quantity: 2 },
    { id: 'cake', course: 3 },
  ],
};

function outcomeOf(house: House, said: SaidTicket): string {
  const decision = house.put(said);
  return decision.ok ? decision.outcome : decision.code;
}

describe('puts', () => {
  test('[P1] the same id on a later service day is another ticket', () => {
    const house = new House();
    house.put(threeCourses);
    house.later(24 * HOUR);
    expect(outcomeOf(house, { ...threeCourses, openedAt: EVENING + 24 * HOUR })).toBe('applied');
    expect(house.state.tickets.size).toBe(2);
    expect(house.events('ticket.received')).toHaveLength(2);
  });

  test('[P1] before the roll hour it is still the same night', () => {
    const house = new House();
    house.put({ ...threeCourses, openedAt: Date.UTC(2026, 10, 21, 23, 0) });
    house.put({ ...threeCourses, openedAt: Date.UTC(2026, 10, 22, 2, 0), server: 'Ana' });
    expect(house.state.tickets.size).toBe(1);
  });

  test('[P2] lower is stale, same is duplicate, other content is conflict, higher is applied', () => {
    const house = new House();
    expect(outcomeOf(house, { ...threeCourses, revision: 5 })).toBe('applied');
    expect(outcomeOf(house, { ...threeCourses, revision: 4 })).toBe('stale');
    expect(outcomeOf(house, { ...threeCourses, revision: 5 })).toBe('duplicate');
    expect(outcomeOf(house, { ...threeCourses, revision: 5, server: 'Ana' })).toBe('conflict');
    expect(outcomeOf(house, { ...threeCourses, revision: 6, server: 'Ana' })).toBe('applied');
  });

  test('[P3] a revision once is a revision always', () => {
    const house = new House();
    house.put({ ...threeCourses, revision: 1 });
    expect(outcomeOf(house, threeCourses)).toBe('revision_required');
    expect(outcomeOf(house, { ...threeCourses, revision: 2 })).toBe('applied');
  });

  test('[P4] without revisions only the last put counts', () => {
    const house = new House();
    house.put(threeCourses);
    expect(outcomeOf(house, threeCourses)).toBe('duplicate');
    expect(outcomeOf(house, { ...threeCourses, server: 'Ana' })).toBe('applied');
    expect(outcomeOf(house, threeCourses)).toBe('applied');
  });

  test('[P5] what the house did since stays', () => {
    const house = new House();
    house.put(threeCourses);
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 });
    house.bump('soup');
    house.put({ ...threeCourses, server: 'Ana' });
    expect(house.batch('ribeye').firedAt).toBe(EVENING);
    expect(house.batch('soup').run).toBe(1);
    expect(house.batch('cake').firedAt).toBeNull();
    expect(house.events('item.voided')).toEqual([]);
  });

  test('[P6] quantity up is an add-on, down takes what is not started', () => {
    const house = new House();
    const line = (quantity: number): SaidTicket => ({ items: [{ id: 'fries', course: 1, quantity }] });
    house.put(line(2));
    house.bump('fries', grill, { quantity: 1 });
    house.later(MINUTE).put(line(3));
    expect(house.item('fries').batches.map((batch) => [batch.kind, batch.quantity])).toEqual([
      ['first', 2],
      ['add_on', 1],
    ]);
    expect(house.batch('fries', 1).firedAt).toBe(EVENING + MINUTE);
    house.put(line(2));
    const voided = house.item('fries').batches.filter((batch) => batch.void !== null);
    expect(voided.map((batch) => [batch.kind, batch.void?.stage])).toEqual([['add_on', 'not_started']]);
    house.put(line(1));
    expect(house.events('item.voided').map((event) => [event.quantity, event.stage])).toEqual([
      [1, 'not_started'],
      [1, 'cooking'],
    ]);
    house.put({ items: [] });
    expect(house.events('item.voided').at(-1)?.stage).toBe('run');
  });

  test('[P7] back before the void is seen: as before; afterwards: an add-on', () => {
    const house = new House();
    const withFries: SaidTicket = { items: [{ id: 'fries', course: 1 }] };
    house.put(withFries);
    house.put({ items: [] });
    house.later(30_000).put(withFries);
    expect(house.item('fries').batches).toHaveLength(1);
    expect(house.batch('fries').void).toBeNull();
    expect(house.batch('fries').firedAt).toBe(EVENING);
    house.put({ items: [] });
    const { id } = house.item('fries');
    house.say(
      {
        type: 'changes.see',
        ticket: house.ticket().id,
        station: grill,
        voids: [{ item: id, batch: 1 }],
        changes: [],
        seen: house.seq,
      },
      { kind: 'screen', roles: ['kitchen'], station: grill, screen: 's' },
    );
    house.later(30_000).put(withFries);
    expect(house.item('fries').batches.map((batch) => [batch.kind, batch.void !== null])).toEqual([
      ['first', true],
      ['add_on', false],
    ]);
  });

  test('[P8] a change of food on a screen stands until seen; of held food it is silent', () => {
    const house = new House();
    const seats = (seat: number): SaidTicket => ({
      items: [
        { id: 'soup', course: 1, seat },
        { id: 'cake', course: 2, seat },
      ],
    });
    house.put(seats(1));
    house.put(seats(2));
    expect(house.item('soup').change?.was).toEqual({ seat: 1 });
    expect(house.item('cake').change).toBeNull();
    house.put(seats(3));
    expect(house.item('soup').change?.was).toEqual({ seat: 1 });
    expect(house.events('ticket.changed').map((event) => event.changed)).toEqual([
      ['soup', 'cake'],
      ['soup', 'cake'],
    ]);
  });

  test('[P9] a newer revision of the same tells nobody', () => {
    const house = new House();
    house.put({ ...threeCourses, revision: 1 });
    const before = house.log.length;
    expect(outcomeOf(house, { ...threeCourses, revision: 2 })).toBe('applied');
    expect(house.log.slice(before).map((event) => event.type)).toEqual(['ticket.revised']);
    expect(outcomeOf(house, { ...threeCourses, revision: 1 })).toBe('stale');
  });

  test('[P10] a closed ticket is known by its stub', () => {
    const house = new House();
    const soup: SaidTicket = { items: [{ id: 'soup', course: 1 }], revision: 1 };
    house.put(soup);
    house.bump('soup');
    house.later(61 * MINUTE).tick();
    expect(house.state.tickets.size).toBe(0);
    expect(outcomeOf(house, soup)).toBe('duplicate');
    expect(outcomeOf(house, { ...soup, revision: 0 })).toBe('stale');
    expect(outcomeOf(house, { ...soup, revision: 2, server: 'Ana' })).toBe('applied');
    expect(house.state.tickets.size).toBe(0);
    expect(outcomeOf(house, { ...soup, revision: 2, server: 'Ana' })).toBe('duplicate');
    const more = { revision: 3, items: [...(soup.items ?? []), { id: 'cake', course: 1 }] };
    expect(outcomeOf(house, more)).toBe('applied');
    expect(house.item('soup').batches.map((batch) => batch.run)).toEqual([1]);
    expect(house.batch('cake').kind).toBe('add_on');
    expect(house.batch('cake').firedAt).toBe(house.now);
    expect(house.events('ticket.received')).toHaveLength(1);
  });

  test('[P11] same dish gone and come: the food is untouched and expo is asked', () => {
    const house = new House();
    house.put({ items: [{ id: 'a', name: 'Ribeye', course: 1 }] });
    house.later(5 * MINUTE).put({ items: [{ id: 'b', name: 'Ribeye', course: 1 }] });
    expect(house.events('item.voided')).toEqual([]);
    expect(house.batch('b').firedAt).toBe(EVENING);
    const [question] = house.ticket().questions;
    expect(question).toBeDefined();
    const answer = { type: 'food.answer', ticket: house.ticket().id, question: question?.id ?? '' } as const;
    house.say({ ...answer, answer: 'same' }, { kind: 'screen', roles: ['expo'], station: null, screen: 'x' });
    expect(house.ticket().questions).toEqual([]);
    expect(house.item('b').batches).toHaveLength(1);
  });

  test('[P11] NEW FOOD: the old is a void to be seen, the new starts its own clock', () => {
    const house = new House();
    house.put({ items: [{ id: 'a', name: 'Ribeye', course: 1 }] });
    house.later(5 * MINUTE).put({ items: [{ id: 'b', name: 'Ribeye', course: 1 }] });
    const question = house.ticket().questions[0]?.id ?? '';
    house
      .later(MINUTE)
      .say(
        { type: 'food.answer', ticket: house.ticket().id, question, answer: 'new' },
        { kind: 'screen', roles: ['expo'], station: null, screen: 'x' },
      );
    expect(house.batch('a').void?.owedBy).toEqual([grill]);
    expect(house.item('b').batches.map((batch) => batch.firedAt)).toEqual([EVENING + 6 * MINUTE]);
  });

  test('[P11] across two checks of one table, the void first or the dish first', () => {
    for (const voidFirst of [true, false]) {
      const house = new House();
      house.put({ id: 'A', items: [{ id: 'x', name: 'Ribeye', course: 1 }] });
      const gone = () => house.put({ id: 'A', items: [] });
      const come = () => house.put({ id: 'B', items: [{ id: 'y', name: 'Ribeye', course: 1 }] });
      house.later(MINUTE);
      if (voidFirst) gone();
      else come();
      house.later(5_000);
      if (voidFirst) come();
      else gone();
      const live = [...house.state.tickets.values()].flatMap((ticket) =>
        ticket.items.flatMap((item) => item.batches.filter((batch) => batch.void === null)),
      );
      expect(live.map((batch) => batch.firedAt)).toEqual([EVENING]);
      expect(house.ticket('B').questions).toHaveLength(1);
    }
  });

  test('[P11] one of two ordered together goes: a void, and nothing is asked', () => {
    const house = new House();
    const one = { id: 'a', name: 'Ribeye', course: 1 };
    house.put({ items: [one, { ...one, id: 'b' }] });
    house.later(3_000).put({ items: [one] });
    expect(house.ticket().questions).toEqual([]);
    expect(house.events('item.voided').map((event) => event.external)).toEqual(['b']);
  });

  test('[P11] more than 10 s apart is a void and new food', () => {
    const house = new House();
    house.put({ id: 'A', items: [{ id: 'x', name: 'Ribeye', course: 1 }] });
    house.put({ id: 'A', items: [] });
    house.later(11_000).put({ id: 'B', items: [{ id: 'y', name: 'Ribeye', course: 1 }] });
    expect(house.ticket('B').questions).toEqual([]);
    expect(house.batch('y', 0, 'B').firedAt).toBe(EVENING + 11_000);
  });

  test('[P12] a customer travels beside the events', () => {
    const house = new House();
    house.put({ ...threeCourses, customerName: 'Ada Lovelace' });
    house.put({ ...threeCourses, customerName: 'Ada L. King' });
    expect([...house.people.values()]).toEqual([expect.objectContaining({ name: 'Ada L. King' })]);
    expect(
      JSON.stringify(house.log)
        .replaceAll(/digest of [^"]*/gu, '')
        .includes('"name":"Ada'),
    ).toBe(false);
    expect(house.ticket().head.customer?.personId).toBeDefined();
  });

  test('[P13] a header change owes no look and makes no version', () => {
    const house = new House();
    house.put(threeCourses);
    const version = house.ticket().versions[grill];
    house.put({ ...threeCourses, server: 'Ana', table: '14' });
    expect(house.ticket().versions[grill]).toBe(version);
    expect(house.ticket().headChange?.was).toEqual({ server: 'Mara', table: '12' });
    expect(house.ticket().items.every((item) => item.change === null)).toBe(true);
  });

  test('[R1] the item, the menu, the rules; [R2] an unknown station never vanishes', () => {
    const house = new House();
    house.config = { ...house.config, menu: [{ id: 'm1', stations: ['fry'] }] };
    house.put({
      items: [
        { id: 'named', stations: ['fry', 'grill'], menuItemId: 'm1' },
        { id: 'menu', menuItemId: 'm1' },
        { id: 'rule' },
        { id: 'unknown', stations: ['sushi'] },
        { id: 'half', stations: ['grill', 'sushi'] },
      ],
    });
    const stations = Object.fromEntries(house.ticket().items.map((item) => [item.externalId, item.stations]));
    expect(stations).toEqual({
      named: [fry, grill],
      menu: [fry],
      rule: [grill],
      unknown: ['no-station'],
      half: [grill, 'no-station'],
    });
    house.config = { ...house.config, routes: [] };
    house.put({ id: 'T2', items: [{ id: 'nobody' }] });
    expect(house.item('nobody', 'T2').stations).toEqual(['no-station']);
  });

  test('ticket.void is a put with everything void, and needs a revision where the ticket has one', () => {
    const house = new House();
    house.put({ ...threeCourses, revision: 1 });
    const command = { type: 'ticket.void', source: 'pos', id: 'T1', reason: null, digest: 'void' } as const;
    expect(house.say({ ...command, revision: null })).toBe('revision_required');
    expect(house.say({ ...command, revision: 2 })).toBe('applied');
    expect(house.say({ ...command, revision: 2 })).toBe('duplicate');
    expect(house.ticket().items.every((item) => item.batches.every((batch) => batch.void !== null))).toBe(
      true,
    );
    expect(house.say({ ...command, id: 'nope', revision: 2 })).toBe('not_found');
  });

  test('[K1] a check is about money only, and older news of it is stale', () => {
    const house = new House();
    house.put(threeCourses);
    const check = {
      source: 'pos',
      externalId: 'C1',
      tickets: ['T1'],
      covers: 4,
      totalCents: 100,
      compsCents: null,
      currency: 'EUR',
    };
    const before = house.ticket();
    expect(house.say({ type: 'check.put', check: { ...check, state: 'closed', at: EVENING + 5 } })).toBe(
      'applied',
    );
    expect(house.say({ type: 'check.put', check: { ...check, state: 'closed', at: EVENING + 5 } })).toBe(
      'duplicate',
    );
    expect(house.say({ type: 'check.put', check: { ...check, state: 'printed', at: EVENING } })).toBe(
      'stale',
    );
    expect(house.ticket()).toBe(before);
  });
});
