import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Epoch } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { syncFile } from './durableFile.ts';
import { lockFolder } from './folderLock.ts';
import { noteHighestEpoch, readHighestEpoch } from './highestEpoch.ts';
import { parseJson } from './json.ts';
import { readMeta, writeMeta } from './metaTable.ts';
import { isSqliteError, openReadOnly } from './openReadOnly.ts';
import { standbyFile } from './openStandby.ts';
import { keyStanding } from './personalKey.ts';
import { openPlain } from './plainFile.ts';
import { Refusal } from './refusal.ts';
import { mergeInto } from './restoreMerge.ts';
import { cutShort, swapIn } from './restoreSwap.ts';
import { CopyOf, OF, PROMOTION, StandbyCopy } from './StandbyCopy.ts';

/** What a promoted hub knows of where it came from. In its own file, so that a start cannot see one without the other. */
export const Promotion = z.object({
  /** Wall clock. */
  at: z.number(),
  /** Pages opened at these addresses may speak to this hub, and here the old one may come back. */
  formerHub: z.array(z.string()),
});
export type Promotion = z.infer<typeof Promotion>;

export interface PromoteOptions {
  readonly dataDir: string;
  /** This program's build: a file of another may have another shape, or hold events that this one cannot read. */
  readonly build: string;
  /** Wall clock. */
  readonly now: number;
}

export interface PromotedCopy {
  readonly epoch: Epoch;
  /** The last entry that came from the old hub. */
  readonly seq: number;
  readonly of: CopyOf;
  readonly isKeyLost: boolean;
}

/**
 * Makes a standby's copy the hub's file of its folder: the next epoch, in one transaction, and then in its place by a rename. Until that the
 * folder is a station's. The folder must not be owned by a running service.
 */
export function promoteCopy({ dataDir, build, now }: PromoteOptions): PromotedCopy {
  const unlock = lockFolder(dataDir);
  try {
    const staged = standbyFile(dataDir);
    const cut = cutShort(dataDir);
    if (!existsSync(staged)) throw new Refusal('not_standby', NOTHING_HERE);
    const db = openPlain(staged);
    let promoted: PromotedCopy;
    try {
      const of = copyOf(db);
      refuseUnready(of, build);
      const standing = keyStanding(db, dataDir);
      const isKeyLost = standing === 'missing' || standing === 'wrong';
      const last = new StandbyCopy(db).last();
      const highestN = Math.max(readHighestEpoch(dataDir), of.epoch.n);
      const merged = mergeInto(db, {
        present: null,
        common: 0,
        highestN,
        isKeyLost,
        now: Math.max(now, of.now),
        reason: 'promotion',
      });
      writeMeta(db, PROMOTION, JSON.stringify({ at: now, formerHub: of.addresses } satisfies Promotion));
      promoted = { epoch: merged.epoch, seq: last?.seq ?? 0, of, isKeyLost };
    } finally {
      db.close();
    }
    syncFile(staged);
    const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
    noteHighestEpoch(dataDir, promoted.epoch.n);
    swapIn(dataDir, staged, cut ?? `heard.db.before-promotion-${stamp}`);
    rmSync(dirname(staged), { recursive: true, force: true });
    rmSync(join(dataDir, 'fenced.json'), { force: true });
    return promoted;
  } finally {
    unlock();
  }
}

const NOTHING_HERE =
  'This device holds no copy of the hub. Mark it as a standby in set-up at the hub, while that runs.';

function copyOf(db: Db): CopyOf {
  const text = readMeta(db, OF);
  if (text === null) throw new Refusal('not_standby', NOTHING_HERE);
  return parseJson(CopyOf, text);
}

function refuseUnready(of: CopyOf, build: string): void {
  if (!of.isWhole) {
    throw new Refusal(
      'not_standby',
      'The copy of the hub on this device has never been whole: too little of the house is here to go on with.',
    );
  }
  if (of.build === build) return;
  throw new Refusal(
    'other_build',
    `This device runs another build of Heard (${build}) than its hub did (${of.build}). Bring it to the same one first.`,
  );
}

/**
 * What the hub's file of a folder says of its promotion; null: it was none, or there is no file. `unreadable`: who opens it as a hub finds out
 * why, and says what to do.
 */
export function readPromotion(dataDir: string): Promotion | 'unreadable' | null {
  const path = join(dataDir, 'heard.db');
  if (!existsSync(path)) return null;
  try {
    const text = metaOf(path, PROMOTION);
    return text === null ? null : parseJson(Promotion, text);
  } catch (error) {
    if (isSqliteError(error)) return 'unreadable';
    throw error;
  }
}

function metaOf(path: string, name: string): string | null {
  const db = openReadOnly(path);
  try {
    return readMeta(db, name);
  } finally {
    db.close();
  }
}
