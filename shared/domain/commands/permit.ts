import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Actor } from '../events/actor.ts';
import type { Command, ScreenCommand } from './command.ts';
import { COMMAND_RULES } from './commandRules.ts';
import { isOwnStation } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { mayStandIn } from './standIn.ts';

/** Who may send what, and how late. The same rules on the screen's overlay and at the hub, where they count. */
export function permit(draft: Draft, command: Command): void {
  const { actor } = draft.ctx;
  if (actor.kind !== 'screen') return;
  if (!isScreenCommand(command)) refuse('forbidden', 'A screen may not ask this.');
  const rule = COMMAND_RULES[command.type];
  const isKitchen = actor.roles.includes('kitchen');
  const mayInstead = rule.kitchenWithoutPass === true && isKitchen && draft.ctx.config.pass === 'none';
  if (!mayInstead && !rule.roles.some((role) => actor.roles.includes(role))) {
    refuse('forbidden', 'This screen may not do that.');
  }
  if (draft.ctx.now - draft.ctx.claimedAt > rule.maxAgeMs * (draft.ctx.speed ?? 1))
    refuse('too_late', 'This press came too late to be safe.');
  refuseForeignStation(actor, command, draft.ctx.config);
}

function isScreenCommand(command: Command): command is ScreenCommand {
  return command.type in COMMAND_RULES;
}

/** A cook acts at the station his screen is; no screen hears, starts or bumps for another, unless it stands in for one that is down. */
function refuseForeignStation(
  actor: Extract<Actor, { kind: 'screen' }>,
  command: ScreenCommand,
  config: HouseConfig,
): void {
  if (!('station' in command) || command.station === null) return;
  if (isOwnStation(actor.station, command.station)) return;
  const isOpen = (id: string | null) =>
    config.stations.some((station) => station.id === id && station.state === 'open');
  const standsIn = mayStandIn(command) && command.asNeighbour === true;
  if (standsIn && isOpen(actor.station) && isOpen(command.station)) return;
  refuse('wrong_station', `This screen is not ${command.station}.`);
}
