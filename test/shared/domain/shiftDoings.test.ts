import { expect, test } from 'vitest';
import { afterStep } from '../../../shared/domain/model/partySteps.ts';
import { shiftDoings } from '../../../shared/domain/selectors/shiftDoings.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';
import { HOUR, MINUTE } from '../../support/house.ts';

const listed = (house: DoorHouse) =>
  shiftDoings(house.state, house.config).map(
    ({ party, step, refusal }) => `${party.externalId} ${step.kind}${refusal === null ? '' : ` ${refusal}`}`,
  );

function undo(house: DoorHouse, kind: string, id = 'r1') {
  const step = house.party(id).steps.findLast((one) => one.kind === kind && !one.isUndone)?.seq ?? -1;
  return house.say({ type: 'party.undo', party: house.party(id).id, step, seen: house.seq }, host);
}

test('[S58] the doings of a shift stand newest first with their authors, and say what is in the way', () => {
  const house = new DoorHouse();
  house.book({});
  house.book({ id: 'r2' });
  house.arrive('r1');
  house.later(MINUTE);
  house.seat('r1', ['12'], secondHost);
  house.press('party.finish');
  expect(listed(house)).toEqual(['r1 finish', 'r1 seat superseded', 'r1 arrive superseded']);
  const [, seat] = shiftDoings(house.state, house.config);
  expect(seat?.step).toMatchObject({ at: house.now, by: 'host', screen: 'host-2' });
  house.seat('r2', ['12']);
  expect(listed(house)[1]).toBe('r1 finish table_taken');
  expect(undo(house, 'finish')).toBe('table_taken');
  // What was taken back is no doing any more.
  undo(house, 'seat', 'r2');
  expect(listed(house)[0]).toBe('r1 finish');
  expect(undo(house, 'finish')).toBe('applied');
  house.later(12 * HOUR).tick();
  expect(listed(house)).toEqual([]);
});

test('[S58] both sides of a swap are one doing, and each says where it was put', () => {
  const house = new DoorHouse();
  house.book({});
  house.book({ id: 'r2' });
  house.seat('r1', ['12']);
  house.seat('r2', ['13']);
  const pair = { party: house.party().id, other: house.party('r2').id };
  house.say({ type: 'party.swap', ...pair, seen: house.seq }, host);
  expect(listed(house)).toEqual(['r1 swap', 'r2 seat superseded', 'r1 seat superseded']);
  const [swap, , seat] = shiftDoings(house.state, house.config);
  if (!swap || !seat) throw new Error('nothing was done');
  expect(afterStep(swap.party, swap.step, 'tables')).toEqual(['13']);
  expect(afterStep(seat.party, seat.step, 'tables')).toEqual(['12']);
});

test('[S9] seating is not taken back from under food that is on order', () => {
  const house = new DoorHouse();
  house.book({});
  house.seat('r1', ['12']);
  house.put({ items: [{ id: 'soup', course: 1 }] });
  expect(listed(house)).toEqual(['r1 seat food_ordered']);
  expect(undo(house, 'seat')).toBe('conflict');
  expect(house.party().live).toMatchObject({ state: 'seated', tables: ['12'] });
});
