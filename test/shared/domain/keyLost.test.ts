import { expect, test } from 'vitest';
import { EVENT_VERSION, type Event } from '../../../shared/domain/events/event.ts';
import { reduce } from '../../../shared/domain/reducer/reduce.ts';
import { House, type SaidTicket } from '../../support/house.ts';

const soup: SaidTicket = { revision: 4, items: [{ id: 'soup' }], customerName: 'Ana' };

/** What a restore writes; `isKeyLost` where the personal key was not there. */
function restarted(house: House, isKeyLost: boolean): void {
  const seq = house.seq + 1;
  const event: Event = {
    seq,
    id: `1-${seq}`,
    at: house.now,
    v: EVENT_VERSION,
    by: 'house',
    cmd: 'house:restore:2',
    type: 'feed.restarted',
    forkSeq: seq - 1,
    reason: 'restore',
    ...(isKeyLost ? { isKeyLost } : {}),
  };
  house.state = reduce(house.state, event);
  house.log.push(event);
}

const outcomeOf = (house: House, said: SaidTicket) => {
  const decision = house.put(said);
  return decision.ok ? decision.outcome : decision.code;
};

test('[P15] with the key the same put is a duplicate after a restore, and another content a conflict', () => {
  const house = new House();
  house.put(soup);
  restarted(house, false);
  expect(outcomeOf(house, soup)).toBe('duplicate');
  expect(outcomeOf(house, { ...soup, items: [{ id: 'soup', quantity: 2 }] })).toBe('conflict');
});

test('[P15] without it the same revision is compared dish by dish once: nothing is cooked again, guests come back', () => {
  const house = new House();
  house.put(soup);
  house.people.clear();
  restarted(house, true);
  const before = house.events('course.fired').length;
  expect(outcomeOf(house, soup)).toBe('applied');
  expect(house.events('course.fired')).toHaveLength(before);
  expect(house.ticket().items).toHaveLength(1);
  expect([...house.people.values()]).toEqual([expect.objectContaining({ name: 'Ana' })]);
  expect(outcomeOf(house, soup)).toBe('duplicate');
});

test('[P15] without it what the POS changed meanwhile under the same revision is applied, not refused', () => {
  const house = new House();
  house.put(soup);
  restarted(house, true);
  expect(outcomeOf(house, { ...soup, items: [{ id: 'soup', quantity: 2 }] })).toBe('applied');
  expect(house.item('soup').batches).toHaveLength(2);
});

test('[P15] without it the same availability is taken, not refused', () => {
  const house = new House();
  const said = {
    type: 'availability.put' as const,
    source: 'pos',
    revision: 3,
    digest: 'one key',
    items: [{ id: 'soup', available: false, remaining: null }],
  };
  expect(house.say(said)).toBe('applied');
  restarted(house, true);
  expect(house.say({ ...said, digest: 'another key' })).toBe('applied');
  expect(house.say({ ...said, digest: 'another key' })).toBe('duplicate');
});
