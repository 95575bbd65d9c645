import {
  actionOf,
  BAR_ACTIONS,
  type BarAction,
  type BarKey,
  type BarKeys,
  bound,
} from '../../../ui/bar/barKeys.ts';

/** Where the learning of keys stands. */
export interface Learning {
  /** Waits for its key. */
  readonly action: BarAction | null;
  /** One action after the other. */
  readonly isAll: boolean;
  /** Pressed last. */
  readonly last: BarKey | null;
  /** `last` means something else already; pressed again it is taken from that. */
  readonly isTaken: boolean;
}

export const IDLE: Learning = { action: null, isAll: false, last: null, isTaken: false };

/** What a key pressed now makes of it. A key that means something else is given over only when it is pressed a second time. */
export function learned(
  before: Learning,
  keys: BarKeys,
  key: BarKey,
): { readonly learning: Learning; readonly keys: BarKeys } {
  const { action, isAll } = before;
  if (action === null) return { learning: { ...IDLE, last: key }, keys };
  const owner = actionOf(keys, key.code);
  const isAsked = before.isTaken && before.last?.code === key.code;
  if (owner !== null && owner !== action && !isAsked)
    return { learning: { ...before, last: key, isTaken: true }, keys };
  const next = isAll ? (BAR_ACTIONS[BAR_ACTIONS.indexOf(action) + 1] ?? null) : null;
  return { learning: { action: next, isAll, last: key, isTaken: false }, keys: bound(keys, action, key) };
}
