import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { Recallable } from '../../../../shared/domain/selectors/recallList.ts';

/** Back everywhere it was, as if never bumped. */
export function recallCommand({ ticket, portions }: Recallable, seen: number): ScreenCommand {
  return { type: 'item.recall', ticket, station: null, portions: [...portions], undo: false, seen };
}
