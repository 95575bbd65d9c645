import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import { type Restored, restoreFile } from '../store/restoreFile.ts';
import { Complaint } from './complaint.ts';
import { isDatabase } from './isDatabase.ts';
import { spanText, whenText } from './plainWords.ts';

/** Beyond this the list is for the file that was put aside. */
const TICKETS_NAMED = 40;

/** Brings a backup back and says in plain words what the house now knows and what it does not. */
export async function restoreFrom(dataDir: string, from: string, isOtherSiteMeant: boolean): Promise<void> {
  const file = resolve(from);
  if (!existsSync(file)) throw new Complaint(`There is no file ${file}.`);
  if (statSync(file).isDirectory()) throw new Complaint(`${file} is a folder. ${newestIn(file)}`);
  if (!isDatabase(file)) throw new Complaint(`${file} is no backup of Heard.`);
  const restored = await restoreFile({ dataDir, from: file, isOtherSiteMeant, now: Date.now() });
  process.stdout.write(`${sentences(restored).join('\n')}\n`);
  // A script that keeps the report still lets the person at the terminal read what is gone.
  if (restored.isKeyLost) process.stderr.write(`Heard: ${withoutGuests(dataDir)}\n`);
}

function withoutGuests(dataDir: string): string {
  return `Without guests: the key they are sealed with is not at ${join(dataDir, 'keys', 'personal')}, so names, phones, guest notes and profiles were left out; allergies are all there. If you find the key, put it there and run this restore again.`;
}

function newestIn(folder: string): string {
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
  return newest === undefined ? 'It holds no backup.' : `Name the file; the newest in it is ${newest}`;
}

function sentences(restored: Restored): string[] {
  const { at, epoch, aside } = restored;
  return [
    `Restored: everything up to ${whenText(at)}. This is epoch ${epochText(epoch)}.`,
    ...lossOf(restored),
    ...tokensOf(restored),
    ...(aside === null ? [] : [`The data that was here is kept as ${aside}`]),
    'Start Heard. Every POS is told to put its open tickets again; what is known is not cooked twice.',
  ];
}

function lossOf({ present, lost, at }: Restored): string[] {
  if (present.kind === 'none') return [];
  if (lost === null) {
    return [
      'The data that was here could not be compared, so nobody can say what came after the backup. Ask the floor for tickets since then.',
    ];
  }
  if (lost.events === 0) return ['Nothing that was here is missing.'];
  const named = lost.tickets
    .slice(0, TICKETS_NAMED)
    .map(({ number, table }) => (table === null ? number : `${number} (table ${table})`));
  const more = lost.tickets.length > TICKETS_NAMED ? ` and ${lost.tickets.length - TICKETS_NAMED} more` : '';
  return [
    `Lost: what happened from ${whenText(at)} to ${whenText(lost.until)} (${spanText(lost.until - at)}): ${lost.events} entries, ${lost.tickets.length} new tickets.`,
    ...(named.length === 0 ? [] : [`Those tickets: ${named.join(', ')}${more}.`]),
  ];
}

function tokensOf({ present, lost }: Restored): string[] {
  if (lost !== null || present.kind === 'none') return [];
  return [
    'Tokens are as they were in the backup: one that was revoked since works again. Look at "npm run heard -- token list".',
  ];
}
