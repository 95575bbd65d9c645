import type { EventOf } from '../../events/event.ts';
import { type ServerMark, type ServerStanding, serverOf } from '../../model/door.ts';
import { isSeated } from '../../model/partyStates.ts';
import { serverStepRefusal } from '../../model/tableSteps.ts';
import { rotation, turnIn } from '../../selectors/rotation.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { stepParty } from './stepParty.ts';

/** Rules S30 to S32: who serves what tonight. */

/** Whose turn it is in the section of the first of these tables; null: nobody's. The same as the host was offered (rule S55). */
export function serverFor(draft: Draft, tables: readonly string[]): string | null {
  const { config } = draft.ctx;
  const section = config.floor.tables.find(({ id }) => id === tables[0])?.section ?? null;
  return turnIn(rotation(draft.state, config), section)?.server ?? null;
}

export function assignServer(draft: Draft, { server, sections }: CommandOf<'server.assign'>): null {
  const known = serverOf(draft.state.door, server);
  const isSame =
    draft.state.door.servers[server] !== undefined &&
    JSON.stringify(known.sections) === JSON.stringify(sections);
  if (!isSame) tell(draft, { ...known, sections }, saidBy(draft, 'assign', server, [known]));
  return null;
}

export function cutServer(draft: Draft, { server, isCut }: CommandOf<'server.cut'>): null {
  const known = serverOf(draft.state.door, server);
  if (known.isCut !== isCut)
    tell(draft, { ...known, isCut }, saidBy(draft, isCut ? 'cut' : 'back', server, [known]));
  return null;
}

/** RELIEVE: one press hands over everything that somebody serves. */
export function relieveServer(draft: Draft, { server, by }: CommandOf<'server.relieve'>): null {
  if (server === by) refuse('invalid', 'Nobody relieves themselves.', 'by');
  const parties = [...draft.state.parties.values()]
    .filter(({ live }) => isSeated(live) && live.server === server)
    .sort((a, b) => a.receivedSeq - b.receivedSeq);
  const from = serverOf(draft.state.door, server);
  if (parties.length === 0 && from.sections.length === 0) return null;
  const press = `relieve-${draft.nextSeq}`;
  for (const { id } of parties) stepParty(draft, id, 'relieve', { server: by }, { press });
  const to = serverOf(draft.state.door, by);
  const sections = [...new Set([...to.sections, ...from.sections])];
  const tables = parties.flatMap(({ live }) => live.tables);
  tell(draft, { ...from, sections: [] });
  const said = saidBy(draft, 'relieve', server, [from, to], { other: by, press });
  tell(draft, { ...to, sections }, { ...said, from: server, tables });
  return null;
}

/** Rule S84; whom a relief had given tables, keeps those until their own lines are taken back. */
export function undoServer(draft: Draft, command: CommandOf<'server.undo'>): null {
  const step = draft.state.door.serverSteps.find(
    ({ seq, server }) => seq === command.step && server === command.server,
  );
  if (!step) return refuse('not_found', 'That change is not known any more.');
  if (step.isUndone) return null;
  if (serverStepRefusal(draft.state, step) !== null)
    refuse('superseded', `What ${step.server} serves has changed since.`);
  for (const standing of step.was) tell(draft, standing, { undoes: step.seq });
  return null;
}

type Told = Omit<EventOf<'server.changed'>, 'type' | 'seq' | 'at' | 'by' | 'tonight'>;

/** What a program says is its own to say otherwise. */
function saidBy(
  { ctx: { actor } }: Draft,
  mark: ServerMark,
  server: string,
  was: ServerStanding[],
  { other = null, press }: { readonly other?: string | null; readonly press?: string } = {},
): Pick<Told, 'said'> {
  if (actor.kind !== 'screen') return {};
  const { screen } = actor;
  return { said: { mark, server, other, screen, was, ...(press === undefined ? {} : { press }) } };
}

function tell(draft: Draft, tonight: ServerStanding, more: Partial<Told> = {}): void {
  draft.emit({ type: 'server.changed', tonight, from: null, tables: [], ...more });
}
