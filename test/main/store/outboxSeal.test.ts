import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStationStore } from '../../../main/store/openStation.ts';
import type { CommandEnvelope } from '../../../shared/domain/commands/command.ts';
import { CommandId } from '../../../shared/lib/ids.ts';
import { dataFolder } from './folder.ts';

const guest = {
  name: 'Petra Vandersloot',
  phone: '+34 611 222 333',
  email: 'petra@example.org',
  kitchenNotes: 'no coriander',
  guestNotes: 'owes us for last time',
  consent: true,
};
const walkIn: CommandEnvelope = {
  id: CommandId.parse('press-0001'),
  claimedAt: 5,
  command: {
    type: 'party.add',
    kind: 'walk_in',
    guest,
    allergies: [],
    covers: 2,
    at: null,
    etaAt: null,
    durationMinutes: null,
    quotedMinutes: null,
    tables: [],
    locked: false,
    server: null,
    vip: false,
    occasion: null,
  },
};

function pressed(): string {
  const dataDir = dataFolder();
  const store = openStationStore(dataDir);
  store.outbox.put({ siteId: 'site', envelope: walkIn });
  store.close();
  return dataDir;
}

function kept(dataDir: string) {
  const store = openStationStore(dataDir);
  const [press] = store.outbox.all();
  store.close();
  return press?.envelope;
}

describe('[S79] a walk-in that waits on a station’s disk', () => {
  it('has no more in clear than a cook may read, and is whole again after a restart', () => {
    const dataDir = pressed();
    const file = readFileSync(join(dataDir, 'station.db')).toString('latin1');
    for (const secret of ['Vandersloot', '611 222', 'petra@', 'owes us']) expect(file).not.toContain(secret);
    expect(file).toContain('Petra');
    expect(kept(dataDir)).toEqual(walkIn);
    if (process.platform !== 'win32')
      expect(statSync(join(dataDir, 'keys', 'outbox')).mode & 0o777).toBe(0o600);
  });

  it('as a note of the shift does', () => {
    const dataDir = dataFolder();
    const store = openStationStore(dataDir);
    const command = { type: 'shiftNote.write' as const, words: 'the divorce is settled' };
    const note = { id: CommandId.parse('press-0002'), claimedAt: 5, command };
    store.outbox.put({ siteId: 'site', envelope: note });
    store.close();
    expect(readFileSync(join(dataDir, 'station.db')).toString('latin1')).not.toContain('divorce');
    expect(kept(dataDir)).toEqual(note);
  });

  it('is not lost with its key: it goes with the first name', () => {
    const dataDir = pressed();
    rmSync(join(dataDir, 'keys'), { recursive: true });
    const cut = { ...guest, name: 'Petra', phone: null, email: null, guestNotes: null };
    expect(kept(dataDir)).toEqual({ ...walkIn, command: { ...walkIn.command, guest: cut } });
  });
});
