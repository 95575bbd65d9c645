import Database from 'better-sqlite3';
import { DedupeTable } from '../../main/store/dedupeTable.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { Settled } from '../../shared/protocol/screenMessages.ts';

export interface JudgedPress {
  readonly id: string;
  /** null: no answer. */
  readonly settled: Settled | null;
}

export interface JudgedScreen {
  readonly name: string;
  readonly presses: readonly JudgedPress[];
}

/** Every press has one answer, and what was answered is what the hub's file says. */
export function judgePresses(
  screens: readonly JudgedScreen[],
  events: readonly Event[],
  file: string,
): string[] {
  const done = new Set(events.map(({ cmd }) => cmd));
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const dedupe = new DedupeTable(db);
    return screens.flatMap(({ presses, name }) =>
      presses.flatMap((press) => {
        const stored = dedupe.byCommand(press.id);
        const said = stored?.ok ? stored.outcome : (stored?.code ?? null);
        const wrong = judgePress(press, done.has(press.id), said);
        return wrong === null ? [] : [`press ${press.id} at ${name}: ${wrong}`];
      }),
    );
  } finally {
    db.close();
  }
}

function judgePress({ settled }: JudgedPress, isDone: boolean, stored: string | null): string | null {
  if (settled === null) return 'never answered';
  if (isDone !== (stored === 'applied')) return `stored as ${stored}, and ${isDone ? 'done' : 'not done'}`;
  switch (settled.state) {
    case 'queued':
      return stored === null ? 'kept by the station and lost' : null;
    case 'decided':
      return stored === settled.outcome ? null : `answered ${settled.outcome}, stored as ${stored}`;
    case 'refused':
      // A fire is given up when no answer comes in time, whatever became of it.
      return isDone && settled.code !== 'too_late' ? `refused (${settled.code}) and done` : null;
    default:
      return settled satisfies never;
  }
}
