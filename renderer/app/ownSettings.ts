import { z } from 'zod';
import { LanguageCode } from '../../shared/lib/words/languageFile.ts';
import { ToldGlass } from '../../shared/protocol/toldGlass.ts';
import { THEMES } from '../theme/wearTheme.ts';
import { BarKeysStored } from '../ui/bar/barKeys.ts';
import { USUAL_KEYS } from '../ui/bar/barPresets.ts';

/**
 * What this one screen was told about itself, kept in its browser: a kitchen that speaks Spanish beside a pass that speaks English, a loud
 * fry station. Everything else is the house's.
 */
const Own = z.object({
  language: LanguageCode.nullable().catch(null),
  /** 0 is silent, 3 is loud. */
  volume: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).catch(2),
  /** Another voice than its station's (`ui/sound/voices.ts`); null: that. */
  voice: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .nullable()
    .catch(null),
  /** As what a new ticket sounds. */
  newSound: z.enum(['tone', 'printer']).catch('tone'),
  /** `house`: quiet in the house's quiet hours; `off`: never; `on`: always. */
  quiet: z.enum(['house', 'off', 'on']).catch('house'),
  /** Whether tiles show the keys of a bump bar and take them; `auto`: once a key of a place was pressed here. */
  bar: z.enum(['auto', 'on', 'off']).catch('auto'),
  barKeys: BarKeysStored.catch(USUAL_KEYS),
  theme: z.enum(THEMES).catch('dark'),
  /** How large the glass is and from how far it is read; null: nobody has said. */
  glass: ToldGlass.nullable().catch(null),
});
export type OwnSettings = z.infer<typeof Own>;

const KEY = 'heard.own';
const NOTHING_SAID: OwnSettings = {
  language: null,
  volume: 2,
  theme: 'dark',
  glass: null,
  voice: null,
  newSound: 'tone',
  quiet: 'house',
  bar: 'auto',
  barKeys: USUAL_KEYS,
};

const listeners = new Set<() => void>();
let current: OwnSettings | null = null;

function stored(): OwnSettings {
  const text = localStorage.getItem(KEY);
  if (text === null) return NOTHING_SAID;
  try {
    return Own.catch(NOTHING_SAID).parse(JSON.parse(text));
  } catch (error) {
    // Somebody else's words under our key are as good as none.
    if (error instanceof SyntaxError) return NOTHING_SAID;
    throw error;
  }
}

export function ownSettings(): OwnSettings {
  current ??= stored();
  return current;
}

export function setOwn(change: Partial<OwnSettings>): void {
  current = { ...ownSettings(), ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  for (const listener of [...listeners]) listener();
}

export function onOwnSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** In this order: what the address asks for (`?lang=es`), what was chosen here, the house's. */
export function languagesWanted(
  search: string,
  chosen: OwnSettings['language'],
  house: string,
): readonly (string | null)[] {
  const asked = LanguageCode.safeParse(new URLSearchParams(search).get('lang'));
  return [asked.data ?? null, chosen, house];
}
