import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { LanguageCode } from '../../../shared/lib/words/languageFile.ts';
import type { SetupState } from '../../../shared/protocol/setup.ts';

const DEFAULT_ZONE = 'UTC';

/** A new house is most likely where this browser is, and speaks what was chosen on its first page (`?house=es`). Shown as changes, not yet saved. */
export function firstDraft(state: SetupState | null, draft: HouseConfig): HouseConfig {
  if (state === null || state.isSetUp || state.version > 1 || draft !== state.config) return draft;
  const asked = LanguageCode.safeParse(new URLSearchParams(window.location.search).get('house'));
  const language = asked.data ?? draft.venue.language;
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const timeZone = draft.venue.timeZone === DEFAULT_ZONE ? here : draft.venue.timeZone;
  return { ...draft, venue: { ...draft.venue, language, timeZone } };
}
