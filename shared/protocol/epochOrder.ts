import { z } from 'zod';
import type { Epoch } from './screenMessages.ts';

/**
 * Whether `one` takes over from `other`, of the same site. The number decides. Two standbys that were promoted at once, neither knowing of
 * the other, have the same; then the id does, so that everybody stops the same one of them.
 */
export function isNewerEpoch(one: Epoch, other: Epoch): boolean {
  return one.n > other.n || (one.n === other.n && one.id > other.id);
}

const Text = z.string().regex(/^\d+-.+$/u);

/** `n-id` taken apart; null when it is no epoch. */
export function epochOf(text: string): Epoch | null {
  const parsed = Text.safeParse(text);
  if (!parsed.success) return null;
  const at = parsed.data.indexOf('-');
  return { n: Number(parsed.data.slice(0, at)), id: parsed.data.slice(at + 1) };
}
