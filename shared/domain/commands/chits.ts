import { printerOf } from '../../config/printersFor.ts';
import type { ChitId, StationId } from '../../lib/ids.ts';
import { actorName } from '../events/actor.ts';
import type { Chit, ChitPart, ChitReason } from '../model/chit.ts';
import { isOnItsWay, MAX_SINGLE, nextNumber, unseenVersion } from '../model/paper.ts';
import { toldNow } from '../model/toldFood.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse } from './draft.ts';

type Wanted = Pick<Chit, 'station' | 'kind' | 'reason' | 'parts'> & { readonly reprintOf?: ChitId };

/** C1 to C4: judged anew, because a screen may have listed it since it was due. */
function queueDue(draft: Draft, { station, parts, downSince }: CommandOf<'chit.due'>): void {
  const owed = parts.filter(({ ticket: id, version }) => {
    const ticket = draft.state.tickets.get(id);
    if (ticket === undefined || unseenVersion(ticket, station) !== version) return false;
    return !isOnItsWay(draft.state.chits, { ticket, station, version, since: 0 });
  });
  const [first] = owed;
  if (first === undefined) return;
  const since = downSince ?? Math.min(...owed.map((part) => cameAt(draft, part, station)));
  const reason: ChitReason = { kind: downSince === null ? 'not_listed' : 'station_down', since, by: null };
  queue(draft, {
    station,
    kind: owed.length > 1 ? 'board' : kindOf(draft, first, station),
    reason,
    parts: owed,
  });
}

function cameAt(draft: Draft, { ticket }: ChitPart, station: StationId): number {
  return draft.state.tickets.get(ticket)?.versionAts[station] ?? draft.now;
}

/** What is on paper is corrected, not told again as new. */
function kindOf(draft: Draft, { ticket }: ChitPart, station: StationId): 'ticket' | 'change' {
  return draft.state.tickets.get(ticket)?.paper[station] ? 'change' : 'ticket';
}

/** C5: CHIT on a tile. Food that a screen or paper already tells is marked COPY. */
function askChit(draft: Draft, { ticket: id, at }: CommandOf<'chit.ask'>): void {
  const ticket = draft.state.tickets.get(id) ?? refuse('not_found', 'This ticket is not open.');
  const version = ticket.versions[at];
  if (version === undefined) refuse('not_found', `Nothing of this ticket is made at ${at}.`);
  const parts = [{ ticket: id, version }];
  const isAsked = Object.values(draft.state.chits).some(
    (chit) => chit.state === 'queued' && chit.station === at && chit.parts.some((part) => part.ticket === id),
  );
  // Two cooks press it in the same breath.
  if (isAsked) return;
  const isTold = unseenVersion(ticket, at) === null;
  const reason: ChitReason = { kind: 'asked', since: null, by: actorName(draft.ctx.actor) };
  queue(draft, {
    station: at,
    kind: isTold ? 'copy' : kindOf(draft, { ticket: id, version }, at),
    reason,
    parts,
  });
}

function queue(draft: Draft, { station, kind, reason, parts, reprintOf }: Wanted): void {
  const printer = printerOf(draft.ctx.config, station);
  if (printer === null) refuse('not_found', `No printer prints for ${station}.`);
  draft.emit({
    type: 'chit.queued',
    record: {
      id: draft.ctx.newId() as ChitId,
      number: nextNumber(draft.state.chits),
      station,
      printer: printer.id,
      kind,
      reason,
      parts,
      state: 'queued',
      queuedAt: draft.now,
      sentAt: null,
      settledAt: null,
      trouble: null,
      reprintOf: reprintOf ?? null,
      isByStation: false,
    },
  });
}

function chitOf(draft: Draft, id: ChitId): Chit {
  return draft.state.chits[id] ?? refuse('not_found', 'This chit is not there any more.');
}

/** C6: the last look before the first byte: what a screen has shown meanwhile, or nobody has to cook, needs no paper. */
function sendChit(draft: Draft, { chit: id }: CommandOf<'chit.send'>): void {
  const chit = chitOf(draft, id);
  if (chit.state !== 'queued') refuse('conflict', `Chit ${chit.number} is ${chit.state}.`);
  const pile = pileOf(draft, chit);
  const wanted = new Map<string, ChitPart>();
  for (const { ticket: ticketId } of pile.flatMap((one) => one.parts)) {
    const ticket = draft.state.tickets.get(ticketId);
    const version = ticket?.versions[chit.station];
    if (ticket === undefined || version === undefined) continue;
    if (!isByItself(chit) || unseenVersion(ticket, chit.station) !== null)
      wanted.set(ticketId, { ticket: ticketId, version, told: toldNow(ticket, chit.station, chit.number) });
  }
  const parts = [...wanted.values()];
  const dropped = pile.map((one) => one.id).filter((one) => one !== id || parts.length === 0);
  if (dropped.length > 0) draft.emit({ type: 'chit.dropped', chits: dropped });
  if (parts.length === 0) return;
  const isBoard = pile.length > 1 && parts.length > 1;
  draft.emit({ type: 'chit.sending', chit: id, parts, ...(isBoard ? { kind: 'board' } : {}) });
}

const isByItself = ({ reason, reprintOf }: Chit) =>
  reprintOf === null && (reason.kind === 'not_listed' || reason.kind === 'station_down');

/** C3: more than five that wait, here or for the printer that stands in, are one slip when one of them can print again. What a person asked for comes by itself. */
function pileOf({ state }: Draft, chit: Chit): Chit[] {
  if (!isByItself(chit)) return [chit];
  const pile = Object.values(state.chits)
    .filter((one) => one.state === 'queued' && one.station === chit.station && isByItself(one))
    .sort((a, b) => a.queuedAt - b.queuedAt || a.number - b.number);
  return pile.length > MAX_SINGLE ? pile : [chit];
}

/** C7: only what the printer has confirmed is on paper. */
function settleChit(draft: Draft, command: CommandOf<'chit.settle'>): void {
  const chit = chitOf(draft, command.chit);
  if (chit.state !== 'sending') refuse('conflict', `Chit ${chit.number} is ${chit.state}.`);
  const { outcome, trouble } = command;
  draft.emit({ type: 'chit.settled', chit: chit.id, state: outcome, trouble });
  if (outcome === 'printed') tellPaper(draft, chit, chit.parts, false);
}

function tellPaper(
  draft: Draft,
  chit: Pick<Chit, 'station' | 'number'>,
  parts: readonly ChitPart[],
  isByStation: boolean,
): void {
  const { station, number } = chit;
  for (const { ticket, version, told = null } of parts) {
    const paper = draft.state.tickets.get(ticket)?.paper[station];
    if (!draft.state.tickets.has(ticket) || (paper !== undefined && paper.version >= version)) continue;
    draft.emit({ type: 'ticket.on_paper', ticket, station, version, number, isByStation, told });
  }
}

/** No byte has left: it waits, here or for the printer that stands in. Said once, however often it is tried. */
function waitChit(draft: Draft, { chit: id, printer, trouble }: CommandOf<'chit.wait'>): void {
  const chit = chitOf(draft, id);
  if (chit.state !== 'queued' && chit.state !== 'sending')
    refuse('conflict', `Chit ${chit.number} is ${chit.state}.`);
  if (chit.state === 'queued' && chit.printer === printer && chit.trouble === trouble) return;
  draft.emit({ type: 'chit.waiting', chit: id, printer, trouble });
}

function missDue(draft: Draft, { chits }: CommandOf<'chit.missDue'>): void {
  const missed = chits.filter((id) => draft.state.chits[id]?.state === 'queued');
  if (missed.length > 0) draft.emit({ type: 'chit.missed', chits: missed });
}

/** C8: what a person says of a chit that nobody knows the fate of, or that did not come. */
function answerChit(draft: Draft, { chit: id, answer }: CommandOf<'chit.answer'>): void {
  const chit = chitOf(draft, id);
  if (chit.state !== 'unknown' && chit.state !== 'failed' && chit.state !== 'missed')
    refuse('superseded', `Chit ${chit.number} is ${chit.state}.`);
  const asked = { since: chit.queuedAt, by: actorName(draft.ctx.actor) };
  if (answer === 'printed') tellPaper(draft, chit, chit.parts, chit.isByStation);
  if (answer === 'again') {
    const { station, kind, parts } = chit;
    const isPerhapsPrinted = chit.state === 'unknown';
    const reason: ChitReason = { kind: isPerhapsPrinted ? 'unknown' : 'asked', ...asked };
    queue(draft, { station, kind, parts, reason, ...(isPerhapsPrinted ? { reprintOf: chit.id } : {}) });
  }
  draft.emit({ type: 'chit.dropped', chits: [id] });
}

/** C9: MISSED WHILE DOWN: one slip a station with what is still to be cooked of all that was missed there. */
function printMissed(draft: Draft, { at }: CommandOf<'chit.summary'>): void {
  const missed = Object.values(draft.state.chits).filter(
    ({ state, station }) => state === 'missed' && station === at,
  );
  const [oldest] = missed;
  if (oldest === undefined) return;
  const parts = new Map<string, ChitPart>();
  for (const { ticket, version } of missed.flatMap((chit) => chit.parts)) {
    const open = draft.state.tickets.get(ticket);
    if (open !== undefined && unseenVersion(open, at) !== null) parts.set(ticket, { ticket, version });
  }
  const reason: ChitReason = { kind: 'missed', since: oldest.queuedAt, by: actorName(draft.ctx.actor) };
  if (parts.size > 0) queue(draft, { station: at, kind: 'summary', reason, parts: [...parts.values()] });
  draft.emit({ type: 'chit.dropped', chits: missed.map(({ id }) => id) });
}

/** C11: a station that was cut off says what became of the chits on a printer of its own. A chit it has told of already is nothing. */
function reportPaper(draft: Draft, { station, chits }: CommandOf<'chit.report'>): void {
  for (const told of chits) {
    const isSettled = told.state === 'printed' || told.state === 'unknown' || told.state === 'failed';
    if (!isSettled || draft.state.chits[told.id] !== undefined) continue;
    draft.emit({ type: 'chit.reported', record: { ...told, station, isByStation: true } });
    if (told.state === 'printed') tellPaper(draft, { ...told, station }, told.parts, true);
  }
}

/** The queue's and people's words about a slip, each under its rule. */
export function actOnChit(draft: Draft, command: ChitCommand): void {
  switch (command.type) {
    case 'chit.due':
      queueDue(draft, command);
      return;
    case 'chit.send':
      sendChit(draft, command);
      return;
    case 'chit.settle':
      settleChit(draft, command);
      return;
    case 'chit.wait':
      waitChit(draft, command);
      return;
    case 'chit.missDue':
      missDue(draft, command);
      return;
    case 'chit.ask':
      askChit(draft, command);
      return;
    case 'chit.answer':
      answerChit(draft, command);
      return;
    case 'chit.summary':
      printMissed(draft, command);
      return;
    case 'chit.report':
      reportPaper(draft, command);
      return;
    default:
      command satisfies never;
  }
}

export type ChitCommand = CommandOf<
  | 'chit.due'
  | 'chit.send'
  | 'chit.settle'
  | 'chit.wait'
  | 'chit.missDue'
  | 'chit.ask'
  | 'chit.answer'
  | 'chit.summary'
  | 'chit.report'
>;
