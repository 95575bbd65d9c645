import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/domain/commands/decide.ts';
import {
  cook,
  EVENING,
  expo,
  grill,
  HOUR,
  House,
  MINUTE,
  pos,
  type SaidTicket,
  screen,
} from '../../support/house.ts';

const tables: SaidTicket = {
  items: [
    { id: 'bread', course: 0 },
    { id: 'soup', course: 1 },
    { id: 'ribeye', course: 2 },
    { id: 'cake', course: 3 },
  ],
};
const t1 = { source: 'pos', id: 'T1' };

function firedItems(house: House): string[] {
  return house
    .ticket()
    .items.filter((item) => item.batches.some((batch) => batch.firedAt !== null))
    .map((item) => item.externalId);
}

describe('fire and hold', () => {
  test('[F1] course 0 at once; [F2] dine-in fires its lowest course and holds the others', () => {
    const house = new House();
    house.put(tables);
    expect(firedItems(house)).toEqual(['bread', 'soup']);
    expect(house.events('course.fired').map((event) => [event.course, event.cause])).toEqual([
      [0, 'pos'],
      [1, 'pos'],
    ]);
  });

  test('[F2] other channels fire all', () => {
    const house = new House();
    house.put({ ...tables, channel: 'bar' });
    expect(firedItems(house)).toEqual(['bread', 'soup', 'ribeye', 'cake']);
  });

  test('[F2] a check opened without food fires its lowest course when food comes', () => {
    const house = new House();
    house.put({ items: [] });
    house.put(tables);
    expect(firedItems(house)).toEqual(['bread', 'soup']);
  });

  test('[F2] what the POS says of a course goes before the default', () => {
    const house = new House();
    house.put({
      ...tables,
      courses: [
        { number: 1, said: 'held' },
        { number: 2, said: 'fired' },
      ],
    });
    expect(firedItems(house)).toEqual(['bread', 'ribeye']);
  });

  test('[F3] however often and by whomever, a course fires once and keeps its first cause', () => {
    const house = new House();
    house.put(tables);
    expect(house.say({ type: 'course.fire', ticket: t1, course: 2 }, pos)).toBe('applied');
    expect(house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo)).toBe('noop');
    expect(house.say({ type: 'course.fire', ticket: t1, course: 2 }, pos)).toBe('noop');
    house.put({ ...tables, courses: [{ number: 2, said: 'fired' }] });
    expect(house.events('course.fired').filter((event) => event.course === 2)).toHaveLength(1);
    expect(house.ticket().courses.find((course) => course.number === 2)?.firedBy).toBe('pos');
    expect(house.say({ type: 'course.fire', ticket: t1, course: 9 }, pos)).toBe('not_found');
  });

  test('[F4] newly said: fired fires, held holds what nobody started, else expo is told', () => {
    const house = new House();
    house.put({ ...tables, courses: [{ number: 2, said: 'held' }] });
    house.put({ ...tables, courses: [{ number: 2, said: 'fired' }] });
    expect(firedItems(house)).toContain('ribeye');
    house.put({ ...tables, courses: [{ number: 2, said: 'held' }] });
    expect(firedItems(house)).not.toContain('ribeye');
    house.put({ ...tables, courses: [{ number: 2, said: 'fired' }], server: 'Ana' });
    const hear = { type: 'ticket.hear', ticket: house.ticket().id, station: grill } as const;
    house.say({ ...hear, version: house.ticket().versions[grill] ?? 0 }, cook(grill));
    house.put({ ...tables, courses: [{ number: 2, said: 'held' }], server: 'Leo' });
    expect(firedItems(house)).toContain('ribeye');
    expect(house.ticket().courses.find((course) => course.number === 2)?.holdCameLateAt).toBe(EVENING);
  });

  test('[F5] food added to a fired or run course fires at once', () => {
    const house = new House();
    house.put(tables);
    house.bump('soup');
    house
      .later(MINUTE)
      .put({ items: [...(tables.items ?? []), { id: 'salad', course: 1 }, { id: 'pie', course: 3 }] });
    expect(house.batch('salad').firedAt).toBe(EVENING + MINUTE);
    expect(house.batch('pie').firedAt).toBeNull();
    expect(house.ticket().courses.find((course) => course.number === 1)?.runAt).toBeNull();
    house.bump('salad');
    expect(house.events('course.run').filter((event) => event.course === 1)).toHaveLength(2);
  });

  test("[F6] fireAt fires then, not under a person's hold, and not long after a restart", () => {
    const at = EVENING + 20 * MINUTE;
    const timed: SaidTicket = {
      ...tables,
      courses: [
        { number: 2, fireAt: at },
        { number: 3, fireAt: at },
      ],
    };
    const house = new House();
    house.put(timed);
    house.say({ type: 'course.hold', ticket: house.ticket().id, course: 3 }, expo);
    house.later(19 * MINUTE).tick();
    expect(firedItems(house)).not.toContain('ribeye');
    house.later(MINUTE).tick();
    expect(firedItems(house)).toContain('ribeye');
    expect(firedItems(house)).not.toContain('cake');
    expect(house.events('course.fired').at(-1)?.cause).toBe('time');
    expect(house.tick()).toBe(0);

    const restarted = new House();
    restarted.put(timed);
    restarted.later(HOUR).tick();
    expect(firedItems(restarted)).not.toContain('ribeye');
    expect(
      restarted.events('alert').filter((event) => event.alert.code.startsWith('fire_overdue')),
    ).toHaveLength(2);
    expect(restarted.tick()).toBe(0);
    restarted.say({ type: 'course.fire', ticket: t1, course: 2 });
    expect(Object.keys(restarted.state.alerts)).toEqual([`fire_overdue:${restarted.ticket().id}:3`]);
  });

  test('[F7] UNFIRE until started, then refused', () => {
    const house = new House();
    house.put(tables);
    house.say({ type: 'course.fire', ticket: t1, course: 2 });
    expect(house.say({ type: 'course.hold', ticket: t1, course: 2 })).toBe('applied');
    expect(house.batch('ribeye').firedAt).toBeNull();
    expect(house.say({ type: 'course.hold', ticket: t1, course: 2 })).toBe('noop');
    house.later(MINUTE).say({ type: 'course.fire', ticket: t1, course: 2 });
    expect(house.batch('ribeye').firedAt).toBe(EVENING + MINUTE);
    house.bump('ribeye');
    expect(house.say({ type: 'course.hold', ticket: t1, course: 2 })).toBe('already_started');
    expect(house.say({ type: 'item.hold', ticket: t1, items: ['ribeye'] })).toBe('already_started');
  });

  test('[F8] as_ready at once, on_call by itself only, with its leader', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'kids', course: 2, fire: 'as_ready' },
        { id: 'steak', course: 2 },
        { id: 'side', course: 3, with: 'steak' },
        { id: 'call', course: 2, fire: 'on_call' },
      ],
    });
    expect(firedItems(house)).toEqual(['soup', 'kids']);
    house.say({ type: 'course.fire', ticket: t1, course: 2 });
    expect(firedItems(house)).toEqual(['soup', 'kids', 'steak', 'side']);
    expect(house.say({ type: 'item.fire', ticket: t1, items: ['call'] })).toBe('applied');
    expect(firedItems(house)).toContain('call');
  });

  test('[F9] chosen dishes; the last of a course fires it; what a person holds stays held', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'a', course: 2 },
        { id: 'b', course: 2 },
      ],
    });
    house.say({ type: 'item.fire', ticket: t1, items: ['a'] });
    expect(house.events('course.fired').some((event) => event.course === 2)).toBe(false);
    house.say({ type: 'item.fire', ticket: t1, items: ['b'] });
    expect(house.events('course.fired').filter((event) => event.course === 2)).toHaveLength(1);
    expect(house.say({ type: 'item.fire', ticket: t1, items: ['b'] })).toBe('noop');
    expect(house.say({ type: 'item.fire', ticket: t1, items: ['zz'] })).toBe('not_found');

    const held = new House();
    held.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'a', course: 2 },
        { id: 'b', course: 2 },
      ],
    });
    held.say({ type: 'item.hold', ticket: t1, items: ['b'] });
    held.say({ type: 'course.fire', ticket: t1, course: 2 });
    expect(firedItems(held)).toEqual(['soup', 'a']);
    held.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'a', course: 2 },
        { id: 'b', course: 2 },
      ],
      server: 'Ana',
    });
    expect(firedItems(held)).toEqual(['soup', 'a']);
  });

  test('[F10] an order waits in LATER until promise minus prep minus 10 min', () => {
    const house = new House();
    const order: SaidTicket = {
      channel: 'takeout',
      table: null,
      promisedAt: EVENING + 40 * MINUTE,
      items: [{ id: 'burger', prepSeconds: 600 }],
    };
    house.put(order);
    house.later(19 * MINUTE).tick();
    expect(firedItems(house)).toEqual([]);
    house.later(MINUTE).tick();
    expect(firedItems(house)).toEqual(['burger']);
  });

  test('[F11] a fire pressed long ago is too late; a bump is not', () => {
    const house = new House();
    house.put(tables);
    const fire = { type: 'course.fire', ticket: house.ticket().id, course: 2 } as const;
    expect(house.say(fire, expo, EVENING - 31_000)).toBe('too_late');
    expect(house.say(fire, cook(grill))).toBe('applied');
    const { id, batches } = house.item('soup');
    const portions = batches.map((batch) => ({ item: id, batch: batch.n, quantity: 1 }));
    const bump = {
      type: 'item.bump',
      ticket: house.ticket().id,
      station: grill,
      portions,
      seen: house.seq,
    } as const;
    expect(house.say(bump, cook(grill), EVENING - HOUR)).toBe('applied');
  });

  test("[F11] the hand that pressed knows nothing of a demo hub's speed", () => {
    const house = new House();
    house.put({ items: [{ id: 'a', course: 2 }], courses: [{ number: 2, said: 'held' }] });
    const fire = { type: 'course.fire', ticket: house.ticket().id, course: 2 } as const;
    const context = { ...house.context(expo, EVENING - 31_000), speed: 20 };
    expect(decide(house.state, fire, context)).toMatchObject({ ok: true, outcome: 'applied' });
  });

  test('[F3] on a closed ticket a fire is nothing new and a hold comes too late', () => {
    const house = new House();
    house.put({ items: [{ id: 'soup', course: 1 }] });
    house.bump('soup');
    house.later(61 * MINUTE).tick();
    expect(house.say({ type: 'course.fire', ticket: t1, course: 1 })).toBe('noop');
    expect(house.say({ type: 'item.fire', ticket: t1, items: ['soup'] })).toBe('noop');
    expect(house.say({ type: 'course.fire', ticket: t1, course: 2 })).toBe('not_found');
    expect(house.say({ type: 'course.hold', ticket: t1, course: 1 })).toBe('already_started');
  });

  test('a role may only do what it may', () => {
    const house = new House();
    house.config = { ...house.config, pass: 'expo' };
    house.put(tables);
    const fire = { type: 'course.fire', ticket: house.ticket().id, course: 2 } as const;
    expect(house.say(fire, cook(grill))).toBe('forbidden');
    expect(house.say(fire, screen(['host'], null))).toBe('forbidden');
    expect(house.say(fire, expo)).toBe('applied');
    expect(house.say({ type: 'day.roll' }, expo)).toBe('forbidden');
  });
});
