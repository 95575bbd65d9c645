import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Event } from '../../shared/domain/events/event.ts';
import { emptyState, type State, stateToDocument } from '../../shared/domain/model/state.ts';
import { reduce } from '../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { readLogFile } from '../store/readLogFile.ts';
import { Complaint } from './complaint.ts';
import { isDatabase } from './isDatabase.ts';

export interface Replayed {
  readonly seq: number;
  readonly events: number;
  readonly day: string;
  readonly tickets: number;
  readonly checks: number;
  readonly alerts: number;
  /** SHA-256 of the canonical JSON of the whole state: two builds that replay a log alike print the same. */
  readonly digest: string;
}

/** Replays a log, from a database or from lines of JSON, up to and with `to`. Changes nothing. */
export function replayFile(path: string, to: number | null): Replayed {
  if (!existsSync(path)) throw new Complaint(`There is no file ${path}.`);
  let state: State | null = null;
  let events = 0;
  for (const event of isDatabase(path) ? readLogFile(path) : readLines(path)) {
    if (to !== null && event.seq > to) break;
    state ??= { ...emptyState, seq: event.seq - 1 };
    if (event.seq !== state.seq + 1) throw new Complaint(`The log goes from ${state.seq} to ${event.seq}.`);
    state = reduce(state, event);
    events += 1;
  }
  return summaryOf(state ?? emptyState, events);
}

function summaryOf(state: State, events: number): Replayed {
  const document = stateToDocument(state);
  return {
    seq: state.seq,
    events,
    day: state.day,
    tickets: state.tickets.size,
    checks: state.checks.size,
    alerts: Object.keys(state.alerts).length,
    digest: createHash('sha256').update(canonicalJson(document)).digest('hex'),
  };
}

function* readLines(path: string): Generator<Event> {
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() !== '') yield eventOf(line, `${path}:${index + 1}`);
  }
}

function eventOf(line: string, place: string): Event {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Complaint(`${place} is not JSON.`);
  }
  const parsed = Event.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Complaint(`${place} is not an event: ${issue?.path.join('.')}: ${issue?.message}`);
}
