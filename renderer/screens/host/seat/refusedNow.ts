import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { COMMAND_RULES } from '../../../../shared/domain/commands/commandRules.ts';
import { usePicture } from '../../../app/portContext.ts';

type Door = ScreenCommand['type'];

/** Rule S41: what needs the whole floor is refused while the hub is away; said before the press, not after it. null: press it. */
export function useRefusedNow(): (type: Door) => string | null {
  const isLost = usePicture(({ link }) => link === 'lost');
  return (type) => (isLost && COMMAND_RULES[type].offline === 'refuse' ? 'host.seat.needsHub' : null);
}
