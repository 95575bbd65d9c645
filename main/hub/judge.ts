import type { DecideContext } from '../../shared/domain/commands/outcome.ts';
import { actorName } from '../../shared/domain/events/actor.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { PersonId } from '../../shared/lib/ids.ts';
import type { ConfigDocument } from '../../shared/protocol/screenMessages.ts';
import type { StoredAnswer } from '../store/answer.ts';
import type { Store } from '../store/Store.ts';
import type { Core } from './core.ts';
import type { GuestKeeper } from './guests/GuestKeeper.ts';
import type { SubmitRequest } from './port.ts';
import type { HouseNote } from './submitQueue.ts';
import { verifyEvents } from './verifyEvents.ts';

export interface JudgeParts {
  readonly store: Store;
  readonly core: Core;
  readonly now: () => number;
  readonly newId: () => string;
  readonly guests: GuestKeeper;
  /** Hub milliseconds in one real one; absent: 1. */
  readonly speed?: number;
}

/** Where the hub stands, live or as a draft inside a transaction. */
export interface Standing {
  readonly state: State;
  readonly config: ConfigDocument;
}

export interface Judged {
  readonly answer: StoredAnswer;
  readonly standing: Standing;
  readonly events: readonly Event[];
  readonly persons: readonly PersonId[];
}

/** One command inside an open transaction: answered from memory, or decided, verified and written. Throws on a broken invariant. */
export function judge(
  parts: JudgeParts,
  standing: Standing,
  request: SubmitRequest,
  note: HouseNote,
): Judged {
  const remembered = isRemembered(request) ? rememberedAnswer(parts.store, request) : null;
  if (remembered !== null) return { answer: remembered, standing, events: [], persons: [] };
  const now = parts.now();
  const judged = decided(parts, standing, request, note, now);
  if (isRemembered(request)) remember(parts.store, request, judged.answer, now);
  return judged;
}

/** Receipts are true again however often they are said, and thirty screens say them at once: most would be stored for nobody to ask. */
function isRemembered({ command }: SubmitRequest): boolean {
  return command.type !== 'receipt.report';
}

function rememberedAnswer(store: Store, request: SubmitRequest): StoredAnswer | null {
  const same = store.dedupe.byCommand(request.commandId);
  if (same !== null) return same;
  if (request.key === undefined) return null;
  const first = store.dedupe.byKey(request.key.scope, request.key.key);
  if (first === null) return null;
  if (first.argument !== request.key.argument) {
    return {
      ok: false,
      code: 'conflict',
      message: 'this key was used before with another argument',
      path: 'key',
    };
  }
  // What was applied once is not applied now: the sender is told that the hub already had it.
  return first.answer.ok && first.answer.outcome === 'applied'
    ? { ...first.answer, outcome: 'duplicate' }
    : first.answer;
}

function decided(
  { store, core, newId, guests, speed = 1 }: JudgeParts,
  standing: Standing,
  request: SubmitRequest,
  note: HouseNote,
  now: number,
): Judged {
  const { actor, commandId, claimedAt, command } = request;
  const ctx: DecideContext = {
    now,
    speed,
    actor,
    commandId,
    claimedAt,
    config: standing.config.config,
    newId,
    epochN: store.epoch.n,
    closed: (source, id, day) => store.history.stub(source, id, day),
    closedParty: (source, id) => store.historyParties.stub(source, id),
  };
  const decision = core.decide(standing.state, command, ctx);
  if (!decision.ok) return { answer: decision, standing, events: [], persons: [] };

  const { state, verified } = verifyEvents(core.reduceBatch, store.epoch.n, standing.state, decision.events);
  for (const { row, event, closed, closedParty } of verified) {
    store.events.append(row);
    if (closed !== null) store.history.put(closed, event.at);
    if (closedParty !== null) store.historyParties.put(closedParty, event.at);
  }
  for (const { personId, fields } of decision.personal) store.personal.put(personId, fields, now);
  const closed = verified.flatMap((one) => one.closed ?? one.closedParty ?? []);
  const written = new Map(decision.personal.map(({ personId, fields }) => [personId, fields]));
  const happened = { events: verified.map(({ event }) => event), state, closed, written, now };
  const persons = [...decision.personal.map(({ personId }) => personId), ...guests.follow(happened)];
  let config = standing.config;
  if (decision.config !== undefined && verified.length > 0) {
    config = { version: state.configVersion, config: decision.config };
    store.config.put(config, now, { ...originOf(command, actor), fileDigest: note.fileDigest ?? null });
  }
  return {
    answer: { ok: true, outcome: decision.outcome, seq: state.seq, ticket: decision.ticket },
    standing: { state, config },
    events: happened.events,
    persons: [...new Set(persons)],
  };
}

function originOf(command: SubmitRequest['command'], actor: SubmitRequest['actor']) {
  if (command.type === 'menu.put')
    return { by: actorName(actor), note: { kind: 'menu', source: command.source } } as const;
  const { by, note } = command.type === 'config.put' ? command : {};
  return { by: by ?? actorName(actor), note: note ?? ({ kind: 'setup' } as const) };
}

/**
 * A screen's outbox is told the same again, whatever it was. A POS's message that was refused is judged afresh (CONTRACT section 2), and so is
 * the hub's own work that came to nothing: its time may come yet.
 */
function remember(store: Store, request: SubmitRequest, answer: StoredAnswer, now: number): void {
  const isFinal = answer.ok || answer.code === 'conflict';
  const isKept = {
    screen: true,
    pos: isFinal,
    house: answer.ok && answer.outcome === 'applied',
  }[request.actor.kind];
  if (isKept) store.dedupe.rememberCommand(request.commandId, answer, now);
  if (isFinal && request.key !== undefined) store.dedupe.rememberKey(request.key, answer, now);
}
