import type { HouseConfig } from '../../../config/houseConfig.ts';
import type { State } from '../../model/state.ts';
import type { CommandOf, HouseCommand } from '../command.ts';
import type { Draft } from '../draft.ts';
import { stepParty } from './stepParty.ts';

const MINUTE_MS = 60_000;
/** `late` is only ever derived from these. */
const MAY_BE_LATE: ReadonlySet<string> = new Set(['requested', 'booked', 'confirmed']);

/** The clock's share at the door: who is late, and blocks that are over. */
export function dueParties(state: State, config: HouseConfig, now: number): HouseCommand[] {
  const commands: HouseCommand[] = [];
  const graceMs = config.floor.lateMinutes * MINUTE_MS;
  for (const { id, live } of state.parties.values()) {
    if (live.day !== state.day || live.at === null || !MAY_BE_LATE.has(live.state)) continue;
    const dueAt = lateAt(live.at, live.etaAt, graceMs);
    if (dueAt <= now) commands.push({ type: 'party.lateDue', party: id, dueAt });
  }
  for (const { table, blocked } of Object.values(state.door.tables)) {
    const until = blocked?.until ?? null;
    if (until !== null && until <= now) commands.push({ type: 'table.openDue', table, until });
  }
  return commands;
}

/** Between being found late and being decided it may have come, or been put for later. */
export function lateParty(draft: Draft, { party: id }: CommandOf<'party.lateDue'>): null {
  const live = draft.state.parties.get(id)?.live;
  if (!live || live.at === null || !MAY_BE_LATE.has(live.state)) return null;
  const graceMs = draft.ctx.config.floor.lateMinutes * MINUTE_MS;
  if (lateAt(live.at, live.etaAt, graceMs) <= draft.now) stepParty(draft, id, 'late', { state: 'late' });
  return null;
}

/** Who has said when they come is waited for until then. */
export function lateAt(at: number, etaAt: number | null, graceMs: number): number {
  return Math.max(at + graceMs, etaAt ?? 0);
}
