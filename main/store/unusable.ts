import { WHAT_TO_DO } from './backupFile.ts';
import { isWriteFailure } from './database.ts';
import { damageOf } from './openReadOnly.ts';
import { Refusal } from './refusal.ts';

/** Errors of the system about a folder that cannot be written, and what they mean to a person. */
const SYSTEM: Readonly<Record<string, string>> = {
  EROFS: 'it is on a disk that cannot be written',
  EACCES: 'it belongs to another user',
  EPERM: 'it belongs to another user',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  EIO: 'its disk does not answer',
  ENOTDIR: 'it is no folder',
};

/** What opening a folder threw, as what a person can do about it; anything else comes back as it was. */
export function asRefusal(error: unknown, dataDir: string): unknown {
  if (error instanceof Refusal) return error;
  const damage = damageOf(error);
  if (damage !== null)
    return new Refusal('file_damaged', `The data in ${dataDir} is damaged (${damage}). ${WHAT_TO_DO}`);
  const why = error instanceof Error && 'code' in error ? SYSTEM[String(error.code)] : undefined;
  if (why === undefined && !isWriteFailure(error)) return error;
  const said = why ?? (error instanceof Error ? error.message : String(error));
  return new Refusal(
    'folder_unusable',
    `Heard cannot write in ${dataDir}: ${said}. Make room or mend the disk; "npm run heard -- doctor" says more.`,
  );
}
