import type { ServerStanding } from '../../model/door.ts';
import { isSeated } from '../../model/partyStates.ts';
import type { State } from '../../model/state.ts';
import { rotation, turnIn } from '../../selectors/rotation.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { stepParty } from './stepParty.ts';

/** Rules S30 to S32: who serves what tonight. */

export function serverOf(state: State, server: string): ServerStanding {
  return state.door.servers[server] ?? { server, sections: [], isCut: false };
}

/** Whose turn it is in the section of the first of these tables; null: nobody's. The same as the host was offered (rule S55). */
export function serverFor(draft: Draft, tables: readonly string[]): string | null {
  const { config } = draft.ctx;
  const section = config.floor.tables.find(({ id }) => id === tables[0])?.section ?? null;
  return turnIn(rotation(draft.state, config), section)?.server ?? null;
}

export function assignServer(draft: Draft, { server, sections }: CommandOf<'server.assign'>): null {
  const known = serverOf(draft.state, server);
  const isSame =
    draft.state.door.servers[server] !== undefined &&
    JSON.stringify(known.sections) === JSON.stringify(sections);
  if (!isSame) tell(draft, { ...known, sections });
  return null;
}

export function cutServer(draft: Draft, { server, isCut }: CommandOf<'server.cut'>): null {
  const known = serverOf(draft.state, server);
  if (known.isCut !== isCut) tell(draft, { ...known, isCut });
  return null;
}

/** RELIEVE: one press hands over everything that somebody serves. */
export function relieveServer(draft: Draft, { server, by }: CommandOf<'server.relieve'>): null {
  if (server === by) refuse('invalid', 'Nobody relieves themselves.', 'by');
  const parties = [...draft.state.parties.values()]
    .filter(({ live }) => isSeated(live) && live.server === server)
    .sort((a, b) => a.receivedSeq - b.receivedSeq);
  const from = serverOf(draft.state, server);
  if (parties.length === 0 && from.sections.length === 0) return null;
  for (const { id } of parties) stepParty(draft, id, 'relieve', { server: by });
  const to = serverOf(draft.state, by);
  const sections = [...new Set([...to.sections, ...from.sections])];
  const tables = parties.flatMap(({ live }) => live.tables);
  tell(draft, { ...from, sections: [] });
  tell(draft, { ...to, sections }, { from: server, tables });
  return null;
}

function tell(
  draft: Draft,
  tonight: ServerStanding,
  relieved: { from: string | null; tables: string[] } = { from: null, tables: [] },
): void {
  draft.emit({ type: 'server.changed', tonight, ...relieved });
}
