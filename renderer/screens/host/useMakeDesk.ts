import { useCallback, useMemo, useState } from 'react';
import { usePort } from '../../app/portContext.ts';
import { sender } from '../board/makeActions.ts';
import { type RefusalNote, useRefusals } from '../board/useRefusals.ts';
import type { Desk, InHand } from './hostContext.ts';
import type { HostSheetName } from './hostSheets.ts';
import { type HostView, searchOf, viewOf } from './hostViews.ts';

const NOTHING: InHand = { party: null, table: null };

/** The desk of this page, and why its last press was not done. */
export function useMakeDesk(): { desk: Desk; note: RefusalNote | null } {
  const port = usePort();
  const [view, setView] = useState(() => viewOf(window.location.search));
  const [selected, setSelected] = useState(NOTHING);
  const [sheet, setSheet] = useState<HostSheetName | null>(null);
  const [note, refuse] = useRefusals();
  const tell = useMemo(() => sender({ port, refuse }), [port, refuse]);

  const go = useCallback((next: HostView) => {
    const { pathname, search, hash } = window.location;
    window.history.replaceState(null, '', pathname + searchOf(search, next) + hash);
    setView(next);
    setSheet(null);
  }, []);
  const select = useCallback(
    (change: Partial<InHand>) => setSelected((before) => ({ ...before, ...change })),
    [],
  );
  const close = useCallback(() => setSheet(null), []);
  const send = useCallback<Desk['send']>(
    (command, onRefused, onDone) => tell(null, command, onRefused, onDone),
    [tell],
  );
  const desk = useMemo(
    () => ({ view, go, selected, select, sheet, open: setSheet, close, send }),
    [view, go, selected, select, sheet, close, send],
  );
  return { desk, note };
}
