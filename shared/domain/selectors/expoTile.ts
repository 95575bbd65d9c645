import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import { isFired, isLive, isReady, isRun, itemOf, liveBatches } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { allergyBands } from './allergyBands.ts';
import type { QuestionView, TileView } from './boardView.ts';
import { courseStrip } from './courseStrip.ts';
import { fireClockOf, type Portion } from './fireClock.ts';
import { largeMark } from './largeParty.ts';
import { paperMarks } from './paperMarks.ts';
import { talkOf } from './passTalk.ts';
import { possibleOf } from './possibleAllergies.ts';
import { headerOf } from './stationTile.ts';
import { tileLines } from './tileLines.ts';

/** One tile a ticket: what is on the way by course and seat, then its strip. null: it has no food. */
export function expoTile(ticket: Ticket, config: HouseConfig, state: State): TileView | null {
  if (!ticket.items.some((item) => liveBatches(item).length > 0)) return null;
  const all = ticket.items.flatMap((item) => item.batches.map((batch) => ({ item, batch })));
  const open = all.filter(({ batch }) => isLive(batch) && isFired(batch) && !isRun(batch));
  const voids = all.filter(({ batch }) => (batch.void?.owedBy.length ?? 0) > 0);
  const shown = (
    open.length + voids.length > 0 ? [...open, ...voids, ...heldApart(ticket, all)] : nextHeld(ticket, all)
  ).sort(bySeat);
  const courses = new Set(shown.map(({ item }) => item.face.course));
  const versions = Object.values(ticket.versions);
  return {
    ...headerOf(ticket),
    ...largeMark(ticket, config),
    station: 'expo' as StationId,
    version: versions.length > 0 ? Math.max(...versions) : ticket.receivedSeq,
    clock: fireClockOf(ticket, open.length > 0 ? open : voids, config),
    comingUpAt: null,
    isHeard: Object.values(ticket.receipts).some(({ heardAt }) => heardAt !== null),
    isReady: open.length > 0 && open.every(({ batch }) => isReady(batch)),
    courses: courseStrip(ticket, courses, config),
    bands: allergyBands(ticket, null),
    lines: tileLines(ticket, shown, null, config),
    place:
      config.pass === 'expo' && open.length > 0
        ? {
            kind: 'bump',
            portions: open.map(({ item, batch }) => ({
              item: item.id,
              batch: batch.n,
              quantity: batch.quantity,
            })),
            voids: [],
            changes: [],
            blockedBy: open.some(({ batch }) => batch.stops.length > 0) ? 'stop' : null,
          }
        : { kind: 'none' },
    questions: questionsOf(ticket, state),
    possible: possibleOf(ticket, null),
    isOnTheFly: open.some(({ item, batch }) => item.onTheFly || batch.kind === 'refire'),
    paper: paperMarks(ticket, null),
    ...talkOf(ticket),
  };
}

function heldApart(ticket: Ticket, all: readonly Portion[]): Portion[] {
  return all.filter(
    ({ item, batch }) =>
      isLive(batch) &&
      !isFired(batch) &&
      ticket.courses.some((course) => course.number === item.face.course && course.firedAt !== null),
  );
}

/** Between courses the tile shows what comes next, so that FIRE is pressed knowing what. */
function nextHeld(ticket: Ticket, all: readonly Portion[]): Portion[] {
  const held = all.filter(({ batch }) => isLive(batch) && !isFired(batch));
  const next = Math.min(...held.map(({ item }) => item.face.course));
  return held.filter(({ item }) => item.face.course === next || ticket.courses.length <= 1);
}

function bySeat(a: Portion, b: Portion): number {
  return a.item.face.course - b.item.face.course || seatOf(a) - seatOf(b);
}

/** The table's own dishes and those of unknown seats stand last. */
function seatOf({ item }: Portion): number {
  return item.face.seats?.[0] ?? (item.face.seat || Number.MAX_SAFE_INTEGER);
}

export function questionsOf(ticket: Ticket, state: State): QuestionView[] {
  return openQuestions(ticket).map((question) => {
    const item = itemOf(ticket, question.item);
    const giver = state.tickets.get(question.from.ticket);
    return {
      id: question.id,
      at: question.at,
      name: item?.face.name ?? '',
      quantity: question.asNew.reduce((sum, batch) => sum + batch.quantity, 0),
      fromTable: giver?.head.table ?? null,
      fromNumber: giver?.head.number ?? '',
      isMatch: question.match !== undefined,
    };
  });
}

/** Of keyed food one question stands for all of its pair; what is settled is asked no more. */
function openQuestions({ questions }: Ticket): Ticket['questions'] {
  return questions.filter(
    ({ match, from }, index) =>
      match === undefined ||
      (!match.isSettled &&
        questions.findIndex((one) => one.match && one.from.ticket === from.ticket) === index),
  );
}
