import { describe, expect, test } from 'vitest';
import { stepCommand, stepsOf } from '../../../renderer/screens/host/book/partySteps.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

const steps = (house: DoorHouse, id = 'r1') => {
  const { next, others } = stepsOf(house.party(id), house.now);
  return [next, ...others];
};

/** Presses a step as the glass does. */
function press(house: DoorHouse, step: Parameters<typeof stepCommand>[0], id = 'r1') {
  const command = stepCommand(step, house.party(id), { seen: house.seq, now: house.now });
  return house.say(command, host);
}

describe('the likely next step of a party', () => {
  test('of a booking is CONFIRM while it is far, ARRIVED when it is near', () => {
    const house = new DoorHouse();
    house.book({ at: EVENING + 3 * HOUR, covers: 1 });
    expect(steps(house)).toEqual(['confirm', 'arrive', 'callOff']);
    press(house, 'confirm');
    expect(steps(house)).toEqual(['arrive', 'callOff']);
    house.book({ id: 'near', at: EVENING + 40 * MINUTE, covers: 4 });
    expect(steps(house, 'near')).toEqual(['arrive', 'partly', 'confirm', 'noShow', 'callOff']);
  });

  test('leads through the whole visit, and each press is taken', () => {
    const house = new DoorHouse();
    house.book({ at: EVENING, covers: 4 });
    house.later(20 * MINUTE).tick();
    expect(house.party().live.state).toBe('late');
    expect(steps(house)).toEqual(['arrive', 'partly', 'noShow', 'callOff']);
    house.arrive('r1', 2);
    expect(steps(house)).toEqual(['arrive', 'partly', 'leave', 'expect']);
    expect(press(house, 'arrive')).toBe('applied');
    // SEAT is next, which has a place of its own.
    expect(steps(house)).toEqual([null, 'notify', 'leave', 'expect']);
    expect(press(house, 'notify')).toBe('applied');
    house.seat('r1', ['12']);
    expect(steps(house)).toEqual(['finish']);
    expect(press(house, 'finish')).toBe('applied');
    expect(house.party().live.state).toBe('finished');
  });

  test('of the waitlist is NOTIFY, then SEAT; on the way says when', () => {
    const house = new DoorHouse();
    house.book({ state: 'waiting', at: null });
    expect(steps(house)).toEqual(['notify', 'onTheWay', 'leave']);
    press(house, 'notify');
    expect(steps(house)).toEqual([null, 'onTheWay', 'arrive', 'leave']);
    expect(press(house, 'onTheWay')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'notified', etaAt: house.now + 5 * MINUTE });
    expect(press(house, 'leave')).toBe('applied');
  });

  test.each(['callOff', 'noShow', 'leave'] as const)(
    'goes back from %s: to the door, or to be expected',
    (away) => {
      const house = new DoorHouse();
      house.book({});
      expect(press(house, away)).toBe('applied');
      expect(steps(house)).toEqual([null, 'arrive', 'expect']);
      expect(press(house, 'expect')).toBe('applied');
      expect(house.party().live.state).toBe('confirmed');
      press(house, away);
      expect(press(house, 'arrive')).toBe('applied');
      expect(house.party().live.state).toBe('arrived');
    },
  );
});

test('[S83] of another day a booking is confirmed or called off; nobody arrives or fails to come', () => {
  const house = new DoorHouse();
  house.book({ at: EVENING + 24 * HOUR });
  const ahead = () => {
    const { next, others } = stepsOf(house.party(), house.now, false);
    return [next, ...others];
  };
  expect(ahead()).toEqual(['confirm', 'callOff']);
  press(house, 'confirm');
  expect(ahead()).toEqual([null, 'callOff']);
  press(house, 'callOff');
  expect(ahead()).toEqual([null, 'expect']);
});
