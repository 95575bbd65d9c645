import { describe, expect, test } from 'vitest';
import { partyOfAlert } from '../../../renderer/screens/host/HostAlerts.tsx';
import { coverConflict, saidOtherwise } from '../../../shared/domain/model/partyStates.ts';
import { doorAlerts } from '../../../shared/lib/words/enDoor.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

describe('parties as their source puts them', () => {
  test('[S1] are compared by revision and content as tickets are', () => {
    const house = new DoorHouse();
    expect(house.book({ revision: 2 })).toBe('applied');
    expect(house.book({ revision: 2 })).toBe('duplicate');
    expect(house.book({ revision: 2, covers: 6 })).toBe('conflict');
    expect(house.book({ revision: 1, covers: 6 })).toBe('stale');
    expect(house.book({ covers: 6 })).toBe('revision_required');
    const told = house.events('party.changed').length;
    expect(house.book({ revision: 3 })).toBe('applied');
    expect(house.events('party.changed')).toHaveLength(told);
    expect(house.party().revision).toBe(3);
  });

  test('[S1] what the house has changed since stays, what the source newly says comes', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], covers: 4 });
    house.say({ type: 'party.move', party: house.party().id, tables: ['14'], seen: house.seq }, host);
    house.book({ tables: ['12'], covers: 5 });
    expect(house.party().live).toMatchObject({ tables: ['14'], covers: 5 });
    house.book({ tables: ['13'], covers: 5 });
    expect(house.party().live.tables).toEqual(['13']);
  });

  test('[S2] a state follows its source, back too, until the house has gone beyond it', () => {
    const house = new DoorHouse();
    house.book({ state: 'confirmed' });
    house.book({ state: 'booked' });
    expect(house.party().live.state).toBe('booked');
    house.arrive();
    house.book({ state: 'confirmed' });
    expect(house.party().live.state).toBe('arrived');
    expect(saidOtherwise(house.party())).toBe('confirmed');
    house.book({ state: 'notified' });
    expect(house.party().live.state).toBe('notified');
  });

  test('[S2] cancelled and no show count until they sit; afterwards they are shown', () => {
    const house = new DoorHouse();
    house.book({});
    house.arrive();
    house.book({ state: 'cancelled' });
    expect(house.party().live.state).toBe('cancelled');
    house.book({ id: 'r2' });
    expect(house.seat('r2', ['12'])).toBe('applied');
    house.book({ id: 'r2', state: 'no_show' });
    expect(house.party('r2').live.state).toBe('seated');
    expect(saidOtherwise(house.party('r2'))).toBe('no_show');
  });

  test('[S2] a word nobody knows is kept and shown', () => {
    const house = new DoorHouse();
    house.book({ state: 'pending_deposit' });
    expect(house.party().live.state).toBe('pending_deposit');
    expect(house.press('party.confirm')).toBe('applied');
  });

  test('[S3] said to be seated it sits, and the POS opens its cover; at others’ table it does not', () => {
    const house = new DoorHouse();
    house.book({ state: 'seated', tables: ['12'] });
    expect(house.party().live).toMatchObject({ state: 'seated', tables: ['12'], seatedAt: house.now });
    expect(house.events('cover.opened')).toMatchObject([{ tables: ['12'], covers: 4 }]);
    house.book({ id: 'r2', state: 'seated', tables: ['12'] });
    expect(house.party('r2').live.state).toBe('arrived');
    expect(saidOtherwise(house.party('r2'))).toBe('seated');
    expect(Object.keys(house.state.alerts)).toEqual([`party_without_table:${house.party('r2').id}`]);
    expect(house.events('cover.opened')).toHaveLength(1);
  });

  test('[S3] said to be seated at no table, a host is told to look for them, by name', () => {
    const house = new DoorHouse();
    house.book({ state: 'seated', tables: [] });
    const [alert] = Object.values(house.state.alerts);
    if (!alert) throw new Error('nobody is told');
    expect(alert).toMatchObject({
      code: `party_seated_nowhere:${house.party().id}`,
      values: { covers: '4' },
    });
    const words = doorAlerts.party_seated_nowhere.replace('{{covers}}', alert.values?.covers ?? '?');
    expect(words).toMatch(/^4 covers .* not at which table/u);
    expect(words).not.toMatch(/[?{]/u);
    // The press on it takes that party in hand.
    expect(partyOfAlert(alert, house.state)).toBe(house.party().id);
    expect(house.say({ type: 'alert.see', code: alert.code }, host)).toBe('applied');
    expect(house.state.alerts).toEqual({});
    house.later(12 * HOUR).tick();
    expect(partyOfAlert(alert, house.state)).toBe(null);
  });

  test('[S3] late is derived by the hub, not before the time it has named itself, and ends when it is put later', () => {
    const house = new DoorHouse();
    house.book({ at: EVENING + 10 * MINUTE });
    house.book({ id: 'r2', at: EVENING + 10 * MINUTE, etaAt: EVENING + 40 * MINUTE });
    house.later(24 * MINUTE).tick();
    expect(house.party().live.state).toBe('booked');
    house.later(MINUTE).tick();
    expect([house.party().live.state, house.party('r2').live.state]).toEqual(['late', 'booked']);
    house.later(15 * MINUTE).tick();
    expect(house.party('r2').live.state).toBe('late');
    house.book({ at: EVENING + 2 * HOUR });
    expect(house.party().live.state).toBe('booked');
  });

  test('[S4] a walk-in is here, the waitlist waits, a booking by telephone has a time', () => {
    const house = new DoorHouse();
    const guest = { name: 'Leo', phone: '+34 600', email: null, kitchenNotes: null, guestNotes: null };
    const add = (kind: 'walk_in' | 'waitlist' | 'reservation', at: number | null = null) =>
      house.say(
        {
          type: 'party.add',
          kind,
          guest,
          allergies: [],
          covers: 2,
          at,
          etaAt: null,
          durationMinutes: null,
          quotedMinutes: kind === 'waitlist' ? 25 : null,
          tables: [],
          locked: false,
          server: null,
          vip: false,
          occasion: null,
        },
        host,
      );
    add('walk_in');
    expect(house.latest()).toMatchObject({ kind: 'walk_in', source: 'heard', live: { state: 'arrived' } });
    add('waitlist');
    expect(house.latest()).toMatchObject({ kind: 'waitlist', live: { state: 'waiting', quotedMinutes: 25 } });
    expect(add('reservation')).toBe('invalid');
    expect(add('reservation', house.now + HOUR)).toBe('applied');
    expect(house.latest()).toMatchObject({ kind: 'reservation', live: { state: 'booked' } });
    expect(JSON.stringify(house.log)).not.toMatch(/Leo|\+34/u);
    expect([...house.people.values()]).toContainEqual(expect.objectContaining({ name: 'Leo' }));
  });

  test('[S18] the POS’s covers are in force, the booked ones stay beside them', () => {
    const house = new DoorHouse();
    house.book({ covers: 3 });
    house.seat('r1', ['12']);
    house.put({ items: [{ id: 'soup', course: 1 }] });
    expect(house.party().live).toMatchObject({ covers: 4, posCovers: 4 });
    expect(coverConflict(house.party())).toEqual({ booked: 3, pos: 4 });
    house.book({ covers: 6 });
    expect(house.party().live.covers).toBe(4);
    expect(coverConflict(house.party())).toEqual({ booked: 6, pos: 4 });
    house.check('c1', 'printed', { covers: 5 });
    expect(house.party().live.covers).toBe(5);
  });

  test('[S8] at the roll who was expected goes, who sits is carried over once, and the source may still speak', () => {
    const house = new DoorHouse();
    house.book({ revision: 1 });
    house.book({ id: 'sits', revision: 1, at: house.now });
    house.book({ id: 'later', at: EVENING + 48 * HOUR });
    house.seat('sits', ['12']);
    house.now = EVENING + 9 * HOUR + MINUTE;
    house.tick();
    const ids = () => [...house.state.parties.values()].map(({ externalId }) => externalId).sort();
    expect(ids()).toEqual(['later', 'sits']);
    expect(house.book({ revision: 1 })).toBe('duplicate');
    expect(house.book({ revision: 2, state: 'no_show' })).toBe('applied');
    expect(ids()).toEqual(['later', 'sits']);
    house.later(24 * HOUR).tick();
    expect(ids()).toEqual(['later']);
    expect(house.replayed()).toEqual(house.state);
  });
});
