import { expect, test } from 'vitest';
import { House } from '../../support/house.ts';

test('a four-top goes from put to run', () => {
  const house = new House();
  house.put({
    items: [
      { id: 'a', course: 1 },
      { id: 'b', course: 2, quantity: 2 },
      { id: 'c', course: 3 },
    ],
  });
  expect(house.types()).toEqual(['day.opened', 'ticket.received', 'course.fired']);
  expect(house.bump('a')).toBe('applied');
  expect(house.types()).toEqual([]);
});
