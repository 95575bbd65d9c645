import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { type ServerStanding, standingOf } from '../../../../shared/domain/model/door.ts';
import type { Party, PartyStep, StepKind } from '../../../../shared/domain/model/party.ts';
import { isSeated } from '../../../../shared/domain/model/partyStates.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { tableStepRefusal } from '../../../../shared/domain/model/tableSteps.ts';
import { type Doing, undoRefusal } from '../../../../shared/domain/selectors/shiftDoings.ts';
import { type Noted, STEPS } from './noted.ts';

/** What the footer offers to take back, and what is pressed for it. */
export interface UndoOffer {
  readonly noted: Noted;
  /** A party's step; null: something of a table or a server. */
  readonly doing: Doing | null;
  readonly commands: readonly ScreenCommand[];
  readonly refusal: Doing['refusal'];
  /** Of a press that did several: each by itself. Empty: it did one. */
  readonly parts: readonly UndoOffer[];
}

/**
 * The last press of this screen that still stands. `confirmed`: the log number up to which the hub has spoken; what it has not yet decided is
 * not offered, because nobody knows what it would be taken back from.
 */
export function undoOffer(noted: readonly Noted[], state: State, confirmed: number): UndoOffer | null {
  for (const one of noted.toReversed()) {
    const offer = offerOf(one, state, confirmed);
    if (offer !== null) return one.press === null ? offer : ofSeveral(noted, offer, state, confirmed);
  }
  return null;
}

/** Rule S81: all of one press at once; what of it the hub would refuse stays as it is, and is said. */
function ofSeveral(noted: readonly Noted[], last: UndoOffer, state: State, confirmed: number): UndoOffer {
  const parts = noted
    .filter(({ press }) => press === last.noted.press)
    .flatMap((one) => offerOf(one, state, confirmed) ?? []);
  const open = parts.filter(({ refusal }) => refusal === null);
  if (parts.length < 2) return last;
  return {
    ...last,
    commands: open.flatMap(({ commands }) => commands),
    refusal: open.length === 0 ? last.refusal : null,
    parts,
  };
}

function offerOf(noted: Noted, state: State, confirmed: number): UndoOffer | null {
  const { command } = noted;
  const doing = doingOf(noted, state, confirmed);
  if (doing !== null) {
    const { party, step, refusal } = doing;
    const undo = { type: 'party.undo', party: party.id, step: step.seq, seen: confirmed } as const;
    return { noted, doing, commands: [undo], refusal, parts: [] };
  }
  if (command.type === 'table.mark') return markOffer(noted, command, state, confirmed);
  const commands = backOf(noted, state, confirmed);
  // Whoever finished with it stands in the steps of that party.
  return STEPS[command.type] !== undefined || commands.length === 0
    ? null
    : { noted, doing: null, commands, refusal: null, parts: [] };
}

/** What was said of a table alone, as the hub has it in the list of the shift. */
function markOffer(
  noted: Noted,
  { table, state: mark }: Extract<ScreenCommand, { type: 'table.mark' }>,
  state: State,
  confirmed: number,
): UndoOffer | null {
  const step = state.door.tableSteps.find(
    (one) => one.table === table && one.mark === mark && one.seq > noted.seq && one.seq <= confirmed,
  );
  if (step === undefined || step.isUndone) return null;
  const undo = { type: 'table.undo', table, step: step.seq } as const;
  return { noted, doing: null, commands: [undo], refusal: tableStepRefusal(state, step), parts: [] };
}

/** The step that a press made: the first of its kind after what it had seen. */
function doingOf({ command, seq, tables }: Noted, state: State, confirmed: number): Doing | null {
  const kind = STEPS[command.type];
  const isIt = (step: PartyStep, wanted: StepKind) =>
    step.seq > seq && step.seq <= confirmed && step.kind === wanted && !step.isUndone && step.screen !== null;
  if (kind !== undefined && 'party' in command && command.party !== null) {
    const party = state.parties.get(command.party);
    return madeBy(
      state,
      party,
      party?.steps.find((step) => isIt(step, kind)),
    );
  }
  // Saying that a table is dirty, clean or open said that its guests had gone.
  if (command.type !== 'table.mark') return null;
  for (const party of state.parties.values())
    if (tables.some(({ table }) => party.live.tables.includes(table))) {
      const made = madeBy(
        state,
        party,
        party.steps.find((step) => isIt(step, 'finish')),
      );
      if (made !== null) return made;
    }
  return null;
}

function madeBy(state: State, party: Party | undefined, step: PartyStep | undefined): Doing | null {
  return party && step ? { party, step, refusal: undoRefusal(state, party, step) } : null;
}

/** What brings back what the press met; empty: it does not stand, or never did. */
function backOf(noted: Noted, state: State, confirmed: number): ScreenCommand[] {
  const { command, tables, servers, isAway } = noted;
  const [was] = tables;
  switch (command.type) {
    case 'table.combine':
      return combineBack(noted, command.tables, state, confirmed);
    case 'table.split':
      return was !== undefined &&
        was.joined.length > 1 &&
        standingOf(state.door, was.table).joined.length === 0
        ? [{ type: 'table.combine', tables: was.joined }]
        : [];
    case 'table.hold':
      return !isAway && state.holds[command.table] ? [{ type: 'table.resume', table: command.table }] : [];
    case 'table.resume':
      return isAway && !state.holds[command.table]
        ? [{ type: 'table.hold', table: command.table, reason: null, until: null }]
        : [];
    case 'server.cut':
    case 'server.assign':
    case 'server.relieve':
      return serversBack(noted, state, confirmed, servers);
    default:
      return [];
  }
}

/** Whoever sat at one of them sits at all of them since, and goes back first: tables are not parted under guests. */
function combineBack(
  { seq, tables }: Noted,
  joined: readonly string[],
  state: State,
  confirmed: number,
): ScreenCommand[] {
  const isStanding = joined.every((table) => standingOf(state.door, table).joined.length > 1);
  if (!isStanding || tables.some((was) => was.joined.length > 0)) return [];
  const sitting = [...state.parties.values()].find(
    ({ live }) => isSeated(live) && joined.some((table) => live.tables.includes(table)),
  );
  const step = sitting?.steps.find((one) => one.kind === 'move' && one.seq > seq && !one.isUndone);
  const free = joined.find((table) => !(step?.was.tables ?? []).includes(table));
  if (free === undefined || (sitting && !step)) return [];
  const back: ScreenCommand[] =
    sitting && step ? [{ type: 'party.undo', party: sitting.id, step: step.seq, seen: confirmed }] : [];
  return [...back, { type: 'table.split', table: free }];
}

/** Sections and CUT as they were; of a relief also every table it handed over. */
function serversBack(
  { command, seq }: Noted,
  state: State,
  confirmed: number,
  servers: readonly ServerStanding[],
): ScreenCommand[] {
  const standing = servers.flatMap(({ server, sections, isCut }): ScreenCommand[] => {
    const is = state.door.servers[server];
    if (!is) return [];
    return [
      ...(is.isCut === isCut ? [] : [{ type: 'server.cut', server, isCut } as const]),
      ...(is.sections.join('\0') === sections.join('\0')
        ? []
        : [{ type: 'server.assign', server, sections } as const]),
    ];
  });
  if (command.type !== 'server.relieve') return standing;
  const tables = [...state.parties.values()].flatMap(({ id, steps }): ScreenCommand[] => {
    const step = steps.find((one) => one.kind === 'relieve' && one.seq > seq && !one.isUndone);
    return step ? [{ type: 'party.undo', party: id, step: step.seq, seen: confirmed }] : [];
  });
  return [...tables, ...standing];
}
