import type { Settled } from '../../shared/protocol/screenMessages.ts';
import type { SourceResult } from '../../shared/sync/server/source.ts';

/** What the hub settled, as the station tells it on. `seq`: where its replica stands. */
export function resultOf(settled: Settled, seq: number): SourceResult {
  switch (settled.state) {
    case 'decided':
      return { ok: true, outcome: settled.outcome, seq: settled.seq };
    case 'queued':
      return { ok: true, outcome: 'queued', seq };
    case 'refused': {
      const { code, message } = settled;
      return { ok: false, code: code === 'unauthorized' ? 'forbidden' : code, message };
    }
    default:
      return settled satisfies never;
  }
}
