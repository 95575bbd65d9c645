import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../main/store/backupFile.ts';
import { openReadOnly } from '../../../main/store/openReadOnly.ts';
import { openStore } from '../../../main/store/openStore.ts';
import { restoreFile } from '../../../main/store/restoreFile.ts';
import type { PersonId } from '../../../shared/lib/ids.ts';
import { until } from '../hub/hubHarness.ts';
import { DAY, GuestHouse, MANAGER } from './guestHouse.ts';

const ANA = { name: 'Ana Ruiz', phone: '611 222 333', consent: true };
const SLOW_MS = 60_000;

const sealedRows = (file: string) => {
  const db = openReadOnly(file);
  const rows = db.prepare('SELECT person_id, sealed FROM personal').all() as Array<{
    person_id: string;
    sealed: Buffer;
  }>;
  db.close();
  return rows;
};
const fileOf = ({ dataDir }: GuestHouse) => join(dataDir, 'heard.db');
const guestOf = (house: GuestHouse, id: string) => house.known(id)?.regular?.guest ?? '';

describe('[S75] erasing', () => {
  it('takes profile, persons and messages kept aside at once, from file and screens', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA });
    await house.book({ id: 'next', ...ANA });
    await house.book({ id: 'other', name: 'Leo', phone: '699 000 111' });
    house.hub.deadLetter({ entrance: 'pos', reason: 'planted', payload: { name: 'ANA RUIZ' } });
    house.hub.deadLetter({ entrance: 'pos', reason: 'planted', payload: { name: 'Leo' } });
    const told: PersonId[] = [];
    house.hub.onCommitted(({ persons }) => told.push(...persons));
    const before = sealedRows(fileOf(house));
    expect(before).toHaveLength(4);
    expect(house.hub.guests.erase(guestOf(house, 'next'), MANAGER)).toBe(3);
    expect(house.known('next')).toBeNull();
    expect(told).toEqual(
      expect.arrayContaining([house.party('first').person?.personId, house.party('next').person?.personId]),
    );
    expect(house.hub.guests.search('ruiz', MANAGER).guests).toEqual([]);
    expect(house.known('other')?.name).toBe('Leo');
    expect(house.hub.deadLetters()).toBe(1);
    // Sealed or not, its bytes lie nowhere any more.
    house.stop();
    const bytes = readFileSync(fileOf(house));
    const left = sealedRows(fileOf(house)).map(({ person_id: id }) => id);
    for (const { person_id: id, sealed } of before)
      expect(bytes.includes(sealed.subarray(-24))).toBe(left.includes(id));
  });

  it('of a person who never agreed goes by his party, and only he goes', async () => {
    const house = new GuestHouse();
    const { person } = await house.book({ id: 'one', name: 'Leo', phone: '699 000 111' });
    expect(house.hub.guests.erase(person?.personId ?? '', MANAGER)).toBe(1);
    expect(house.known('one')).toBeNull();
    expect(house.hub.guests.erase(person?.personId ?? '', MANAGER)).toBe(0);
  });

  it('beside the service, as the heard command does it, is on no screen a moment later', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA });
    const told: PersonId[] = [];
    house.hub.onCommitted(({ persons }) => told.push(...persons));
    const { eraseGuest } = await import('../../../main/service/guests/guestCommands.ts');
    eraseGuest(house.dataDir, '0034 611222333');
    expect(house.known('first')).toBeNull();
    await until('screens are told', () => told.length > 0);
    await house.book({ id: 'next', ...ANA, consent: undefined });
    expect(house.known('next')?.regular).toBeUndefined();
    expect(() => eraseGuest(house.dataDir, '0034 611222334')).toThrow('Nobody is known');
  });

  it('is not undone by a backup that is brought back', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA });
    await house.book({ id: 'other', name: 'Leo', phone: '699 000 111' });
    const backup = join(house.dataDir, 'copy.db');
    await writeBackup(fileOf(house), backup);
    house.hub.guests.erase(guestOf(house, 'first'), MANAGER);
    house.stop();
    expect(sealedRows(backup)).toHaveLength(3);
    await restoreFile({ dataDir: house.dataDir, from: backup, isOtherSiteMeant: false, now: house.at.now });
    expect(sealedRows(fileOf(house))).toHaveLength(1);
    const store = openStore({ dataDir: house.dataDir, as: 'service' });
    expect(store.guestAudit.before(null, 10)).toMatchObject([{ action: 'erased', by: 'host stand' }]);
    store.close();
  });
});

describe('[S76] at the roll', () => {
  const names = (house: GuestHouse) => sealedRows(fileOf(house)).length;

  it('persons go so long after their party is over, and who is expected is kept', async () => {
    const house = new GuestHouse({ guests: { partyDays: 2 } });
    await house.dine({ id: 'eaten', name: 'Ana', phone: '611 222 333' });
    await house.book({ id: 'far', name: 'Leo', phone: '699 000 111', at: house.at.now + 30 * DAY });
    expect(names(house)).toBe(2);
    for (const [days, left] of [
      [1, 2],
      [1, 2],
      [1.2, 1],
      [20, 1],
    ] as const) {
      house.at.now += days * DAY;
      const day = new Date(house.at.now - 4 * 3_600_000).toISOString().slice(0, 10);
      await until(`the day ${day}`, () => house.hub.state().day === day);
      await until(`${left} names`, () => names(house) === left);
    }
    expect(house.known('far')?.name).toBe('Leo');
    // Its source speaks of it again, and says who it was: he is known by name again.
    await house.book({ id: 'eaten', name: 'Ana', phone: '611 222 333', at: house.at.now + DAY });
    expect(house.known('eaten')?.name).toBe('Ana');
  });

  it('a guest goes so long after his last visit, and one who is expected is kept', async () => {
    const house = new GuestHouse({ guests: { keepDays: 30, partyDays: 1 } });
    await house.dine({ id: 'ana', ...ANA });
    await house.dine({ id: 'leo', name: 'Leo', phone: '699 000 111', consent: true });
    await house.book({ id: 'ana again', ...ANA, at: house.at.now + 40 * DAY });
    house.at.now += 33 * DAY;
    await until('Leo is gone', () => house.hub.guests.search('leo', MANAGER).guests.length === 0);
    expect(house.hub.guests.search('ana', MANAGER).guests).toHaveLength(1);
    expect(house.hub.guests.audit(null).entries.some(({ action }) => action === 'purged')).toBe(true);
  });
});

it(
  '[S77] the next nightly backup takes whom the house has forgotten out of its older copies too',
  async () => {
    const backup = { firstLookMs: 5, everyMs: 5 };
    const house = new GuestHouse({}, { backup });
    await house.dine({ id: 'first', ...ANA });
    await house.book({ id: 'other', name: 'Leo', phone: '699 000 111', at: house.at.now + 20 * DAY });
    const guest = guestOf(house, 'first');
    const night = (date: string) =>
      join(house.dataDir, 'backups', `heard-night-${date}-${house.hub.siteId}.db`);
    const rowsIn = (date: string) => {
      try {
        return sealedRows(night(date)).length;
      } catch {
        return null;
      }
    };
    house.at.now = Date.UTC(2026, 2, 8, 5, 30);
    await until('the first night', () => rowsIn('2026-03-08') === 3, SLOW_MS / 2);
    const sealed = sealedRows(night('2026-03-08'));
    house.hub.guests.erase(guest, MANAGER);
    house.at.now += DAY;
    await until('the older copy is rid of her', () => rowsIn('2026-03-08') === 1, SLOW_MS / 2);
    const bytes = readFileSync(night('2026-03-08'));
    expect(sealed.filter(({ sealed: row }) => bytes.includes(row.subarray(-24)))).toHaveLength(1);
    expect(rowsIn('2026-03-09')).toBe(1);
  },
  SLOW_MS,
);

describe('[S80] who looks', () => {
  it('is written down first, by screen and role, without a name, and outlives the guest', async () => {
    const house = new GuestHouse();
    await house.dine({ id: 'first', ...ANA });
    const guest = guestOf(house, 'first');
    house.hub.guests.search('Ana Ruiz', MANAGER);
    house.hub.guests.card(guest, MANAGER);
    house.hub.guests.card('nobody-here', MANAGER);
    house.hub.guests.erase(guest, MANAGER);
    const { entries, next } = house.hub.guests.audit(null);
    expect(next).toBeNull();
    expect(entries.map(({ action, about }) => [action, about.includes(guest)])).toEqual([
      ['erased', true],
      ['looked', false],
      ['looked', true],
      ['searched', true],
    ]);
    expect(entries[0]).toMatchObject({ by: 'host stand', roles: ['host', 'manager'], at: house.at.now });
    expect(JSON.stringify(entries)).not.toMatch(/ruiz|611 ?222/iu);
  });
});
