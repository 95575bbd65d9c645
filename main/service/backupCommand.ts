import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { writeBackup } from '../store/backupFile.ts';
import { Complaint } from './complaint.ts';
import { isDatabase } from './isDatabase.ts';
import { megabytes, whenText } from './plainWords.ts';

/** Copies the data of a folder to a file, or into a folder under a name with the time. A running service notices nothing. */
export async function backupTo(dataDir: string, to: string): Promise<void> {
  const source = join(dataDir, 'heard.db');
  if (!existsSync(source)) throw new Complaint(`There is no data of Heard in ${dataDir}.`);
  const target = targetOf(resolve(to), new Date());
  refuseOverwriting(source, target);
  const { bytes, events, tickets, at } = await writeBackup(source, target);
  process.stdout.write(
    `Written and checked: ${target} (${megabytes(bytes)}, ${events} entries, ${tickets} tickets, the last of ${whenText(at)}).\n` +
      "It does not hold the key to guests' names: keep a copy of keys/personal apart from it.\n",
  );
}

function targetOf(to: string, now: Date): string {
  if (existsSync(to) && statSync(to).isDirectory()) {
    return join(to, `heard-${now.toISOString().slice(0, 19).replaceAll(':', '')}.db`);
  }
  if (!existsSync(dirname(to))) throw new Complaint(`There is no folder ${dirname(to)}.`);
  return to;
}

/** An older backup may be replaced; a live database, or anything else a slip of the hand names, may not. */
function refuseOverwriting(source: string, target: string): void {
  if (!existsSync(target)) return;
  const isLive = basename(target) === 'heard.db' || existsSync(`${target}-wal`);
  if (realpathSync(target) === realpathSync(source) || isLive)
    throw new Complaint(`${target} is data in use, not a backup. Name another file.`);
  if (!isDatabase(target)) throw new Complaint(`${target} is there and is no backup. Name another file.`);
}
