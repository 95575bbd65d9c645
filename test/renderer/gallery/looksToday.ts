import { THEMES, type Theme } from '../../../renderer/theme/wearTheme.ts';
import { GLASSES, type Size } from './openScene.ts';

/** `HEARD_PICTURES=all`: every look, not a choice that changes with the day. */
const all = process.env.HEARD_PICTURES === 'all';
/** `HEARD_LANGUAGES="fr"` looks at the same scenes in another one. */
const LANGUAGES = (process.env.HEARD_LANGUAGES ?? 'en es').split(' ');
const A_DAY_MS = 86_400_000;
const TENTH = 10;

export interface LookToday {
  readonly size: Size;
  readonly language: string;
  /** All that are looked at in this size and language: a scene is opened once for them. */
  readonly themes: readonly Theme[];
  /** The one that every rule judges. */
  readonly own: Theme | null;
}

const OPENINGS = GLASSES.flatMap((size) => LANGUAGES.map((language) => ({ size, language })));

/**
 * Of each scene its own look, another with every scene, and of the others about a tenth, which changes with the day: those that lie in an
 * opened scene are the cheapest, so its own size and language is seen in a second theme, and one in ten of the others in one.
 */
export function looksToday(index: number): LookToday[] {
  const day = Math.floor(Date.now() / A_DAY_MS);
  return OPENINGS.flatMap((opening, at): LookToday[] => {
    const turned = Math.floor(index / OPENINGS.length) + at;
    const first = THEMES[turned % THEMES.length] ?? 'dark';
    const second = THEMES[(turned + 1 + (day % (THEMES.length - 1))) % THEMES.length] ?? 'dark';
    const isOwn = index % OPENINGS.length === at;
    if (all) return [{ ...opening, themes: THEMES, own: isOwn ? first : null }];
    if (isOwn) return [{ ...opening, themes: [first, second], own: first }];
    // One more than the openings, so that the tenth walks through sizes and languages alike.
    const isToday = (index * (OPENINGS.length + 1) + at) % TENTH === day % TENTH;
    return isToday
      ? [{ ...opening, themes: [THEMES[(turned + day) % THEMES.length] ?? 'dark'], own: null }]
      : [];
  });
}
