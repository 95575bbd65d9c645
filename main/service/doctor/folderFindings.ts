import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfigFile } from '../../hub/configFile.ts';
import { machineDisk } from '../../hub/diskGuard.ts';
import { crashLoop, readExits } from '../../store/exitNotes.ts';
import { refuseUnfinished } from '../../store/restoreSwap.ts';
import { megabytes, whenText } from '../plainWords.ts';
import { bad, type Finding, fine, look } from './finding.ts';

const DAY_MS = 24 * 3_600_000;
const FOR_OTHERS = 0o077;

/** What lies around the database. */
export function folderFindings(dataDir: string, now: number): Finding[] {
  return [
    ...diskFindings(dataDir),
    ...configFindings(dataDir),
    ...permissionFindings(dataDir),
    ...faultFindings(dataDir, now),
    ...restoreFindings(dataDir),
  ];
}

function diskFindings(dataDir: string): Finding[] {
  const { freeBytes, isWritable, warnBelow, stopBelow } = machineDisk(dataDir);
  const findings: Finding[] = [];
  if (isWritable?.() === false) {
    findings.push(
      bad(
        'disk',
        'The folder cannot be written: Heard takes no orders.',
        'The disk may have failed or be locked; check it and who owns the folder.',
      ),
    );
  }
  const free = freeBytes();
  const says = `${megabytes(free)} are free on the disk.`;
  const advice = `Make room: under ${megabytes(stopBelow)} Heard takes no orders.`;
  if (free < stopBelow) findings.push(bad('disk', says, advice));
  else if (free < warnBelow) findings.push(look('disk', says, advice));
  else findings.push(fine('disk', says));
  return findings;
}

function configFindings(dataDir: string): Finding[] {
  const file = readConfigFile(dataDir);
  if (file.kind === 'absent') return [];
  if (file.kind === 'valid') return [fine('config', 'config.json holds.')];
  return [
    look(
      'config',
      `config.json is not used: ${file.message}`,
      'Mend the field that is named and start Heard again; until then the last good configuration is in force.',
    ),
  ];
}

function permissionFindings(dataDir: string): Finding[] {
  // Windows keeps them elsewhere; a folder of the user's own application data is the user's alone there.
  if (process.platform === 'win32') return [];
  const open = ['', 'heard.db', 'keys', join('keys', 'personal')]
    .map((name) => join(dataDir, name))
    .filter((path) => isOpen(path));
  // Who may not enter the folder reads nothing in it.
  if (!open.some((path) => path === join(dataDir, ''))) return keyAlone(open);
  return [
    look('permissions', `Other users of this machine may look into ${dataDir}.`, `chmod 700 '${dataDir}'`),
    ...keyAlone(open),
  ];
}

function keyAlone(open: readonly string[]): Finding[] {
  const key = open.find((path) => path.endsWith(join('keys', 'personal')));
  if (key === undefined) return [fine('permissions', 'The key is for this user alone.')];
  return [
    look(
      'permissions',
      "The file of the key to guests' names is not for this user alone.",
      `chmod 600 '${key}'`,
    ),
  ];
}

function isOpen(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & FOR_OTHERS) !== 0;
}

function faultFindings(dataDir: string, now: number): Finding[] {
  const loop = crashLoop(dataDir, now);
  const recent = readExits(dataDir).filter(({ at }) => at > now - DAY_MS && at <= now);
  const last = recent.at(-1);
  if (last === undefined) return [];
  const reason = last.reason.split('\n', 1)[0];
  if (loop !== null) {
    return [
      bad(
        'faults',
        `Heard has ended by a fault of its own three times within a minute (${reason}); it starts read-only.`,
        'Wait a minute and start it again. If it comes back: update Heard, or restore a backup.',
      ),
    ];
  }
  return [
    look(
      'faults',
      `Heard has ended by a fault of its own ${recent.length === 1 ? 'once' : `${recent.length} times`} since yesterday, last ${whenText(last.at)} (${reason}).`,
      'Nothing acknowledged was lost. Tell whoever looks after Heard for you.',
    ),
  ];
}

function restoreFindings(dataDir: string): Finding[] {
  try {
    refuseUnfinished(dataDir);
    return [];
  } catch {
    return [
      bad(
        'restore',
        'A restore of this data was cut short.',
        'Run the same restore once more; nothing is lost.',
      ),
    ];
  }
}
