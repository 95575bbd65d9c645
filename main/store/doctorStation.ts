import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './attempt.ts';
import type { Db } from './database.ts';
import { EventLog } from './eventLog.ts';
import { integrityComplaints } from './fileFacts.ts';
import { openReadOnly } from './openReadOnly.ts';
import { OutboxSeal } from './outboxSeal.ts';
import { StationStore } from './StationStore.ts';
import { isNewerStation } from './stationSchema.ts';

/** What a doctor sees of a station's file. Each part that cannot be read is an Error, so that one fault hides no other. */
export interface ExaminedStation {
  /** The file is of a newer build: nothing else is looked at then. */
  readonly isNewer: boolean;
  readonly complaints: readonly string[] | Error;
  /** null: it never met a hub. */
  readonly hub: StationHub | null | Error;
  readonly presses: StationPresses | Error;
  /** Entries after the board as it was last written whole. */
  readonly tail: number | Error;
}

export interface StationHub {
  readonly siteId: string;
  readonly addresses: readonly string[];
  /** This device's clock when the hub last spoke; null: never. */
  readonly heardAt: number | null;
}

export interface StationPresses {
  readonly waiting: number;
  /** Refused by the hub, and not yet read by anybody. */
  readonly refused: number;
  /** Of another build: kept, and not sent by this one. */
  readonly unreadable: number;
}

/** null: the folder is no station's. Throws what SQLite says when the file cannot be opened at all. */
export function examineStation(dataDir: string): ExaminedStation | null {
  const path = join(dataDir, 'station.db');
  if (!existsSync(path)) return null;
  const db = openReadOnly(path);
  try {
    return {
      isNewer: isNewerStation(db),
      complaints: attempt(() => integrityComplaints(db)),
      hub: attempt(() => hubOf(db, dataDir)),
      presses: attempt(() => pressesOf(db, dataDir)),
      tail: attempt(() => new EventLog(db).after(0, Number.MAX_SAFE_INTEGER).length),
    };
  } finally {
    db.close();
  }
}

function hubOf(db: Db, dataDir: string): StationHub | null {
  const store = new StationStore(db, new OutboxSeal(dataDir), () => undefined);
  const followed = store.followed();
  if (followed === null) return null;
  return {
    siteId: followed.siteId,
    addresses: store.hubs(),
    heardAt: store.lastHeard()?.wallAt ?? null,
  };
}

function pressesOf(db: Db, dataDir: string): StationPresses {
  let unreadable = 0;
  const all = new StationStore(db, new OutboxSeal(dataDir), () => undefined).outbox.all(() => {
    unreadable += 1;
  });
  const refused = all.filter(({ settled }) => settled !== null).length;
  return { waiting: all.length - refused, refused, unreadable };
}
