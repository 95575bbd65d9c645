import type { CommandEnvelope, ScreenCommand } from '../../domain/commands/command.ts';
import { COMMAND_RULES, type CommandRule } from '../../domain/commands/commandRules.ts';
import type { RejectionCode } from '../../domain/commands/outcome.ts';
import type { Role } from '../../domain/events/actor.ts';
import type { StationId } from '../../lib/ids.ts';
import type { ConfigDocument } from '../../protocol/screenMessages.ts';

/** Expo's screen says `hello` as this station; it shows all food and counts for expo only. */
export const EXPO = 'expo';

export interface Asker {
  readonly roles: readonly Role[];
  readonly station: StationId | null;
}

export type Refusal = { readonly code: RejectionCode; readonly message: string } | null;

/** Whether a screen may show this station at all. */
export function mayShow(asker: Asker): boolean {
  const mayCook = hasAny(asker, ['kitchen', 'expo', 'manager']);
  if (asker.station === null) return true;
  return asker.station === EXPO ? hasAny(asker, ['expo', 'manager']) : mayCook;
}

/** What is checked before the hub decides: who asks, from where, and how old the press is. `ageMs` is real time. */
export function refusalOf(
  envelope: CommandEnvelope,
  asker: Asker,
  config: ConfigDocument,
  ageMs: number,
): Refusal {
  const { command } = envelope;
  const rule = COMMAND_RULES[command.type];
  if (!mayAsk(rule, asker, config)) return { code: 'forbidden', message: 'this screen may not do that' };
  if (!isItsStation(command, asker)) {
    return { code: 'wrong_station', message: `this screen is not ${stationOf(command)}` };
  }
  if (ageMs > rule.maxAgeMs)
    return { code: 'too_late', message: `pressed ${Math.round(ageMs / 1000)} s ago` };
  return null;
}

function mayAsk(rule: CommandRule, asker: Asker, config: ConfigDocument): boolean {
  if (hasAny(asker, rule.roles)) return true;
  return rule.kitchenWithoutPass === true && config.config.pass === 'none' && hasAny(asker, ['kitchen']);
}

/**
 * A kitchen screen presses for its own station. Expo and the floor press for any: an allergy called across the pass to a station that is
 * on paper or down is heard there. A receipt is testimony of one's own glass and nobody else's.
 */
function isItsStation(command: ScreenCommand, asker: Asker): boolean {
  const station = stationOf(command);
  if (station === null || station === asker.station) return true;
  if (command.type === 'receipt.report') return false;
  const isAtPass = asker.station === null || asker.station === EXPO;
  return isAtPass && hasAny(asker, ['expo', 'manager']);
}

/** null where a command is about food wherever it is made. */
function stationOf(command: ScreenCommand): StationId | null {
  return 'station' in command ? command.station : null;
}

function hasAny(asker: Asker, roles: readonly Role[]): boolean {
  return asker.roles.some((role) => roles.includes(role));
}
