import { describe, expect, test } from 'vitest';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { cook, expo, grill, HOUR, House, MINUTE, pos } from '../../support/house.ts';

const SECOND = 1000;

/** Starters fired, mains held. */
function table(courses: Parameters<House['put']>[0]['courses'] = []): House {
  const house = new House();
  house.put({
    courses,
    items: [
      { id: 'starter', course: 1 },
      { id: 'main', course: 2 },
    ],
  });
  return house;
}

const plan = (house: House, inMs: number, actor = expo, course = 2) =>
  house.say({ type: 'course.plan', ticket: house.ticket().id, course, fireAt: house.now + inMs }, actor);
const firedAt = (house: House) => house.batch('main').firedAt;
const strip = (house: House) =>
  expoBoard(house.state, house.config, house.now).tiles[0]?.courses.find(({ number }) => number === 2);

describe('+2 and +5', () => {
  test('[F12] a held course fires at the planned time by itself, and not before', () => {
    const house = table();
    expect(plan(house, 5 * MINUTE)).toBe('applied');
    const at = house.now + 5 * MINUTE;
    expect(strip(house)).toMatchObject({ state: 'held', at });
    house.later(5 * MINUTE - SECOND).tick();
    expect(firedAt(house)).toBe(null);
    house.later(SECOND).tick();
    expect(firedAt(house)).toBe(at);
    expect(house.events('course.fired').at(-1)).toMatchObject({ course: 2, cause: 'time' });
    expect(house.ticket().courses.find(({ number }) => number === 2)?.plannedAt).toBe(null);
    expect(house.replayed()).toEqual(house.state);
  });

  test('[F12] it comes up at its station ten minutes before', () => {
    const house = table();
    house.bump('starter');
    plan(house, 12 * MINUTE);
    const tiles = () => stationBoard(house.state, grill, house.config, house.now).tiles;
    expect(tiles()).toEqual([]);
    house.later(2 * MINUTE);
    expect(tiles()[0]?.comingUpAt).toBe(house.now + 10 * MINUTE);
  });

  test('[F12] the plan goes before the sender’s time, later or sooner, and stays at the next put', () => {
    const fireAt = new House().now + 20 * MINUTE;
    const house = table([{ number: 2, fireAt }]);
    expect(plan(house, 2 * MINUTE)).toBe('applied');
    house.put({
      courses: [{ number: 2, fireAt: fireAt + HOUR }],
      items: [
        { id: 'starter', course: 1 },
        { id: 'main', course: 2, notes: 'well done' },
      ],
    });
    house.later(2 * MINUTE).tick();
    expect(firedAt(house)).toBe(house.now);
  });

  test('[F12] HOLD ends it for good; FIRE ends it at once; a plan ends a hold', () => {
    const house = table();
    const hold = { type: 'course.hold', ticket: house.ticket().id, course: 2 } as const;
    plan(house, 2 * MINUTE);
    expect(house.say(hold, expo)).toBe('applied');
    house.later(10 * MINUTE).tick();
    expect(firedAt(house)).toBe(null);
    expect(strip(house)?.at).toBe(null);
    plan(house, 2 * MINUTE);
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo);
    expect(firedAt(house)).toBe(house.now);
    expect(house.say(hold, expo)).toBe('applied');
    house.later(10 * MINUTE).tick();
    expect(firedAt(house)).toBe(null);
  });

  test('[F12] overdue after a restart it waits for a tap, and a new plan takes the tap’s place', () => {
    const house = table();
    plan(house, 2 * MINUTE);
    house.later(HOUR).tick();
    expect(firedAt(house)).toBe(null);
    expect(Object.keys(house.state.alerts)).toEqual([`fire_overdue:${house.ticket().id}:2`]);
    expect(plan(house, 5 * MINUTE)).toBe('applied');
    expect(house.state.alerts).toEqual({});
    house.later(5 * MINUTE).tick();
    expect(firedAt(house)).toBe(house.now);
  });

  test('[T2] a table that is away is not fired by its plan', () => {
    const house = table();
    plan(house, 2 * MINUTE);
    house.say({ type: 'table.hold', table: '12', reason: null, until: null }, expo);
    house.later(3 * MINUTE).tick();
    expect(firedAt(house)).toBe(null);
    house.say({ type: 'table.resume', table: '12' }, pos);
    house.tick();
    expect(firedAt(house)).toBe(house.now);
  });

  test('[F12] refuses what is fired, what is past, what is nobody’s course; a cook only where no pass is', () => {
    const house = table();
    expect(plan(house, 2 * MINUTE, expo, 1)).toBe('conflict');
    expect(plan(house, 2 * MINUTE, expo, 7)).toBe('not_found');
    expect(plan(house, 0)).toBe('invalid');
    expect(plan(house, 13 * HOUR)).toBe('invalid');
    house.config = { ...house.config, pass: 'expo' };
    expect(plan(house, 2 * MINUTE, cook(grill))).toBe('forbidden');
    expect(plan(house, 2 * MINUTE)).toBe('applied');
    expect(plan(house, 2 * MINUTE)).toBe('noop');
  });
});
