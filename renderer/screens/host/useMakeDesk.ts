import { useCallback, useMemo, useState } from 'react';
import { usePort } from '../../app/portContext.ts';
import { sender } from '../board/makeActions.ts';
import { type RefusalNote, useRefusals } from '../board/useRefusals.ts';
import type { Desk, InHand } from './hostContext.ts';
import type { HostSheetName } from './hostSheets.ts';
import { type HostView, searchOf, viewOf } from './hostViews.ts';
import { useNoted } from './seat/useNoted.ts';

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
    (change: Partial<InHand>) =>
      setSelected((before) => {
        const isOther = change.party !== undefined && change.party !== before.party;
        return { ...before, ...(isOther && { table: null }), ...change };
      }),
    [],
  );
  const close = useCallback(() => setSheet(null), []);
  const { noted, note: remember, forget } = useNoted();
  const send = useCallback<Desk['send']>(
    (command, onRefused, onDone) => {
      const one = remember(command);
      const refused = () => {
        forget(one);
        onRefused?.();
      };
      tell(null, command, refused, onDone);
    },
    [tell, remember, forget],
  );
  const say = useCallback<Desk['refuse']>((key, values) => refuse(null, key, values), [refuse]);
  const desk = useMemo(
    () => ({ view, go, selected, select, sheet, open: setSheet, close, send, refuse: say, noted, forget }),
    [view, go, selected, select, sheet, close, send, say, noted, forget],
  );
  return { desk, note };
}
