import { NightEnd } from './book/NightEnd.tsx';
import { PartySheet } from './book/PartySheet.tsx';
import { ShiftNotes } from './book/ShiftNotes.tsx';
import { TakeIn } from './book/TakeIn.tsx';
import { ConflictsSheet } from './conflicts/ConflictsSheet.tsx';
import { GuestAuditSheet } from './guests/GuestAuditSheet.tsx';
import { GuestSearch } from './guests/GuestSearch.tsx';
import { GuestSheet } from './guests/GuestSheet.tsx';
import { useDesk } from './hostContext.ts';
import { QuarterSheet } from './pace/QuarterSheet.tsx';
import { DoingsSheet } from './seat/DoingsSheet.tsx';
import { HostTableSheet } from './seat/HostTableSheet.tsx';
import { PickSheet } from './seat/PickSheet.tsx';
import { SeatSheet } from './seat/SeatSheet.tsx';
import { ServersSheet } from './seat/ServersSheet.tsx';

/** What lies over the side list, if anything does. */
export function HostSheets() {
  const { sheet } = useDesk();
  if (sheet === null) return null;
  switch (sheet.kind) {
    case 'party':
      return <PartySheet key={sheet.party} party={sheet.party} />;
    case 'takeIn':
      return <TakeIn key={sheet.as} as={sheet.as} />;
    case 'quarter':
      return <QuarterSheet at={sheet.at} />;
    case 'shiftNotes':
      return <ShiftNotes />;
    case 'nightEnd':
      return <NightEnd />;
    case 'table':
      return <HostTableSheet key={sheet.table} table={sheet.table} />;
    case 'seat':
      return <SeatSheet party={sheet.party} tables={sheet.tables} />;
    case 'pick':
      return <PickSheet picking={sheet} />;
    case 'doings':
      return <DoingsSheet />;
    case 'servers':
      return <ServersSheet />;
    case 'guest':
      return <GuestSheet key={sheet.id} id={sheet.id} />;
    case 'guests':
      return <GuestSearch />;
    case 'guestAudit':
      return <GuestAuditSheet />;
    case 'conflicts':
      return <ConflictsSheet />;
    default:
      return sheet satisfies never;
  }
}
