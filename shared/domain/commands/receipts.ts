import type { CommandOf } from './command.ts';
import type { Draft } from './draft.ts';

/** Receipts of one frame: the first of each kind per version and station is an event, every other is nothing. */
export function report(draft: Draft, command: CommandOf<'receipt.report'>): void {
  const { station } = command;
  for (const { ticket, version } of command.listed) stamp(draft, 'ticket.listed', ticket, station, version);
  for (const { ticket, version } of command.painted) stamp(draft, 'ticket.painted', ticket, station, version);
}

type Ref = CommandOf<'receipt.report'>['listed'][number];

function stamp(
  draft: Draft,
  type: 'ticket.listed' | 'ticket.painted',
  id: Ref['ticket'],
  station: CommandOf<'receipt.report'>['station'],
  version: number,
): void {
  const ticket = draft.state.tickets.get(id);
  // A receipt for a version that is gone says nothing about the one that is here.
  if (!ticket || ticket.versions[station] !== version) return;
  const known = ticket.receipts[station];
  const field = type === 'ticket.listed' ? 'listedAt' : 'paintedAt';
  if (known?.version === version && known[field] !== null) return;
  draft.emit({ type, ticket: id, station, version });
}
