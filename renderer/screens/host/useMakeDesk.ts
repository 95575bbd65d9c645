import { useCallback, useMemo, useState } from 'react';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { Settled } from '../../../shared/protocol/screenMessages.ts';
import { usePort } from '../../app/portContext.ts';
import { randomId } from '../../sync/randomId.ts';
import { sender } from '../board/makeActions.ts';
import { type RefusalNote, useRefusals } from '../board/useRefusals.ts';
import type { Desk, InHand } from './hostContext.ts';
import type { HostSheetName } from './hostSheets.ts';
import { type HostView, searchOf, viewOf } from './hostViews.ts';
import { useNoted } from './seat/useNoted.ts';

type Told = readonly [onRefused?: () => void, onDone?: (settled: Settled) => void];

const NOTHING: InHand = { party: null, table: null };

/** The desk of this page, and why its last press was not done. */
export function useMakeDesk(): { desk: Desk; note: RefusalNote | null } {
  const port = usePort();
  const [view, setView] = useState(() => viewOf(window.location.search));
  const [day, showDay] = useState<Desk['day']>(null);
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
  const press = useCallback(
    (named: string | null, command: ScreenCommand, ...[onRefused, onDone]: Told) => {
      const one = remember(command, named);
      const refused = () => {
        forget(one);
        onRefused?.();
      };
      tell(null, command, refused, onDone);
    },
    [tell, remember, forget],
  );
  const send = useCallback<Desk['send']>((command, ...told) => press(null, command, ...told), [press]);
  const sendAll = useCallback<Desk['sendAll']>(
    (of) => {
      const named = randomId();
      for (const command of of(named)) press(named, command);
    },
    [press],
  );
  const takeBack = useCallback<Desk['takeBack']>((command, ...told) => tell(null, command, ...told), [tell]);
  const say = useCallback<Desk['refuse']>((key, values) => refuse(null, key, values), [refuse]);
  const desk = useMemo(
    () => ({
      ...{ view, go, day, showDay, selected, select, sheet, open: setSheet, close },
      ...{ send, sendAll, takeBack, refuse: say, noted, forget },
    }),
    [view, go, day, selected, select, sheet, close, send, sendAll, takeBack, say, noted, forget],
  );
  return { desk, note };
}
