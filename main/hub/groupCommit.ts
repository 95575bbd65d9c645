import type { Event } from '../../shared/domain/events/event.ts';
import type { PersonId } from '../../shared/lib/ids.ts';
import { isBusy, isWriteFailure } from '../store/database.ts';
import { type JudgeParts, judge, type Standing } from './judge.ts';
import type { SubmitRequest, SubmitResult } from './port.ts';
import type { SubmitQueue, Waiting } from './submitQueue.ts';

/** A burst shares one flush of the disk; bounded, so that nobody's answer waits for a long queue behind it. */
export const MAX_BATCH = 64;
const MAX_BATCH_MS = 8;
/** So many are taken whatever the time: on a machine that is held up a flush for every few of them would be most of its work. */
const LEAST_BATCH = 16;

/** A command that threw while it was decided or reduced. */
export interface Poisoned {
  readonly request: SubmitRequest;
  readonly error: unknown;
}

export interface Batch {
  readonly answered: ReadonlyArray<{ readonly waiting: Waiting; readonly result: SubmitResult }>;
  readonly standing: Standing;
  readonly events: readonly Event[];
  readonly persons: readonly PersonId[];
  readonly poisoned: readonly Poisoned[];
  /** Why nothing of it was stored; null when it is durable. */
  readonly failure: unknown;
}

/**
 * Takes what waits, up to a bound, into one transaction with a savepoint a command. The draft advances only by commands whose savepoint was
 * released; the caller takes it over only when the COMMIT is done, else keeps what it had.
 */
export function commitBatch(parts: JudgeParts, live: Standing, queue: SubmitQueue): Batch {
  const answered: Array<{ waiting: Waiting; result: SubmitResult }> = [];
  const events: Event[] = [];
  const persons: PersonId[] = [];
  const poisoned: Poisoned[] = [];
  let draft = live;
  let taken: Waiting | undefined;
  const startedAt = performance.now();
  try {
    parts.store.begin();
    const mayTakeMore = () =>
      answered.length < LEAST_BATCH ||
      (answered.length < MAX_BATCH && performance.now() - startedAt < MAX_BATCH_MS);
    while (mayTakeMore()) {
      taken = queue.shift();
      if (taken === undefined) break;
      parts.store.savepoint();
      try {
        const judged = judge(parts, draft, taken.request, taken.note);
        parts.store.release();
        draft = judged.standing;
        events.push(...judged.events);
        persons.push(...judged.persons);
        answered.push({ waiting: taken, result: judged.answer });
      } catch (error) {
        if (isWriteFailure(error) || isBusy(error)) throw error;
        parts.store.undo();
        poisoned.push({ request: taken.request, error });
        answered.push({ waiting: taken, result: { ok: false, code: 'internal', message: INTERNAL } });
      }
      taken = undefined;
    }
    parts.store.commit();
    return { answered, standing: draft, events, persons, poisoned, failure: null };
  } catch (failure) {
    parts.store.rollback();
    const all = [...answered.map(({ waiting }) => waiting), ...(taken === undefined ? [] : [taken])];
    // When the transaction did not even begin, the head of the queue is told: nobody waits for ever.
    if (all.length === 0) all.push(...queue.take(MAX_BATCH));
    return {
      answered: all.map((waiting) => ({
        waiting,
        result: { ok: false, code: 'unavailable', message: NOT_STORED },
      })),
      standing: live,
      events: [],
      persons: [],
      poisoned: [],
      failure,
    };
  }
}

const INTERNAL = 'the hub could not handle this; nothing was changed and it has been noted';
const NOT_STORED = 'the hub cannot store anything at the moment; send it again';
