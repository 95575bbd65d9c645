import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupNote } from '../../store/backupNotes.ts';
import type { Examined } from '../../store/doctorStore.ts';
import type { FileFacts } from '../../store/fileFacts.ts';
import type { Replay, SnapshotStanding } from '../../store/replayCheck.ts';
import { megabytes, spanText, whenText } from '../plainWords.ts';
import { bad, type Finding, fine, look, RESTORE } from './finding.ts';

/** A night may be missed because the hub was off; two are a pattern. */
const BACKUP_TOO_OLD_MS = 50 * 3_600_000;

/** What the database says, in words. */
export function databaseFindings(dataDir: string, examined: Examined): Finding[] {
  const { newer, facts, replay } = examined;
  if (newer !== null) {
    return [
      bad(
        'file',
        'The data was written by a newer Heard; this one leaves it alone.',
        `Start Heard ${newer.release} or newer, or restore a backup made by this one.`,
      ),
    ];
  }
  const findings = [...fileFindings(examined), ...logFindings(examined)];
  if (!(replay instanceof Error)) findings.push(...replayFindings(replay));
  findings.push(...keyFindings(dataDir, examined.key));
  if (!(facts instanceof Error) && !(examined.backup instanceof Error))
    findings.push(backupFinding(facts, examined.backup));
  return findings;
}

function fileFindings({ complaints }: Examined): Finding[] {
  if (complaints instanceof Error)
    return [bad('file', `The data file is damaged (${complaints.message}).`, RESTORE)];
  if (complaints.length > 0)
    return [bad('file', `The data file is damaged: ${complaints.join('; ')}.`, RESTORE)];
  return [fine('file', 'The data file is whole.')];
}

function logFindings({ facts, gap, timeBack }: Examined): Finding[] {
  if (facts instanceof Error) return [bad('log', `The log cannot be read (${facts.message}).`, RESTORE)];
  const findings: Finding[] = [];
  if (gap instanceof Error) findings.push(bad('log', `The log cannot be read (${gap.message}).`, RESTORE));
  else if (gap !== null) findings.push(bad('log', `Entry ${gap} of the log is missing.`, RESTORE));
  if (typeof timeBack === 'number') {
    findings.push(
      look(
        'log',
        `Entry ${timeBack} of the log is earlier than the one before it.`,
        'Times in reports of that day may be wrong; the kitchen is not touched.',
      ),
    );
  }
  if (findings.length > 0) return findings;
  const { events, tickets, at, epoch } = facts;
  const until = events === 0 ? '' : `, the last of ${whenText(at)}`;
  return [
    fine('log', `The log has no gap: ${events} entries, ${tickets} tickets${until}; epoch ${epoch.n}.`),
  ];
}

const SNAPSHOT: Record<Exclude<SnapshotStanding, 'equal'>, string> = {
  different: 'says something else than the log',
  unreadable: 'cannot be read',
  beyond: 'is of entries that the log no longer has',
};

function replayFindings({ events, broken, snapshots }: Replay): Finding[] {
  if (broken !== null) {
    return [
      bad(
        'log',
        `Entry ${broken.seq} of the log cannot be taken (${broken.why}). Heard shows the last good board and takes nothing.`,
        `Update Heard if there is a newer one. If that does not help: ${RESTORE}`,
      ),
    ];
  }
  const wrong = snapshots.flatMap(({ seq, standing }) => (standing === 'equal' ? [] : [{ seq, standing }]));
  if (wrong.length === 0) {
    return [
      fine(
        'snapshot',
        `The day plays through: ${events} entries, and every snapshot says what the log says.`,
      ),
    ];
  }
  return wrong.map(({ seq, standing }) => {
    const says = `The snapshot at entry ${seq} ${SNAPSHOT[standing]}.`;
    if (standing === 'different') return bad('snapshot', says, `The board may be wrong. ${RESTORE}`);
    if (standing === 'beyond')
      return bad(
        'snapshot',
        says,
        'The end of the log was lost, by a failing disk or a file copied by hand. Have every POS put its open tickets again; check the disk.',
      );
    return look('snapshot', says, 'Nothing to do: a start reads the log instead, which takes longer.');
  });
}

function keyFindings(dataDir: string, key: Examined['key']): Finding[] {
  const path = join(dataDir, 'keys', 'personal');
  const advice = `Put the right file at ${path} (it is in no backup). Without it, restore a backup: Heard then starts without guests' names.`;
  if (key instanceof Error)
    return [bad('key', `The key to guests' names cannot be read (${key.message}).`, advice)];
  switch (key) {
    case 'fits':
      return [fine('key', "The key to guests' names fits. Keep a copy of it apart from the backups.")];
    case 'none':
      return [fine('key', "No guest's name is stored yet.")];
    case 'missing':
      return [bad('key', "The key to guests' names is missing. Heard does not start without it.", advice)];
    case 'wrong':
      return [
        bad(
          'key',
          "The key is not the one guests' names were sealed with. Heard does not start with it.",
          advice,
        ),
      ];
    default:
      return key satisfies never;
  }
}

function backupFinding({ at, firstAt }: FileFacts, last: BackupNote | null): Finding {
  const advice =
    'Look at the backup folder of the configuration and its disk, or make one: npm run heard -- backup TO';
  if (last === null) {
    return at - firstAt < BACKUP_TOO_OLD_MS
      ? fine('backup', 'The first nightly backup is still to come.')
      : look('backup', 'No nightly backup was ever made.', advice);
  }
  if (!existsSync(last.path)) return look('backup', `The last backup is gone: ${last.path}`, advice);
  const age = at - last.at;
  if (age > BACKUP_TOO_OLD_MS)
    return look('backup', `The last nightly backup is ${spanText(age)} older than the last entry.`, advice);
  return fine(
    'backup',
    `Last nightly backup: ${whenText(last.at)}, ${last.path} (${megabytes(last.bytes)}).`,
  );
}
