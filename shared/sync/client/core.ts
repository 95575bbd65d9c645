import { decide } from '../../domain/commands/decide.ts';
import { reduce } from '../../domain/reducer/reduce.ts';
import { reduceBatch } from '../../domain/reducer/reduceBatch.ts';

/** The domain as the client uses it: `reduce` for what the hub said, `decide` for what is not yet said. Tests may bring a smaller one. */
export interface SyncCore {
  readonly decide: typeof decide;
  readonly reduce: typeof reduce;
  readonly reduceBatch: typeof reduceBatch;
}

export const domainCore: SyncCore = { decide, reduce, reduceBatch };
