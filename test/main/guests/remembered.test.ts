import { describe, expect, it } from 'vitest';
import { GuestHouse, HOUR, MANAGER } from './guestHouse.ts';

const ANA = { name: 'Ana Ruiz', phone: '+34 611 222 333', email: 'ana@example.org' };

/** Two years hold both evenings. */
const later = (house: GuestHouse, ms: number) => {
  house.at.now += ms;
};

describe('[S70] a guest is remembered who has said yes', () => {
  it('and nobody else: not asked, no', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'unasked', ...ANA });
    await house.dine({ id: 'no', ...ANA, consent: false });
    expect(house.known('unasked')?.regular).toBeUndefined();
    expect(house.hub.guests.search('ruiz', MANAGER).guests).toEqual([]);
    await house.dine({ id: 'yes', ...ANA, consent: true });
    expect(house.known('yes')?.regular).toMatchObject({ visits: 0, lastAt: null });
    expect(house.hub.guests.search('RUIZ', MANAGER).guests).toMatchObject([{ name: 'Ana Ruiz', visits: 1 }]);
  });

  it('a yes stands for later bookings; a no on one of them is that one’s alone', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA, consent: true });
    await house.book({ id: 'second', ...ANA });
    await house.book({ id: 'third', ...ANA, consent: false });
    expect(house.known('second')?.regular).toMatchObject({ visits: 1, lastAt: house.at.now });
    expect(house.known('third')?.regular).toBeUndefined();
    expect(house.known('first')?.regular).toBeDefined();
  });

  it('a walk-in keyed by a host is asked too, and his name stands in no event', async () => {
    const house = new GuestHouse();
    const facts = { etaAt: null, durationMinutes: null, quotedMinutes: null, locked: false, server: null };
    const guest = {
      name: 'Zephyrine',
      phone: '600 700 800',
      email: null,
      kitchenNotes: null,
      guestNotes: null,
    };
    await house.say({
      type: 'party.add',
      kind: 'walk_in',
      guest: { ...guest, consent: true },
      allergies: [],
      ...facts,
      covers: 2,
      at: null,
      tables: [],
      vip: false,
      occasion: null,
    });
    expect(house.hub.guests.search('700800', MANAGER).guests).toEqual([]);
    expect(house.hub.guests.search('600700800', MANAGER).guests).toMatchObject([{ name: 'Zephyrine' }]);
    expect(JSON.stringify(house.hub.eventsAfter(0, 1_000))).not.toContain('Zephyrine');
  });
});

describe('[S71] he is known again', () => {
  it('by number or address, however they are written, also after a restart', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA, consent: true });
    house.restart();
    await house.book({ id: 'phone', name: 'A. Ruiz', phone: '0034-611.22.23.33' });
    await house.book({ id: 'mail', name: 'A. Ruiz', email: ' Ana@Example.org ' });
    await house.book({ id: 'other', name: 'Ana Ruiz', phone: '611 222 334' });
    expect(house.known('phone')?.regular?.visits).toBe(1);
    expect(house.known('mail')?.regular?.visits).toBe(1);
    expect(house.known('other')?.regular).toBeUndefined();
  });

  it('telephone first, and a contact stays whose it was first', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'ana', ...ANA, consent: true, allergies: [{ allergen: 'sesame' }] });
    await house.dine({ id: 'leo', name: 'Leo', phone: '699 000 111', consent: true });
    await house.dine({ id: 'both', name: 'Leo', phone: '699 000 111', email: ANA.email });
    await house.book({ id: 'hers', name: 'Ana', email: ANA.email });
    expect(house.known('both')?.regular).toMatchObject({ visits: 1, allergies: [] });
    expect(house.known('hers')?.regular).toMatchObject({ visits: 1, allergies: [{ allergen: 'sesame' }] });
  });

  it('a party that turns out to be another’s takes its visit along', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA, consent: true });
    await house.dine({ id: 'wrong', ...ANA });
    expect(house.known('first')?.regular?.visits).toBe(1);
    const { id } = house.party('wrong');
    const guest = {
      name: 'Leo Marsh',
      phone: '699 000 111',
      email: null,
      kitchenNotes: null,
      guestNotes: null,
    };
    const edit = { set: {}, allergies: [], seen: house.hub.state().seq };
    await house.say({ type: 'party.edit', party: id, ...edit, guest: { ...guest, consent: true } });
    expect(house.known('first')?.regular?.visits).toBe(0);
    expect(house.hub.guests.search('marsh', MANAGER).guests).toMatchObject([{ visits: 1 }]);
    // A number corrected under the same name is no other guest.
    const corrected = { ...guest, phone: '699 000 222' };
    await house.say({ type: 'party.edit', party: id, ...edit, guest: corrected });
    expect(house.hub.guests.search('699000222', MANAGER).guests).toMatchObject([
      { name: 'Leo Marsh', visits: 1 },
    ]);
  });
});

describe('[S72] a party that is over is a visit', () => {
  it('with covers as the POS counted them, spend and comps of its checks, also of one that comes later', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA, consent: true, covers: 3, cents: 12_000, comps: 800 });
    const card = house.hub.guests.card(house.known('first')?.regular?.guest ?? '', MANAGER);
    expect(card?.visits).toMatchObject([
      { outcome: 'came', covers: 4, spendCents: 12_000, compsCents: 800, currency: 'EUR' },
    ]);
    const check = {
      source: 'pos',
      externalId: 'second check',
      state: 'paid',
      tickets: ['T-first'],
      covers: null,
    };
    const money = { totalCents: 1_000, compsCents: null, currency: 'EUR', at: house.at.now };
    await house.say({ type: 'check.put', check: { ...check, ...money } }, { kind: 'pos', token: 'till' });
    expect(house.hub.guests.card(card?.id ?? '', MANAGER)?.visits).toMatchObject([{ spendCents: 13_000 }]);
  });

  it('who did not come is counted apart; one that is taken back is none', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA, consent: true });
    later(house, HOUR);
    const { id } = await house.book({ id: 'again', ...ANA });
    const { seq } = house.hub.state();
    await house.say({ type: 'party.noShow', party: id, seen: seq });
    await house.book({ id: 'next', ...ANA });
    expect(house.known('next')?.regular).toMatchObject({ visits: 1, noShows: 1 });
    const step = house.party('again').steps.find(({ kind }) => kind === 'no_show')?.seq ?? 0;
    await house.say({ type: 'party.undo', party: id, step, seen: house.hub.state().seq });
    expect(house.known('next')?.regular).toMatchObject({ visits: 1, noShows: 0 });
  });
});

it('[S79] of all that is remembered a cook is told nothing, and a POS not whose it is', async () => {
  const house = new GuestHouse();
  await house.dine({ id: 'first', ...ANA, consent: true, allergies: [{ allergen: 'egg' }] });
  await house.book({ id: 'next', ...ANA, guestNotes: 'knows the owner' });
  expect(house.told('next', 'kitchen')).toEqual({ name: 'Ana' });
  expect(house.told('next', 'expo')).not.toHaveProperty('regular');
  const person = house.party('next').person?.personId;
  if (person === undefined) throw new Error('nobody');
  const pos = house.hub.personal([person], { kind: 'pos' })[person];
  expect(pos).not.toHaveProperty('guest');
  expect(pos).not.toHaveProperty('regular');
});
