import { canonicalJson } from '../../lib/canonicalJson.ts';
import type { ItemId } from '../../lib/ids.ts';
import type { Item, ItemFace } from '../model/food.ts';
import { isFired, isLive, isRun, isStarted, rounded } from '../model/progress.ts';
import type { PutContent, PutItem } from '../model/put.ts';
import type { Course, Ticket } from '../model/ticket.ts';
import type { Draft } from './draft.ts';
import { matchKeyed, type Want } from './matchKeyed.ts';
import { countedQuantity, freshBatch } from './portions.ts';
import type { PutPlan } from './putPlan.ts';
import { houseFace, routeOf } from './route.ts';
import { Sources } from './sources.ts';

export function planPut(draft: Draft, base: Ticket, content: PutContent): PutPlan {
  const plan: PutPlan = {
    items: [],
    courses: plannedCourses(base, content),
    moves: [],
    matches: [],
    restores: [],
    voids: [],
    remade: new Set(),
    added: [],
    changed: [],
    voided: [],
    moved: [],
  };
  const sources = new Sources(draft, base, content);
  const records = knownRecords(draft, base, content);
  // Lines that shrink come first: what they give up is what lines that grow may take.
  for (const { record, delta, said } of records) if (delta < 0) shrink(plan, sources, record, -delta, said);
  const wants: Want[] = [];
  for (const { record, delta, said } of records) {
    if (delta <= 0 || !said) continue;
    const left = grow(plan, sources, record, delta, said);
    if (left > 0) wants.push({ record, said, left });
  }
  plan.matches.push(...matchKeyed(draft, base, content, wants));
  for (const want of wants) cookAnew(draft, plan, sources, base, want);
  for (const { record, delta, said, before } of records) {
    if (said && before) changeFace(draft, plan, base, { record, said, before });
    const isNews = delta !== 0 || !before || canonicalJson(record) !== canonicalJson(before);
    if (isNews) plan.items.push(record);
  }
  sources.settleVoids(plan);
  return plan;
}

interface Line {
  record: Item;
  readonly before: Item | null;
  readonly said: PutItem | null;
  readonly delta: number;
}

/** Every line the put or the ticket knows, in the POS's order, new ones numbered on. */
function knownRecords(draft: Draft, base: Ticket, content: PutContent): Line[] {
  let next = base.items.reduce((most, item) => Math.max(most, Number(item.id.slice(1))), 0) + 1;
  const lines: Line[] = content.items.map((said) => {
    const before = base.items.find((item) => item.externalId === said.externalId) ?? null;
    const wanted = said.state === 'void' ? 0 : said.quantity;
    const record = before ? { ...before } : newItem(draft, base, said, `i${next++}` as ItemId);
    const delta = rounded(wanted - record.saidQuantity);
    record.saidQuantity = wanted;
    record.saidState = said.state;
    record.comped = said.comped;
    return { record, before, said, delta };
  });
  const named = new Set(content.items.map((item) => item.externalId));
  for (const before of base.items) {
    if (named.has(before.externalId) || before.saidState === 'gone') continue;
    const record: Item = { ...before, saidQuantity: 0, saidState: 'gone' };
    lines.push({ record, before, said: null, delta: -before.saidQuantity });
  }
  return lines;
}

function newItem(draft: Draft, base: Ticket, said: PutItem, id: ItemId): Item {
  const { config } = draft.ctx;
  const face = houseFace(config, base.source, said.face);
  const route = routeOf(config, face, { source: base.source, channel: base.head.channel }, said.stations);
  return {
    id,
    externalId: said.externalId,
    face,
    saidQuantity: 0,
    saidState: said.state,
    comped: said.comped,
    onTheFly: said.onTheFly,
    refireOf: said.refireOf,
    stations: route.stations,
    standsInFor: route.standsInFor,
    handedBy: route.handedBy,
    saidStations: said.stations,
    unknownStations: route.unknown,
    batches: [],
    takenAhead: 0,
    claim: null,
    isHeldByPerson: false,
    change: null,
    conflicts: [],
    startedAt: null,
  };
}

function plannedCourses(base: Ticket, content: PutContent): Course[] {
  const numbers = new Set([
    ...base.courses.map((course) => course.number),
    ...content.courses.map((course) => course.number),
    ...content.items.map((item) => item.face.course),
  ]);
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const before = base.courses.find((course) => course.number === number);
      const said = content.courses.find((course) => course.number === number);
      const course: Course = {
        ...(before ?? { ...noCourse, number }),
        name: said?.name ?? before?.name ?? null,
        said: said?.said ?? before?.said ?? null,
        fireAt: said?.fireAt ?? before?.fireAt ?? null,
      };
      return !before || canonicalJson(before) !== canonicalJson(course) ? [course] : [];
    });
}

const noCourse = {
  name: null,
  said: null,
  fireAt: null,
  plannedAt: null,
  firedAt: null,
  firedBy: null,
  isHeldByPerson: false,
  readyAt: null,
  runAt: null,
  holdCameLateAt: null,
};

function shrink(plan: PutPlan, sources: Sources, record: Item, by: number, said: PutItem | null): void {
  const ahead = Math.min(record.takenAhead, by);
  record.takenAhead = rounded(record.takenAhead - ahead);
  const left = Math.min(rounded(by - ahead), countedQuantity(record));
  if (left <= 0) return;
  const arrival = sources.arrivalOf(record, left);
  if (arrival) {
    plan.moves.push(arrival);
    plan.moved.push(record.externalId);
  }
  const rest = rounded(left - (arrival?.quantity ?? 0));
  if (rest > 0) sources.offer(record, rest, said?.voidReason ?? null);
}

/** Answers what is found nowhere and must be cooked. */
function grow(plan: PutPlan, sources: Sources, record: Item, by: number, said: PutItem): number {
  let left = by;
  for (const move of sources.drawsFor(record, said, left)) {
    plan.moves.push(move);
    if (!plan.moved.includes(record.externalId)) plan.moved.push(record.externalId);
    left = rounded(left - move.quantity);
  }
  const back = sources.takeUnseenVoids(record, left);
  if (back > 0) {
    plan.restores.push({ item: record.id, quantity: back });
    plan.added.push(record.externalId);
  }
  left = rounded(left - back);
  const claimed = sources.claimedByOthers(record, left);
  record.takenAhead = rounded(record.takenAhead + claimed);
  return rounded(left - claimed);
}

function cookAnew(draft: Draft, plan: PutPlan, sources: Sources, base: Ticket, want: Want): void {
  const { record, said } = want;
  const matches = plan.matches.filter(({ to }) => to.item === record.id);
  if (matches.length > 0 && !plan.moved.includes(record.externalId)) plan.moved.push(record.externalId);
  const left = matches.reduce((rest, { quantity }) => rounded(rest - quantity), want.left);
  if (left <= 0) return;
  record.claim = sources.claimOf(said, left) ?? record.claim;
  const kind = draft.state.tickets.has(base.id) ? 'add_on' : 'first';
  record.batches = [...record.batches, freshBatch(record, left, kind, draft.now)];
  if (!plan.added.includes(record.externalId)) plan.added.push(record.externalId);
}

const SHOWN = ['name', 'modifiers', 'notes', 'seat', 'seats', 'course'] as const;
/** A change of these makes it another dish for an allergic guest: heard anew. */
const MAKE_UP = ['name', 'modifiers', 'notes', 'seat', 'seats', 'allergens'] as const;

interface KnownLine {
  readonly record: Item;
  readonly said: PutItem;
  readonly before: Item;
}

function changeFace(draft: Draft, plan: PutPlan, base: Ticket, { record, said, before }: KnownLine): void {
  const face = houseFace(draft.ctx.config, base.source, said.face);
  const differs = (field: keyof ItemFace) => canonicalJson(face[field]) !== canonicalJson(before.face[field]);
  record.face = face;
  const shown = SHOWN.filter(differs);
  if (shown.length > 0) {
    plan.changed.push(record.externalId);
    const onGlass = record.batches.filter((batch) => isLive(batch) && isFired(batch) && !isRun(batch));
    const owedBy = [...new Set(onGlass.flatMap((batch) => batch.parts.map((part) => part.station)))];
    const was = Object.fromEntries(shown.map((field) => [field, before.face[field]]));
    if (owedBy.length > 0) {
      record.change = { at: draft.now, seq: draft.nextSeq, was: { ...was, ...before.change?.was }, owedBy };
    }
  }
  if (MAKE_UP.some(differs)) {
    plan.remade.add(record.id);
    record.batches = record.batches.map((batch) =>
      isRun(batch) ? batch : { ...batch, parts: batch.parts.map((part) => ({ ...part, heard: {} })) },
    );
  }
  reroute(draft, plan, base, record, said);
}

/** The POS names other stations: food nobody has started goes there; what is under way stays where it is. */
function reroute(draft: Draft, plan: PutPlan, base: Ticket, record: Item, said: PutItem): void {
  if (canonicalJson(record.saidStations) === canonicalJson(said.stations)) return;
  const order = { source: base.source, channel: base.head.channel };
  const route = routeOf(draft.ctx.config, record.face, order, said.stations);
  record.saidStations = said.stations;
  record.unknownStations = route.unknown;
  record.standsInFor = { ...record.standsInFor, ...route.standsInFor };
  record.handedBy = route.handedBy;
  record.batches = record.batches.map((batch) =>
    isLive(batch) && !isStarted(batch)
      ? {
          ...batch,
          parts: route.stations.map((station) => ({
            station,
            startedAt: null,
            ready: 0,
            readyAt: null,
            upAt: null,
            heard: {},
          })),
        }
      : batch,
  );
  const working = record.batches.filter(isLive).flatMap((batch) => batch.parts.map((part) => part.station));
  record.stations = [...new Set([...route.stations, ...working])];
  if (!plan.changed.includes(record.externalId)) plan.changed.push(record.externalId);
}
