import { expect, it } from 'vitest';
import { until } from '../hub/hubHarness.ts';
import { DAY, EVENING, GuestHouse, HOUR, MANAGER } from './guestHouse.ts';

const THAT_DAY = '2026-03-07';

/** One ate, one was called off, and the night is over. */
async function afterThatNight() {
  const house = new GuestHouse({ guests: { partyDays: 2 } });
  await house.dine({
    id: 'ate',
    name: 'Ana Ruiz',
    phone: '611 222 333',
    allergies: [{ allergen: 'sesame' }],
  });
  const { id: party } = await house.book({ id: 'off', name: 'Leo', at: EVENING + HOUR });
  await house.say({ type: 'party.cancel', party, seen: house.hub.state().seq });
  house.at.now += 12 * HOUR;
  await until('the roll', () => house.hub.state().day === '2026-03-08');
  await house.book({ id: 'today', name: 'Mia' });
  return house;
}
const seen = (house: GuestHouse) =>
  house.hub.guests
    .pastDay(THAT_DAY, MANAGER)
    .parties.map(({ party, name }) => [party.externalId, party.live.state, name])
    .sort();

it('[S85] a day that is over has its parties as they ended, with their names and nothing else of the guests', async () => {
  const house = await afterThatNight();
  expect([...house.hub.state().parties.values()].map(({ externalId }) => externalId)).toEqual(['today']);
  expect(seen(house)).toEqual([
    ['ate', 'finished', 'Ana Ruiz'],
    ['off', 'cancelled', 'Leo'],
  ]);
  const { parties } = house.hub.guests.pastDay(THAT_DAY, MANAGER);
  const ate = parties.find(({ party }) => party.externalId === 'ate')?.party.live;
  expect(ate).toMatchObject({ tables: ['10'], covers: 4, seatedAt: EVENING });
  expect(ate?.allergies).toMatchObject([{ allergen: 'sesame' }]);
  expect(JSON.stringify(parties)).not.toContain('611');
  expect(house.hub.guests.pastDay('2026-03-06', MANAGER)).toEqual({ parties: [] });
  // Who asked stands where searches stand.
  expect(house.hub.guests.audit(null).entries[0]).toMatchObject({ action: 'searched', by: 'host stand' });
  house.stop();
});

it('[S85] it has no name of who was erased or kept long enough, and the party still', async () => {
  const house = await afterThatNight();
  const leo = house.hub.guests.pastDay(THAT_DAY, MANAGER).parties.find(({ name }) => name === 'Leo');
  house.hub.guests.erase(leo?.party.person?.personId ?? '', MANAGER);
  expect(seen(house)).toEqual([
    ['ate', 'finished', 'Ana Ruiz'],
    ['off', 'cancelled', null],
  ]);
  house.at.now += 3 * DAY;
  await until('the purge', () => seen(house)[0]?.[2] === null);
  await house.book({ id: 'later', name: 'Mia' });
  expect(seen(house)).toEqual([
    ['ate', 'finished', null],
    ['off', 'cancelled', null],
  ]);
  house.stop();
});
