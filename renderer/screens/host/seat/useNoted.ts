import { useCallback, useState } from 'react';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { usePort } from '../../../app/portContext.ts';
import { type Noted, noteOf, withNoted } from './noted.ts';

/** What this page pressed, as long as it is open; what was pressed before stands in the list of the shift. */
export function useNoted(): {
  readonly noted: readonly Noted[];
  readonly note: (command: ScreenCommand, press: string | null) => Noted;
  readonly forget: (...gone: readonly Noted[]) => void;
} {
  const port = usePort();
  const [noted, setNoted] = useState<readonly Noted[]>([]);
  const note = useCallback(
    (command: ScreenCommand, press: string | null) => {
      const one = port.look((state, _config, now) => noteOf(command, state, now, press));
      setNoted((all) => withNoted(all, one));
      return one;
    },
    [port],
  );
  const forget = useCallback(
    (...gone: readonly Noted[]) => setNoted((all) => all.filter((one) => !gone.includes(one))),
    [],
  );
  return { noted, note, forget };
}
