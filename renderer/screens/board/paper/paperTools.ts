import { createContext, useContext } from 'react';
import type { StationId, TicketId } from '../../../../shared/lib/ids.ts';
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
