import type { Logger } from 'pino';
import { emptyState, type State, stateFromDocument } from '../../shared/domain/model/state.ts';
import { WHAT_TO_DO } from '../store/backupFile.ts';
import { DataFault } from '../store/refusal.ts';
import type { Store } from '../store/Store.ts';
import { whyText } from '../store/whyText.ts';
import type { Core } from './core.ts';

export interface Started {
  readonly state: State;
  /** Log number of the snapshot it began with; 0 when it began with a day opening. */
  readonly fromSnapshot: number;
  /** What could not be read, when `onBroken` is `stop`: the state is the last good one before it. */
  readonly broken: string | null;
}

/**
 * The state as the log tells it: from the newest usable snapshot since the newest day opening, else from that opening. `onBroken` `stop` is
 * for a service that starts read-only and shows what it can.
 */
export function startState(
  store: Store,
  reduce: Core['reduce'],
  onBroken: 'throw' | 'stop',
  log: Logger,
): Started {
  const last = store.events.last();
  const opening = store.events.newestOpening();
  if (last === null) return { state: emptyState, fromSnapshot: 0, broken: null };
  if (opening === null) throw new Error('the log has no day opening');

  const snapshot = usableSnapshot(store, opening, last.seq, log);
  let state: State = snapshot ?? { ...emptyState, seq: opening - 1 };
  const fromSnapshot = snapshot?.seq ?? 0;
  try {
    for (const event of store.events.replay(state.seq)) {
      if (event.seq !== state.seq + 1) throw new Error(`the log goes from ${state.seq} to ${event.seq}`);
      state = reduce(state, event);
    }
  } catch (error) {
    if (onBroken === 'throw') {
      const message = `Entry ${state.seq + 1} of the log cannot be taken (${whyText(error)}). ${WHAT_TO_DO}`;
      throw new DataFault(message, error);
    }
    log.error({ err: error, seq: state.seq }, 'replay stopped at the last good event');
    return { state, fromSnapshot, broken: error instanceof Error ? error.message : String(error) };
  }
  return { state, fromSnapshot, broken: null };
}

/** A snapshot at or before the opening is of another day: the opening holds what was carried over. */
function usableSnapshot(store: Store, opening: number, lastSeq: number, log: Logger): State | null {
  for (const { seq, document } of store.snapshots.newestFirst(opening)) {
    if (document instanceof Error) log.warn({ err: document, seq }, 'snapshot ignored: it cannot be read');
    else if (seq > lastSeq || document.seq !== seq)
      log.warn({ seq, lastSeq }, 'snapshot ignored: it is not of this log');
    else return stateFromDocument(document);
  }
  return null;
}
