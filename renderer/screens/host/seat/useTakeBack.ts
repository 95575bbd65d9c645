import { useCallback } from 'react';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';

/** Takes back all at once. What the hub refuses of several is named when it has spoken of each: the last refusal alone would say one. */
export function useTakeBack(): (commands: readonly ScreenCommand[]) => void {
  const { takeBack, refuse } = useDesk();
  const nameOf = usePartyName();
  return useCallback(
    (commands) => {
      const left: string[] = [];
      let open = commands.length;
      const settled = () => {
        open -= 1;
        // After the refusal of the last one has been said.
        if (open === 0 && left.length > 0 && commands.length > 1)
          queueMicrotask(() => refuse('host.undo.left', { parties: left.join(', ') }));
      };
      for (const command of commands)
        takeBack(
          command,
          () => {
            if (command.type === 'party.undo') left.push(nameOf(command.party));
            if (command.type === 'table.undo') left.push(command.table);
            if (command.type === 'server.undo') left.push(command.server);
            settled();
          },
          settled,
        );
    },
    [takeBack, refuse, nameOf],
  );
}
