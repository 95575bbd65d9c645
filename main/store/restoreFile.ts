import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Epoch, epochText } from '../../shared/protocol/screenMessages.ts';
import { dropFile, writeBackup } from './backupFile.ts';
import { syncFile } from './durableFile.ts';
import { dropExitNotes } from './exitNotes.ts';
import { factsOf } from './fileFacts.ts';
import { lockFolder } from './folderLock.ts';
import { noteHighestEpoch, readHighestEpoch } from './highestEpoch.ts';
import { migrateCopy } from './migrate.ts';
import { damageOf, openReadOnly } from './openReadOnly.ts';
import { keyStanding } from './personalKey.ts';
import { openPlain } from './plainFile.ts';
import { commonSeq, type Present, readPresent, ticketsAfter } from './presentFile.ts';
import { Refusal } from './refusal.ts';
import { replayCheck } from './replayCheck.ts';
import { mergeInto } from './restoreMerge.ts';
import { cutShort, swapIn } from './restoreSwap.ts';

export interface RestoreOptions {
  readonly dataDir: string;
  readonly from: string;
  /** A person says that this folder is to become another house's. */
  readonly isOtherSiteMeant: boolean;
  /** Wall clock, epoch ms. */
  readonly now: number;
}

export interface Restored {
  readonly epoch: Epoch;
  /** Number and hub time of the last entry that came with the backup. */
  readonly seq: number;
  readonly at: number;
  readonly present: Present;
  /** What stood in the replaced file after the fork; null: it could not be read, or there was none. */
  readonly lost: {
    readonly until: number;
    readonly events: number;
    readonly tickets: ReadonlyArray<{ readonly number: string; readonly table: string | null }>;
  } | null;
  /** Where the replaced file lies now; null: there was none. */
  readonly aside: string | null;
  readonly isKeyLost: boolean;
}

const STAGED = 'heard.db.restoring';

/** Brings a backup back into a folder that no service owns. Until the last step the folder is as it was. */
export async function restoreFile(options: RestoreOptions): Promise<Restored> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(dataDir);
  const staged = join(dataDir, STAGED);
  try {
    dropFile(staged);
    return await restore(options, staged);
  } catch (error) {
    const damage = damageOf(error);
    if (damage === null) throw error;
    throw new Refusal(
      'file_damaged',
      `${options.from} is no backup that can be read (${damage}). Take an older one.`,
    );
  } finally {
    dropFile(staged);
    unlock();
  }
}

async function restore(options: RestoreOptions, staged: string): Promise<Restored> {
  const { dataDir, from, now } = options;
  const cut = cutShort(dataDir);
  const own = join(dataDir, 'heard.db');
  if (existsSync(own) && existsSync(from) && realpathSync(own) === realpathSync(from))
    throw new Refusal('no_data', `${from} is this folder's own data, not a backup of it.`);
  await writeBackup(from, staged);
  const asideBefore = cut === null ? null : join(dataDir, cut);
  const replaced = !existsSync(own) && asideBefore !== null ? asideBefore : own;
  const present = readPresent(replaced);
  const merged = stage(options, staged, { present, replaced });
  const aside = existsSync(own) ? `heard.db.before-restore-${stamp(now)}` : cut;
  swapIn(dataDir, staged, aside ?? `heard.db.before-restore-${stamp(now)}`);
  noteHighestEpoch(dataDir, merged.epoch.n);
  // Faults of the replaced data must not keep the restored from starting as usual.
  dropExitNotes(dataDir);
  rmSync(join(dataDir, 'service.json'), { force: true });
  return { ...merged, present, aside: aside === null ? null : join(dataDir, aside) };
}

function stage(
  { dataDir, isOtherSiteMeant, now, from }: RestoreOptions,
  staged: string,
  { present, replaced }: { present: Present; replaced: string },
): Omit<Restored, 'present' | 'aside'> {
  const db = openPlain(staged);
  try {
    migrateCopy(db);
    const { siteId, seq, at, epoch } = factsOf(db);
    const { broken } = replayCheck(db);
    if (broken !== null) {
      throw new Refusal(
        'file_damaged',
        `${from} has an entry (${broken.seq}) that cannot be read. Take an older one.`,
      );
    }
    const isOtherSite = present.kind === 'readable' && present.file.facts.siteId !== siteId;
    if (isOtherSite && !isOtherSiteMeant) {
      throw new Refusal(
        'other_site',
        `${from} is the data of another house. If this device is to become that house's hub, say --other-site.`,
      );
    }
    const file = present.kind === 'readable' && !isOtherSite ? present.file : null;
    const isSameLog = file !== null && epochText(file.facts.epoch) === epochText(epoch);
    const common = file === null || isSameLog ? seq : commonOf(db, replaced);
    const standing = keyStanding(db, dataDir);
    const isKeyLost = standing === 'missing' || standing === 'wrong';
    const highestN = Math.max(
      readHighestEpoch(dataDir),
      present.kind === 'readable' ? present.file.facts.epoch.n : 0,
    );
    const merged = mergeInto(db, { present: file, common, highestN, isKeyLost, now, reason: 'restore' });
    const lost =
      file === null
        ? null
        : {
            until: file.facts.at,
            events: Math.max(0, file.facts.seq - common),
            tickets: ticketsAfter(replaced, common),
          };
    return { epoch: merged.epoch, seq, at, lost, isKeyLost };
  } finally {
    db.close();
    syncFile(staged);
  }
}

function commonOf(db: Parameters<typeof commonSeq>[0], replaced: string): number {
  const other = openReadOnly(replaced);
  try {
    return commonSeq(db, other);
  } finally {
    other.close();
  }
}

function stamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(':', '');
}
