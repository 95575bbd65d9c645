import { createContext, useContext } from 'react';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { PartyId, ServiceDay } from '../../../shared/lib/ids.ts';
import type { Settled } from '../../../shared/protocol/screenMessages.ts';
import type { HostSheetName } from './hostSheets.ts';
import type { HostView } from './hostViews.ts';
import type { Noted } from './seat/noted.ts';

/** What a host has in hand. A party and a table may be held together: that is where it is to sit. */
export interface InHand {
  readonly party: PartyId | null;
  readonly table: string | null;
}

/** One host's stand: the same for every view, so that a party picked in a list is picked on the plan. */
export interface Desk {
  readonly view: HostView;
  go(view: HostView): void;
  /** Of whose bookings list and timeline are; null: today, whichever that is when the night is over. */
  readonly day: ServiceDay | null;
  showDay(day: ServiceDay | null): void;
  readonly selected: InHand;
  /** What is not named stays in hand; the table chosen for one party is not another's. */
  select(change: Partial<InHand>): void;
  readonly sheet: HostSheetName | null;
  open(sheet: HostSheetName): void;
  close(): void;
  /** Presses, or says in words why that is not sent or was not done. */
  send(command: ScreenCommand, onRefused?: () => void, onDone?: (settled: Settled) => void): void;
  /** One press that says something of several; `of` is given the name they have in common, which UNDO takes back. */
  sendAll(of: (press: string) => readonly ScreenCommand[]): void;
  /** Presses what takes something back: UNDO does not offer it in its turn. */
  takeBack: Desk['send'];
  /** Says why a touch does nothing, with a dull click. */
  refuse(key: string, values?: Readonly<Record<string, string>>): void;
  /** What was pressed here and may be taken back, oldest first. */
  readonly noted: readonly Noted[];
  forget(...noted: readonly Noted[]): void;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a host's part stands outside of the host's screen");
  return desk;
}
