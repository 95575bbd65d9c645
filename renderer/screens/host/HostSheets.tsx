import { useDesk } from './hostContext.ts';

/** What lies over the side list, if anything does. */
export function HostSheets() {
  const { sheet } = useDesk();
  if (sheet === null) return null;
  switch (sheet.kind) {
    case 'table':
    case 'party':
      return null;
    default:
      return sheet satisfies never;
  }
}
