import pino from 'pino';
import { expect, it } from 'vitest';
import { SNAPSHOT_EVERY_EVENTS, SnapshotWriter } from '../../../main/hub/snapshotWriter.ts';
import type { Store } from '../../../main/store/Store.ts';
import { emptyState, type State } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { until } from '../../support/wait.ts';

const BROKEN = new Proxy({} as Ticket, {
  get: () => {
    throw new Error('a planted fault');
  },
});

it('a ticket that cannot be written costs one snapshot, never the service: the next is tried after as many events', async () => {
  const written: number[] = [];
  const warnings: string[] = [];
  const snapshots = { write: (seq: number) => written.push(seq) };
  const log = pino({ level: 'warn' }, { write: (line) => warnings.push(line) });
  const writer = new SnapshotWriter({ snapshots } as unknown as Store, log, 0);
  const at = (seq: number, tickets: State['tickets']): State => ({ ...emptyState, seq, tickets });

  const broken = at(SNAPSHOT_EVERY_EVENTS, emptyState.tickets.with('t' as TicketId, BROKEN));
  writer.afterCommit(broken.seq, () => broken);
  await until('a warning', () => warnings.length === 1);
  expect(written).toEqual([]);

  const soon = at(SNAPSHOT_EVERY_EVENTS + 1, emptyState.tickets);
  writer.afterCommit(soon.seq, () => soon);
  const later = at(2 * SNAPSHOT_EVERY_EVENTS, emptyState.tickets);
  writer.afterCommit(later.seq, () => later);
  await until('a snapshot', () => written.length === 1);
  expect(written).toEqual([later.seq]);
});
