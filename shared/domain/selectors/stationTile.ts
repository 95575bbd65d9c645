import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import { beganAt, handedByOf, handedTo, isWaitedFor } from '../model/assembly.ts';
import { owedAsking, owedHearing } from '../model/covers.ts';
import { dueAtOf } from '../model/dueAt.ts';
import { isFired, isLive, isRun, partAt } from '../model/progress.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import { allergyBands } from './allergyBands.ts';
import type { BumpPlace, TileView } from './boardView.ts';
import { courseStrip } from './courseStrip.ts';
import { fireClockOf, type Portion } from './fireClock.ts';
import { largeMark } from './largeParty.ts';
import { paperMarks } from './paperMarks.ts';
import { talkAt } from './passTalk.ts';
import { possibleOf } from './possibleAllergies.ts';
import { tileLines } from './tileLines.ts';

/** What a station shows of a ticket, or null where it has nothing to do or see. `comingUpAt` is left for the board, which knows the time. */
export function stationTile(ticket: Ticket, station: StationId, config: HouseConfig): TileView | null {
  const here = portionsAt(ticket, station);
  if (here.length === 0) return null;
  const open = here.filter(({ batch }) => isOpen(batch, station));
  const handed = open.filter((portion) => !isWaitedFor(portion, station));
  const owedVoids = here.filter(({ batch }) => batch.void?.owedBy.includes(station));
  const changes = ticket.items.filter((item) => item.change?.owedBy.includes(station)).map((item) => item.id);
  const stopped = here.filter(({ batch }) => isLive(batch) && batch.stops.length > 0 && !isRun(batch));
  const hearing = owedHearing(ticket, station);
  const asking = owedAsking(ticket, station);
  const isOnBoard = open.length + owedVoids.length + changes.length + stopped.length + hearing.length > 0;
  const held = here.filter(({ batch }) => isLive(batch) && !isFired(batch));
  if (!isOnBoard && held.length === 0) return null;
  const shown = isOnBoard ? shownPortions(ticket, here, open, owedVoids, stopped, hearing) : held;
  const fired = here.filter(({ batch }) => isLive(batch) && isFired(batch));
  const cooking = open.length > 0 ? handed : fired.length > 0 ? fired : owedVoids;
  const clock = fireClockOf(ticket, cooking, config, (portion) => beganAt(portion, station));
  const version = ticket.versions[station] ?? 0;
  const receipt = ticket.receipts[station];
  const courses = new Set(shown.map(({ item }) => item.face.course));
  return {
    ...headerOf(ticket),
    ...largeMark(ticket, config),
    station,
    version,
    clock: isOnBoard ? clock : null,
    comingUpAt: isOnBoard ? null : earliestDue(ticket, held, config),
    isHeard: receipt?.version === version && receipt.heardAt !== null,
    isReady: isOnBoard && open.length === 0,
    courses: courseStrip(ticket, courses, config),
    bands: allergyBands(ticket, station),
    lines: tileLines(ticket, shown, station, config),
    place: isOnBoard
      ? placeOf(hearing, asking, { open, handed, station }, owedVoids, changes, ticket)
      : { kind: 'none' },
    questions: [],
    possible: possibleOf(ticket, null),
    isOnTheFly: shown.some(({ item, batch }) => item.onTheFly || batch.kind === 'refire'),
    paper: paperMarks(ticket, station),
    ...waitsFor(open, handed, station),
    ...talkAt(ticket, station),
  };
}

export function headerOf(
  ticket: Ticket,
): Pick<
  TileView,
  | 'ticketId'
  | 'source'
  | 'externalId'
  | 'title'
  | 'head'
  | 'customer'
  | 'rushAt'
  | 'handoff'
  | 'keyed'
  | 'away'
  | 'headWas'
  | 'headChangedAt'
  | 'openedAt'
> {
  const { customer, guests: _guests, ...head } = ticket.head;
  return {
    ticketId: ticket.id,
    source: ticket.source,
    externalId: ticket.externalId,
    title: titleOf(ticket.head),
    head,
    customer: customer?.personId ?? null,
    rushAt: ticket.rushAt,
    handoff: ticket.handoff,
    keyed: ticket.keyed && { at: ticket.keyed.at, by: ticket.keyed.by },
    away: null,
    headWas: ticket.headChange?.was ?? null,
    headChangedAt: ticket.headChange?.at ?? null,
    openedAt: ticket.openedAt,
  };
}

function portionsAt(ticket: Ticket, station: StationId): Portion[] {
  return ticket.items.flatMap((item) =>
    item.batches.filter((batch) => partAt(batch, station) !== undefined).map((batch) => ({ item, batch })),
  );
}

function isOpen(batch: Portion['batch'], station: StationId): boolean {
  const part = partAt(batch, station);
  return (
    part !== undefined && isLive(batch) && isFired(batch) && !isRun(batch) && part.ready < batch.quantity
  );
}

/** All food of the courses at work here, with what is ready in them, and what must be seen. */
function shownPortions(
  ticket: Ticket,
  here: readonly Portion[],
  open: readonly Portion[],
  ...others: (readonly Portion[])[]
): Portion[] {
  const must = new Set([...open, ...others.flat()].map(({ item, batch }) => `${item.id}/${batch.n}`));
  const courses = new Set(open.map(({ item }) => item.face.course));
  const isFiredCourse = (number: number) =>
    ticket.courses.some((course) => course.number === number && course.firedAt !== null);
  return here
    .filter(({ item, batch }) => {
      if (must.has(`${item.id}/${batch.n}`)) return true;
      if (!isLive(batch) || !courses.has(item.face.course))
        return item.change !== null && isLive(batch) && isFired(batch) && !isRun(batch);
      return isFired(batch) || isFiredCourse(item.face.course);
    })
    .sort((a, b) => a.item.face.course - b.item.face.course || kindOrder(a) - kindOrder(b));
}

function kindOrder({ batch }: Portion): number {
  return batch.kind === 'first' ? 0 : batch.addedAt;
}

/** All that is fired here is still in the hands of others: there is nothing to make, and no clock. */
function waitsFor(
  open: readonly Portion[],
  handed: readonly Portion[],
  station: StationId,
): Pick<TileView, 'waitsFor'> {
  if (open.length === 0 || handed.length > 0) return {};
  return { waitsFor: [...new Set(open.flatMap((portion) => handedByOf(portion, station) ?? []))] };
}

function earliestDue(ticket: Ticket, held: readonly Portion[], config: HouseConfig): number | null {
  const numbers = new Set(held.map(({ item }) => item.face.course));
  const times = ticket.courses
    .filter((course) => numbers.has(course.number))
    .flatMap((course) => dueAtOf(ticket, course, config) ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

/** What is fired here, and what of it has come. */
interface Work {
  readonly open: readonly Portion[];
  readonly handed: readonly Portion[];
  readonly station: StationId;
}

function placeOf(
  hearing: ReturnType<typeof owedHearing>,
  asking: ReturnType<typeof owedAsking>,
  work: Work,
  voids: readonly Portion[],
  changes: Extract<BumpPlace, { kind: 'bump' }>['changes'],
  ticket: Ticket,
): BumpPlace {
  const owed = [...hearing, ...asking];
  if (owed.length > 0) {
    const portions = new Map(owed.map(({ item, batch }) => [`${item.id}/${batch.n}`, ref({ item, batch })]));
    return {
      kind: 'hear',
      weight: hearing.length > 0 ? 'must' : 'ask',
      allergies: [...new Set(owed.map(({ allergy }) => allergy.key))],
      portions: [...portions.values()],
    };
  }
  const { open, handed, station } = work;
  const hasStop = open.some(({ batch }) => batch.stops.length > 0);
  const hasConflict = open.some(({ item }) =>
    item.conflicts.some((conflict) => isOpenConflict(ticket, conflict)),
  );
  const isAllElsewhere = open.length > 0 && handed.length === 0;
  if (isAllElsewhere && voids.length + changes.length === 0) return { kind: 'none' };
  return {
    kind: 'bump',
    portions: handed.map((portion) => ({ ...ref(portion), quantity: handedTo(portion, station) })),
    voids: voids.map(ref),
    changes,
    blockedBy: hasStop ? 'stop' : hasConflict ? 'conflict' : null,
  };
}

function isOpenConflict(ticket: Ticket, conflict: Portion['item']['conflicts'][number]): boolean {
  return conflict.answer === null && ticket.allergies.some((allergy) => allergy.key === conflict.allergy);
}

function ref({ item, batch }: Portion): { item: Portion['item']['id']; batch: number } {
  return { item: item.id, batch: batch.n };
}
