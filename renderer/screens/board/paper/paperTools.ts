import { createContext, useContext } from 'react';
import type { StationId, TicketId } from '../../../../shared/lib/ids.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import type { BoardModel } from '../BoardModel.ts';
import type { BoardTools } from '../boardTools.ts';

/** What words about paper may do wherever they stand. The same object while the screen stands. */
export interface PaperTools {
  readonly send: BoardTools['send'];
  /** null: the pass. */
  readonly here: StationId | null;
  readonly isExpo: boolean;
  /** Its first page on this board; null: it is not on it. */
  readonly pageOf: (ticket: TicketId) => number | null;
  readonly goToTicket: (ticket: TicketId) => void;
}

const PaperContext = createContext<PaperTools | null>(null);
export const PaperProvider = PaperContext.Provider;

export function usePaperTools(): PaperTools {
  const tools = useContext(PaperContext);
  if (!tools) throw new Error('paper is spoken of outside of a board');
  return tools;
}

export function makePaperTools(parts: {
  readonly place: BoardPlace;
  readonly model: BoardModel;
  readonly tools: BoardTools;
  readonly goTo: (page: number) => void;
}): PaperTools {
  const { place, model, tools, goTo } = parts;
  const pageOf = (ticket: TicketId): number | null => {
    for (const at of model.get().places)
      if (at.kind === 'tile' && at.tile.ticketId === ticket) return at.parts[0]?.page ?? null;
    return null;
  };
  return {
    send: tools.send,
    here: place.kind === 'expo' ? null : place.station,
    isExpo: place.kind === 'expo',
    pageOf,
    goToTicket: (ticket) => {
      const page = pageOf(ticket);
      if (page !== null) goTo(page);
    },
  };
}
