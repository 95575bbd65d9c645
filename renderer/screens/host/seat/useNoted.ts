import { useCallback, useState } from 'react';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { usePort } from '../../../app/portContext.ts';
import { type Noted, noteOf, withNoted } from './noted.ts';

/** What this page pressed, as long as it is open; what was pressed before stands in the list of the shift. */
export function useNoted(): {
  readonly noted: readonly Noted[];
  readonly note: (command: ScreenCommand) => Noted;
  readonly forget: (one: Noted) => void;
} {
  const port = usePort();
  const [noted, setNoted] = useState<readonly Noted[]>([]);
  const note = useCallback(
    (command: ScreenCommand) => {
      const one = port.look((state, _config, now) => noteOf(command, state, now));
      setNoted((all) => withNoted(all, one));
      return one;
    },
    [port],
  );
  const forget = useCallback((one: Noted) => setNoted((all) => all.filter((other) => other !== one)), []);
  return { noted, note, forget };
}
