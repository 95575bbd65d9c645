import { expect, test } from 'vitest';
import { cook, expo, grill, House, screen } from '../../support/house.ts';

const doubt = (shown: number) =>
  ({ type: 'allDay.doubt', at: grill, dishes: [{ name: 'Ribeye', said: 9, shown }] }) as const;
const code = 'all_day_wrong:grill';

test('[B16] all-day that does not agree with its tickets is one alert a station until somebody has read it', () => {
  const house = new House();
  expect(house.say(doubt(8), cook(grill))).toBe('applied');
  expect(house.state.alerts[code]).toMatchObject({ values: { where: 'Grill', list: 'Ribeye 9 / 8' } });
  expect(house.say(doubt(7), cook(grill))).toBe('noop');
  expect(house.say({ type: 'alert.see', code }, expo)).toBe('applied');
  expect(house.state.alerts[code]).toBeUndefined();
  expect(house.say(doubt(7), cook(grill))).toBe('applied');
  expect(house.replayed().alerts).toEqual(house.state.alerts);
});

test('[B16] a host’s screen has no all-day to doubt', () => {
  expect(new House().say(doubt(8), screen(['host'], null))).toBe('forbidden');
});
