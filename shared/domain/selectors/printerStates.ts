import type { HouseConfig } from '../../config/houseConfig.ts';
import { printersFor } from '../../config/printersFor.ts';
import type { StationId } from '../../lib/ids.ts';
import type { State } from '../model/state.ts';

/** A printer of the house as its chits tell it: nothing here asks the printer. Times are hub instants. */
export interface PrinterState {
  readonly id: string;
  readonly name: string;
  /** Stations it prints for, its own first and those it stands in for. */
  readonly stations: readonly StationId[];
  readonly waiting: { readonly count: number; readonly since: number } | null;
  /** What keeps it now, in its own words: `paper`, `cover`, `away`. */
  readonly trouble: string | null;
  readonly isPrinting: boolean;
  readonly printedAt: number | null;
  /** The last that did not come out, or that nobody knows of, since the day began. */
  readonly problem: { readonly number: number; readonly at: number; readonly trouble: string | null } | null;
}

export function printerStates({ chits }: Pick<State, 'chits'>, config: HouseConfig): PrinterState[] {
  const all = Object.values(chits);
  return config.printers.map(({ id, name }) => {
    const own = all.filter(({ printer }) => printer === id);
    const waiting = own.filter(({ state }) => state === 'queued');
    const since = Math.min(...waiting.map(({ queuedAt }) => queuedAt));
    const printed = own.flatMap(({ state, settledAt }) => (state === 'printed' ? [settledAt ?? 0] : []));
    const troubled = own
      .filter(
        ({ state, sentAt, trouble }) =>
          state === 'unknown' ||
          state === 'failed' ||
          (state === 'dropped' && sentAt !== null && trouble !== null),
      )
      .map(({ number, trouble, sentAt, queuedAt }) => ({ number, trouble, at: sentAt ?? queuedAt }))
      .sort((a, b) => b.at - a.at);
    return {
      id,
      name,
      stations: config.stations.flatMap(({ id: station }) => {
        const here = station as StationId;
        return printersFor(config, here).some((one) => one.id === id) ? [here] : [];
      }),
      waiting: waiting.length === 0 ? null : { count: waiting.length, since },
      trouble: waiting.findLast(({ trouble }) => trouble !== null)?.trouble ?? null,
      isPrinting: own.some(({ state }) => state === 'sending'),
      printedAt: printed.length === 0 ? null : Math.max(...printed),
      problem: troubled[0] ?? null,
    };
  });
}
