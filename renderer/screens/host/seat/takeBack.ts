import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { ServerMark } from '../../../../shared/domain/model/door.ts';
import type { Party, PartyStep, StepKind } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import {
  joinStepRefusal,
  serverStepRefusal,
  tableStepRefusal,
} from '../../../../shared/domain/model/tableSteps.ts';
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
  if (command.type === 'table.combine' || command.type === 'table.split')
    return joinOffer(noted, command, state, confirmed);
  if (command.type === 'server.assign' || command.type === 'server.cut' || command.type === 'server.relieve')
    return serverOffer(noted, command, state, confirmed);
  const commands = awayBack(noted, state);
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
    (one) => one.table === table && one.mark === mark && isOf(one, noted, confirmed),
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

/** Guests who are away, or back. Empty: it does not stand, or never did. */
function awayBack({ command, isAway }: Noted, state: State): ScreenCommand[] {
  if (command.type === 'table.hold' && !isAway && state.holds[command.table])
    return [{ type: 'table.resume', table: command.table }];
  if (command.type === 'table.resume' && isAway && !state.holds[command.table])
    return [{ type: 'table.hold', table: command.table, reason: null, until: null }];
  return [];
}

/** Whoever sat at one of them sits at all of them since, and goes back first: tables are not parted under guests. */
function joinOffer(
  noted: Noted,
  command: Extract<ScreenCommand, { type: 'table.combine' | 'table.split' }>,
  state: State,
  confirmed: number,
): UndoOffer | null {
  const [mark, tables] =
    'tables' in command ? (['combine', command.tables] as const) : (['split', [command.table]] as const);
  const step = state.door.joinSteps.find(
    (one) =>
      one.mark === mark && isOf(one, noted, confirmed) && tables.some((table) => one.tables.includes(table)),
  );
  const [table] = step?.tables ?? [];
  if (step === undefined || table === undefined || step.isUndone) return null;
  const undo = { type: 'table.undo', table, step: step.seq } as const;
  const refusal = joinStepRefusal(state, step);
  // The press moved them in the same breath: its next change.
  const moved =
    refusal === 'table_taken'
      ? [...state.parties.values()].flatMap((party) => {
          const move = party.steps.find(
            ({ kind, seq, isUndone }) => kind === 'move' && seq === step.seq + 1 && !isUndone,
          );
          return madeBy(state, party, move) ?? [];
        })[0]
      : undefined;
  if (moved === undefined) return { noted, doing: null, commands: [undo], refusal, parts: [] };
  const back = { type: 'party.undo', party: moved.party.id, step: moved.step.seq, seen: confirmed } as const;
  return { noted, doing: null, commands: [back, undo], refusal: moved.refusal, parts: [] };
}

/** Sections and CUT as they were; of a relief also every table it handed over. */
function serverOffer(
  noted: Noted,
  command: Extract<ScreenCommand, { type: 'server.assign' | 'server.cut' | 'server.relieve' }>,
  state: State,
  confirmed: number,
): UndoOffer | null {
  const { server } = command;
  const step = state.door.serverSteps.find(
    (one) => one.server === server && one.mark === markOf(command) && isOf(one, noted, confirmed),
  );
  if (step === undefined || step.isUndone) return null;
  const tables = [...state.parties.values()].flatMap(({ id, steps }): ScreenCommand[] => {
    const handed = steps.find(
      ({ press, isUndone }) => press !== undefined && press === step.press && !isUndone,
    );
    return handed ? [{ type: 'party.undo', party: id, step: handed.seq, seen: confirmed }] : [];
  });
  const undo = { type: 'server.undo', server, step: step.seq } as const;
  return {
    noted,
    doing: null,
    commands: [...tables, undo],
    refusal: serverStepRefusal(state, step),
    parts: [],
  };
}

function markOf(
  command: Extract<ScreenCommand, { type: 'server.assign' | 'server.cut' | 'server.relieve' }>,
): ServerMark {
  if (command.type === 'server.relieve') return 'relieve';
  if (command.type === 'server.assign') return 'assign';
  return command.isCut ? 'cut' : 'back';
}

/** Made after what the press had seen, and the hub has spoken of it. */
const isOf = ({ seq }: { readonly seq: number }, noted: Noted, confirmed: number) =>
  seq > noted.seq && seq <= confirmed;
