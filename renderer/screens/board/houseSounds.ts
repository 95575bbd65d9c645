import type { LinkState } from '../../app/screenPort.ts';
import type { SoundName } from '../../ui/sound/figures.ts';

/** What a screen says beside its tiles. */
export interface HouseNews {
  readonly isLoaded: boolean;
  readonly link: LinkState;
  readonly isPosLost: boolean;
  /** Alerts of this screen that somebody must read, and grave lines of paper, by key. */
  readonly alerts: readonly string[];
}

/** The gravest of what came between two looks; null: nothing that sounds. What was so when the screen opened is old news. */
export function houseSound(before: HouseNews, after: HouseNews): SoundName | null {
  if (!before.isLoaded) return null;
  if (after.alerts.some((key) => !before.alerts.includes(key))) return 'alert';
  const wasLost = before.link === 'lost';
  const isLost = after.link === 'lost';
  if (isLost && !wasLost) return 'link_lost';
  // While nobody is at the other end, of a POS nothing is known.
  if (after.isPosLost && !before.isPosLost && !isLost) return 'pos_lost';
  return wasLost && !isLost ? 'link_back' : null;
}
