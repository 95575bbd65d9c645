import { createHash } from 'node:crypto';
import {
  emptyState,
  type State,
  stateFromDocument,
  stateToDocument,
} from '../../shared/domain/model/state.ts';
import { reduce } from '../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import type { Db } from './database.ts';
import { EventLog } from './eventLog.ts';
import { SnapshotTable } from './snapshotTable.ts';
import { whyText } from './whyText.ts';

export interface Replay {
  /** Entries replayed since the newest day opening. */
  readonly events: number;
  readonly state: State;
  /** The first entry that cannot be taken, and why; null: all could. */
  readonly broken: { readonly seq: number; readonly why: string } | null;
  readonly snapshots: ReadonlyArray<{ readonly seq: number; readonly standing: SnapshotStanding }>;
}

/** `equal`: it says what the log says. `unreadable` and `beyond` (after the log's end) are ignored by a start; `different` is not. */
export type SnapshotStanding = 'equal' | 'different' | 'unreadable' | 'beyond';

/** Replays as a start without snapshots would, and holds each snapshot against it. Changes nothing. */
export function replayCheck(db: Db): Replay {
  const log = new EventLog(db);
  const opening = log.newestOpening();
  if (opening === null) {
    return {
      events: 0,
      state: emptyState,
      broken: log.last() === null ? null : { seq: 1, why: 'no day was ever opened' },
      snapshots: [],
    };
  }
  const documents = [...new SnapshotTable(db).newestFirst(opening)];
  const digests = new Map<number, string | null>(
    documents.map(({ seq, document }) => [
      seq,
      document instanceof Error ? null : digestOf(stateFromDocument(document)),
    ]),
  );
  const found = new Map<number, SnapshotStanding>();
  let state: State = { ...emptyState, seq: opening - 1 };
  let broken: Replay['broken'] = null;
  let events = 0;
  try {
    for (const event of log.replay(opening - 1)) {
      if (event.seq !== state.seq + 1) throw new Error(`the log goes from ${state.seq} to ${event.seq}`);
      state = reduce(state, event);
      events += 1;
      const said = digests.get(state.seq);
      if (typeof said === 'string') found.set(state.seq, said === digestOf(state) ? 'equal' : 'different');
    }
  } catch (error) {
    broken = { seq: state.seq + 1, why: whyText(error) };
  }
  const last = log.last()?.seq ?? 0;
  const snapshots = [...digests].flatMap(([seq, digest]) => {
    const standing = digest === null ? 'unreadable' : seq > last ? 'beyond' : found.get(seq);
    return standing === undefined ? [] : [{ seq, standing }];
  });
  return { events, state, broken, snapshots };
}

function digestOf(state: State): string {
  return createHash('sha256')
    .update(canonicalJson(stateToDocument(state)))
    .digest('hex');
}
