import { expect, test } from 'vitest';
import { nightFigures } from '../../../shared/domain/selectors/nightFigures.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

const figures = (house: DoorHouse) => nightFigures(house.state, house.config, house.now);
const nobody = { name: null, phone: null, email: null, kitchenNotes: null, guestNotes: null };
const blank = { at: null, etaAt: null, durationMinutes: null, tables: [], locked: false, server: null };

function add(
  house: DoorHouse,
  kind: 'walk_in' | 'waitlist',
  covers: number,
  quotedMinutes: number | null,
): string {
  const about = { ...blank, kind, covers, quotedMinutes, vip: false, occasion: null };
  house.say({ type: 'party.add', guest: nobody, allergies: [], ...about }, host);
  return house.latest().externalId;
}

test('[S67] the evening counts who sat down, by the number in force, and who did not', () => {
  const house = new DoorHouse();
  house.book({ id: 'came', covers: 4, at: EVENING });
  house.book({ id: 'never', covers: 6, at: EVENING + HOUR });
  house.book({ id: 'said no', covers: 2, at: EVENING + HOUR, state: 'no_show' });
  house.book({ id: 'off', covers: 2, at: EVENING + HOUR, state: 'cancelled' });
  house.book({ id: 'tomorrow', covers: 9, at: EVENING + 24 * HOUR });
  house.seat('came', ['12']);
  house.put({ covers: 5, table: '12' });
  house.seat(add(house, 'walk_in', 2, null), ['10']);
  const waited = add(house, 'waitlist', 2, 20);
  const gaveUp = add(house, 'waitlist', 3, 30);
  house.later(26 * MINUTE);
  house.seat(waited, ['11']);
  house.press('party.leave', gaveUp);
  house.later(54 * MINUTE);
  house.press('party.finish', 'came');
  const late = add(house, 'walk_in', 2, null);
  expect(figures(house)).toMatchObject({
    sitting: [{ live: { tables: ['10'] } }, { live: { tables: ['11'] } }],
    waiting: [{ externalId: late }],
    neverCame: [{ externalId: 'never' }],
    dirty: ['12'],
    parties: 3,
    covers: 9,
    walkIns: 2,
    walkInCovers: 4,
    noShows: 1,
    noShowCovers: 2,
    cancelled: 1,
    gaveUp: 1,
    waits: { parties: 1, quoted: 20, waited: 26 },
    turns: [
      { size: 'two', turns: 0, minutes: null },
      { size: 'four', turns: 0, minutes: null },
      { size: 'more', turns: 1, minutes: 80 },
    ],
  });
});

test('[S67] who is not due yet has not stayed away', () => {
  const house = new DoorHouse();
  house.book({ id: 'later', at: EVENING + HOUR });
  house.book({ id: 'said later', at: EVENING - HOUR, etaAt: EVENING + HOUR });
  expect(figures(house).neverCame).toEqual([]);
  house.later(61 * MINUTE);
  expect(figures(house).neverCame).toHaveLength(2);
});
