import { NightEnd } from './book/NightEnd.tsx';
import { PartySheet } from './book/PartySheet.tsx';
import { ShiftNotes } from './book/ShiftNotes.tsx';
import { TakeIn } from './book/TakeIn.tsx';
import { useDesk } from './hostContext.ts';
import { QuarterSheet } from './pace/QuarterSheet.tsx';

/** What lies over the side list, if anything does. */
export function HostSheets() {
  const { sheet } = useDesk();
  if (sheet === null) return null;
  switch (sheet.kind) {
    case 'table':
      return null;
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
    default:
      return sheet satisfies never;
  }
}
