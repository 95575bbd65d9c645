import { THIS_DEVICE } from '../../../shared/domain/events/actor.ts';
import type { Speech } from '../../app/words.ts';

/**
 * Who it was, as far as a house without persons knows: the screen by the name set-up gave it, so that two hosts' stands are told apart. What
 * no screen did has the name of its program, or the house's.
 */
export function authorName(
  { by, screen }: { readonly by: string; readonly screen: string | null },
  { t }: Pick<Speech, 't'>,
): string {
  if (screen !== null) return screen === THIS_DEVICE ? t('host.author.device') : screen;
  return by === 'house' ? t('host.author.house') : by;
}
