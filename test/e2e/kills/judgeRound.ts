import Database from 'better-sqlite3';
import { DedupeTable } from '../../../main/store/dedupeTable.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { outsideMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import type { CookHands, Press } from './cookHands.ts';
import type { FeedReader } from './feedReader.ts';

/** Every press has one answer, and what was answered is what the hub's file says. */
export function judgePresses(hands: readonly CookHands[], events: readonly Event[], file: string): string[] {
  const done = new Set(events.map(({ cmd }) => cmd));
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const dedupe = new DedupeTable(db);
    return hands.flatMap(({ presses, name }) =>
      presses.flatMap((press) => {
        const stored = dedupe.byCommand(press.id);
        const wrong = judgePress(
          press,
          done.has(press.id),
          stored?.ok ? stored.outcome : (stored?.code ?? null),
        );
        return wrong === null ? [] : [`press ${press.id} at ${name}: ${wrong}`];
      }),
    );
  } finally {
    db.close();
  }
}

function judgePress({ settled }: Press, isDone: boolean, stored: string | null): string | null {
  if (settled === null) return 'never answered';
  if (isDone !== (stored === 'applied')) return `stored as ${stored}, and ${isDone ? 'done' : 'not done'}`;
  switch (settled.state) {
    case 'queued':
      return stored === null ? 'kept by the station and lost' : null;
    case 'decided':
      // Its events may have come before its answer: then what the screen knows is that it was applied.
      return stored === settled.outcome ? null : `answered ${settled.outcome}, stored as ${stored}`;
    case 'refused':
      return isDone ? `refused (${settled.code}) and done` : null;
    default:
      return settled satisfies never;
  }
}

/** The feed is the log, seen from outside: each message once, in order, and nothing else. */
export function judgeFeed(reader: FeedReader, events: readonly Event[], epoch: string): string[] {
  const due = events.flatMap((event) => outsideMessage(event, epoch) ?? []);
  const wrong = [...reader.surprises];
  for (const message of due) {
    const heard = reader.messages.get(message.id);
    if (!heard) wrong.push(`${message.id} ${message.type} never reached the POS`);
    else if (canonicalJson(heard) !== canonicalJson(message))
      wrong.push(`${message.id} says something else than the log`);
  }
  const known = new Set(due.map(({ id }) => id));
  for (const id of reader.messages.keys()) if (!known.has(id)) wrong.push(`${id} is not in the log`);
  return wrong;
}
