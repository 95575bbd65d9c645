import { useCallback, useMemo, useState } from 'react';
import { useLeftAlone } from '../../../ui/useLeftAlone.ts';
import { LEFT_ALONE_MS } from '../leftAlone.ts';
import type { SheetControl, SheetName } from './sheetContext.ts';

/** A grill cooks from the dish it opened, and touches the glass only when something is ready; a bank card has to be found first. */
const LONG_LEFT_ALONE_MS = 120_000;
const STAYS: readonly SheetName['kind'][] = ['away', 'key', 'expoColumn'];
const STAYS_LONG: readonly SheetName['kind'][] = ['dish', 'glass'];

/** Which sheet lies on the board. It goes by itself when nobody touches the glass. */
export function useSheets(): SheetControl {
  const [open, setOpen] = useState<SheetName | null>(null);
  const close = useCallback(() => setOpen(null), []);
  // What was missed stays until somebody has read it, an order until it is keyed: who keys it looks at the guests. And who has no expo looks
  // at the pass all night.
  useLeftAlone(
    open !== null && !STAYS.includes(open.kind),
    open !== null && STAYS_LONG.includes(open.kind) ? LONG_LEFT_ALONE_MS : LEFT_ALONE_MS,
    close,
  );
  return useMemo(() => ({ open, show: setOpen, close }), [open, close]);
}
