import type { PartyDraft } from '../draft.ts';
import type { Ingredient } from '../plan.ts';

/** Something that happens to a table. `happen` answers false where it cannot happen to this one. */
export interface Mishap {
  readonly why: Ingredient;
  /** A table it can happen to without making nonsense of what already happens there. */
  readonly happen: (party: PartyDraft) => boolean;
}

/** Food of these changes hands: nothing else may happen to it. */
export const CHANGES_HANDS: readonly Ingredient[] = ['split', 'merge'];
