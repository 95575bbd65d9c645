import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { domainCore } from '../../../main/hub/core.ts';
import { openReadOnly } from '../../../main/store/openReadOnly.ts';
import { checkPut, dataFolder, openTestHub, until as soonerOrLater } from './hubHarness.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Friday 2026-03-06, noon in Madrid. */
const NOON = Date.parse('2026-03-06T12:00:00+01:00');
const FIVE = Date.parse('2026-03-07T05:00:00+01:00');
/** Each backup starts a thread, on a machine that does ten other things. */
const SLOW_MS = 90_000;
vi.setConfig({ testTimeout: SLOW_MS });
const soon = { firstLookMs: 5, everyMs: 5 };

function aHouse(dataDir = dataFolder(), backup: object = {}) {
  const config = { venue: { timeZone: 'Europe/Madrid' }, backup };
  writeFileSync(join(dataDir, 'config.json'), JSON.stringify(config));
  const at = { now: NOON, start: NOON };
  const clock = { wall: () => at.now, mono: () => at.now - at.start };
  const open = () => {
    at.start = at.now;
    return openTestHub({ dataDir, core: domainCore, clock, backup: soon });
  };
  const files = (folder = join(dataDir, 'backups')) => (existsSync(folder) ? readdirSync(folder).sort() : []);
  return { dataDir, at, open, files };
}

const until = (what: string, isSo: () => boolean) => soonerOrLater(what, isSo, SLOW_MS / 5);
const looks = () => new Promise((resolve) => setTimeout(resolve, 60));
const night = (date: string, siteId: string) => `heard-night-${date}-${siteId}.db`;

describe('the nightly backup', () => {
  it('is made at its hour of the venue’s own time, once, and can be opened', async () => {
    const { dataDir, at, open, files } = aHouse();
    const { hub } = open();
    await hub.submit(checkPut('c1'));
    at.now = FIVE - 1;
    await looks();
    // The folder is made when a backup begins; its file comes from a thread, later.
    expect(existsSync(join(dataDir, 'backups'))).toBe(false);
    at.now = FIVE;
    await until('a backup', () => readNote(dataDir) !== undefined);
    expect(files()).toEqual([night('2026-03-07', hub.siteId)]);
    const copy = openReadOnly(join(dataDir, 'backups', files()[0] ?? ''));
    expect(copy.prepare("SELECT count(*) FROM event WHERE type = 'check.put'").pluck().get()).toBe(1);
    copy.close();
    rmSync(join(dataDir, 'backups', files()[0] ?? ''));
    await looks();
    expect(files()).toEqual([]);
  });

  it('that was missed because the hub was off is made soon after the start, and not again at the next', async () => {
    const { dataDir, at, open, files } = aHouse();
    open().stop();
    at.now = FIVE + 4 * HOUR;
    const { hub, stop } = open();
    await until('a backup', () => readNote(dataDir) !== undefined);
    expect(files()).toHaveLength(1);
    stop();
    rmSync(join(dataDir, 'backups', night('2026-03-07', hub.siteId)));
    at.now += HOUR;
    open();
    await looks();
    expect(files()).toEqual([]);
  });

  it('keeps its days and drops older ones of its own alone', async () => {
    const { dataDir, at, open, files } = aHouse(dataFolder(), { keepDays: 2 });
    const { hub } = open();
    const strange = ['heard-2026-01-01T000000.db', night('2026-01-01', 'another'), 'notes.txt'];
    mkdirSync(join(dataDir, 'backups'));
    for (const name of strange) writeFileSync(join(dataDir, 'backups', name), 'x');
    for (let day = 0; day < 4; day += 1) {
      at.now = FIVE + day * DAY;
      const date = new Date(at.now).toISOString().slice(0, 10);
      await until(`the backup of ${date}`, () => readNote(dataDir)?.includes(date) === true);
    }
    await looks();
    const kept = ['2026-03-09', '2026-03-10'].map((date) => night(date, hub.siteId));
    expect(files()).toEqual([...kept, ...strange].sort());
  });

  it('that fails raises one alert, drops no older one, makes no folder, and clears it when it succeeds', async () => {
    const usb = join(dataFolder(), 'usb');
    const { dataDir, at, open, files } = aHouse(dataFolder(), { folder: usb, keepDays: 1 });
    const { hub } = open();
    const types: string[] = [];
    hub.onCommitted(({ events }) => types.push(...events.map(({ type }) => type)));
    at.now = FIVE;
    await until('the alert', () => 'backup_failed' in hub.state().alerts);
    expect(hub.state().alerts.backup_failed?.message).toContain(usb);
    expect(hub.health().ok).toBe(true);
    at.now += HOUR;
    await looks();
    expect(types.filter((type) => type === 'alert')).toHaveLength(1);
    expect(existsSync(usb)).toBe(false);
    mkdirSync(usb);
    const old = night('2026-03-01', hub.siteId);
    writeFileSync(join(usb, old), 'the only one');
    at.now += HOUR;
    await until('no alert', () => Object.keys(hub.state().alerts).length === 0);
    expect(files(usb)).toEqual([night('2026-03-07', hub.siteId)]);
    expect(readNote(dataDir)).toContain(usb);
  });

  it('is not made by a demo', async () => {
    const { dataDir, at } = aHouse();
    const clock = { wall: () => at.now, mono: () => at.now - NOON };
    const demo = { startAt: NOON, speed: 1 };
    openTestHub({ dataDir, core: domainCore, clock, demo, backup: soon });
    at.now = FIVE + HOUR;
    await looks();
    expect(existsSync(join(dataDir, 'backups'))).toBe(false);
  });
});

function readNote(dataDir: string): string | undefined {
  const db = openReadOnly(join(dataDir, 'heard.db'));
  const value = db.prepare("SELECT value FROM meta WHERE name = 'last_backup'").pluck().get();
  db.close();
  return typeof value === 'string' ? value : undefined;
}
