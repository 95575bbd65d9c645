import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { type BlockTable, tableBlock } from '../../../shared/domain/selectors/tableBlock.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import type { ChosenBlock } from './BlockBook.ts';

/** The block a table is opened in: the one it was asked for, else the latest that has it, else its party. */
export interface OpenedBlock {
  /** Whose party the tables are told from. */
  readonly asked: TicketId;
  readonly tables: readonly (BlockTable & { readonly isChosen: boolean })[];
}

export function openedBlock(
  state: State,
  ticket: TicketId,
  config: HouseConfig,
  chosen: readonly ChosenBlock[],
): OpenedBlock {
  const own = chosen.find(({ asked }) => asked === ticket);
  if (own) return opened(state, own, config);
  for (const block of chosen) {
    const known = opened(state, block, config);
    if (known.tables.some(({ ticketId, isChosen }) => ticketId === ticket && isChosen)) return known;
  }
  return opened(state, { asked: ticket, turned: [] }, config);
}

/** Kept as what differs from the party, so that a table that comes to it meanwhile is among its tables. */
function opened(state: State, { asked, turned }: ChosenBlock, config: HouseConfig): OpenedBlock {
  const tables = tableBlock(state, asked, config).map((table) => ({
    ...table,
    isChosen: table.isOfParty !== turned.includes(table.ticketId),
  }));
  return { asked, tables };
}

/** Which tables differ from the party once this one has been pressed. */
export function turnedWith({ tables }: OpenedBlock, pressed: TicketId): TicketId[] {
  return tables
    .filter(({ ticketId, isOfParty, isChosen }) => (isChosen !== isOfParty) !== (ticketId === pressed))
    .map(({ ticketId }) => ticketId);
}
