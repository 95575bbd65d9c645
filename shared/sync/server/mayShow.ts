import type { Role } from '../../domain/events/actor.ts';
import type { StationId } from '../../lib/ids.ts';

/** Expo's screen says `hello` as this station; it shows all food and counts for expo only. */
const EXPO = 'expo';

/**
 * Which stations a screen may be, by its roles. Asked once, at `hello`: what it may then press, and how late, is a rule of `decide`, which
 * judges only what the hub has not already answered.
 */
export function mayShow(roles: readonly Role[], station: StationId | null): boolean {
  if (station === null) return true;
  const cooks: readonly Role[] = station === EXPO ? ['expo', 'manager'] : ['kitchen', 'expo', 'manager'];
  return roles.some((role) => cooks.includes(role));
}
