import { describe, expect, it } from 'vitest';
import { keyedOffer, offersOf } from '../../../shared/guests/offers.ts';
import { until } from '../hub/hubHarness.ts';
import { GuestHouse, MANAGER } from './guestHouse.ts';

const ANA = { name: 'Ana Ruiz', phone: '611 222 333', consent: true };
const SESAME = [{ allergen: 'sesame', severity: 'anaphylaxis', words: 'lips swell' }];

/** Ana has been here with her sesame, and has booked again. */
async function anaAgain(): Promise<GuestHouse> {
  const house = new GuestHouse();
  await house.dine({ id: 'first', ...ANA, allergies: SESAME });
  await house.book({ id: 'next', ...ANA });
  return house;
}

const offers = (house: GuestHouse, id = 'next') =>
  offersOf(house.known(id)?.regular?.allergies ?? [], house.party(id).live);
const allergies = (house: GuestHouse, id = 'next') => house.party(id).live.allergies;

describe('[S73] what a guest has brought before', () => {
  it('is offered with every later booking, and put by a press', async () => {
    const house = await anaAgain();
    expect(offers(house)).toMatchObject([
      { allergen: 'sesame', severity: 'anaphylaxis', words: 'lips swell' },
    ]);
    expect(allergies(house)).toEqual([]);
    const { id } = house.party('next');
    await house.say({ type: 'party.standing', party: id, put: offers(house).map(keyedOffer), leave: [] });
    expect(allergies(house)).toMatchObject([{ allergen: 'sesame', severity: 'anaphylaxis', seat: null }]);
    expect(offers(house)).toEqual([]);
  });

  it('is left off tonight by name, and offered again the next time', async () => {
    const house = await anaAgain();
    const { id } = house.party('next');
    await house.say({ type: 'party.standing', party: id, put: [], leave: ['Sesame'] });
    expect(offers(house)).toEqual([]);
    await house.seat('next', '12');
    expect(allergies(house)).toEqual([]);
    await house.book({ id: 'third', ...ANA });
    expect(offers(house, 'third')).toHaveLength(1);
    // Whoever left it off may put it after all.
    await house.say({
      type: 'party.standing',
      party: id,
      put: (house.known('next')?.regular?.allergies ?? []).map(keyedOffer),
      leave: [],
    });
    expect(allergies(house)).toHaveLength(1);
    expect(house.party('next').live.standingLeft).toEqual([]);
  });

  it('that stands milder on the booking is offered again', async () => {
    const house = await anaAgain();
    await house.book({ id: 'mild', ...ANA, allergies: [{ allergen: 'sesame', severity: 'diet' }] });
    expect(offers(house, 'mild')).toMatchObject([{ severity: 'anaphylaxis' }]);
  });

  it('goes by his own word on his card, or when the only booking that said it takes it off', async () => {
    const house = await anaAgain();
    const guest = house.known('next')?.regular?.guest ?? '';
    const card = () => house.hub.guests.card(guest, MANAGER);
    const { id } = await house.book({ id: 'egg', ...ANA, allergies: [{ allergen: 'egg' }] });
    expect(card()?.allergies.map(({ allergen }) => allergen)).toEqual(['sesame', 'egg']);
    await house.say({ type: 'party.withdraw', party: id, allergen: 'egg', seat: null, by: 'Mara' });
    expect(card()?.allergies.map(({ allergen }) => allergen)).toEqual(['sesame']);
    const known = card()?.id;
    if (known === undefined) throw new Error('no card');
    expect(house.hub.guests.change({ id: known, withoutAllergy: 'sesame' }, MANAGER)).toBe(true);
    expect(offers(house)).toEqual([]);
  });
});

describe('[S74] unanswered it counts from the moment they sit down', () => {
  const seated = async (house: GuestHouse) => {
    await house.seat('next', '12');
    await until('the allergy is put', () => allergies(house).length > 0);
  };

  it('on the party and on the ticket that is there, seat unknown, and a host is told', async () => {
    const house = await anaAgain();
    await house.seat('next', '12');
    await house.order('T9', '12');
    await until('the allergy is on the ticket', () =>
      [...house.hub.state().tickets.values()].some(({ allergies: on }) => on.length > 0),
    );
    const ticket = [...house.hub.state().tickets.values()].find(({ externalId }) => externalId === 'T9');
    expect(ticket?.allergies).toMatchObject([{ allergen: 'sesame', severity: 'anaphylaxis', seat: null }]);
    const { id } = house.party('next');
    expect(house.hub.state().alerts[`standing_allergy:${id}`]?.values).toEqual({
      where: '12',
      allergen: 'sesame',
    });
  });

  it('once, and what a person takes off then stays off', async () => {
    const house = await anaAgain();
    await seated(house);
    const { id } = house.party('next');
    await house.say({ type: 'party.withdraw', party: id, allergen: 'sesame', seat: null, by: 'Mara' });
    await house.say({ type: 'party.move', party: id, tables: ['13'], seen: house.hub.state().seq });
    house.restart();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(allergies(house)).toMatchObject([{ isWithdrawn: true }]);
  });

  it('also where the hub ended between the two', async () => {
    const house = await anaAgain();
    await house.seat('next', '12');
    // Before the hub's own press was decided.
    if (allergies(house).length > 0) throw new Error('it came too soon to test');
    house.restart();
    await until('the allergy is put', () => allergies(house).length > 0);
  });
});
