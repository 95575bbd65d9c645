import { expect, test } from 'vitest';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { EVENING, grill, House, MINUTE } from '../../support/house.ts';

function clockOf(promisedInMinutes: number) {
  const house = new House();
  const promisedAt = EVENING + promisedInMinutes * MINUTE;
  house.put({ channel: 'takeout', table: null, promisedAt, items: [{ id: 'burger', prepSeconds: 600 }] });
  return stationBoard(house.state, grill, house.config, house.now).tiles[0]?.clock;
}

test('what was promised is the target: SOON from 80 %, LATE one minute past it, however long the dish takes', () => {
  expect(clockOf(15)).toEqual({
    firedAt: EVENING,
    soonAt: EVENING + 12 * MINUTE,
    lateAt: EVENING + 16 * MINUTE,
    promisedAt: EVENING + 15 * MINUTE,
  });
});

test('an order that came after its promise is never OK', () => {
  const clock = clockOf(-4);
  expect(clock?.soonAt).toBe(EVENING);
  expect(clock?.lateAt).toBe(EVENING - 3 * MINUTE);
});
