import type { HouseConfig } from '../../config/houseConfig.ts';
import { canonicalJson } from '../../lib/canonicalJson.ts';
import { NO_STATION, type StationId } from '../../lib/ids.ts';
import { blocksFood, gravityOf } from '../model/allergen.ts';
import { handedByOf, handsOnTo, isWaitedFor } from '../model/assembly.ts';
import { allergyCovers, isUnheard, recipeAgainst } from '../model/covers.ts';
import { dishKey, dishOf } from '../model/dish.ts';
import type { Batch, Item } from '../model/food.ts';
import { openHowLong } from '../model/howLong.ts';
import {
  atPassSince,
  isFired,
  isReady,
  isRun,
  isStarted,
  partAt,
  readyEverywhere,
  rounded,
} from '../model/progress.ts';
import type { Ticket, TicketAllergy } from '../model/ticket.ts';
import type { LineAllergy, LineView } from './boardView.ts';
import type { Portion } from './fireClock.ts';
import { goesOf } from './goes.ts';
import { byDish, isLargeParty, joinedPlates } from './largeParty.ts';
import { dishWords, modifierViews } from './menuWords.ts';
import { possibleOf } from './possibleAllergies.ts';

const MINUTE_MS = 60_000;

/** `station` null: expo's view, where ready means ready at all stations. */
export function tileLines(
  ticket: Ticket,
  portions: readonly Portion[],
  station: StationId | null,
  config: HouseConfig,
): LineView[] {
  const isLarge = isLargeParty(ticket, config);
  const lines: LineView[] = [];
  const made = portions.map((portion) => ({ portion, line: lineOf(ticket, portion, station, config) }));
  const names = new Map<string, number>();
  for (const { line } of made) names.set(line.name, (names.get(line.name) ?? 0) + 1);
  const byKey = new Map<string, number>();
  for (const { portion, line } of made) {
    // A key is the whole of what a cook must tell apart: it is made where there is something to tell apart.
    const key = names.get(line.name) === 1 ? line.key : mergeKey(ticket, portion, line, isLarge);
    const at = byKey.get(key);
    const known = at === undefined ? undefined : lines[at];
    if (at === undefined || !known) {
      byKey.set(key, lines.length);
      lines.push(line);
    } else {
      const both = joined(known, line);
      lines[at] = isLarge ? { ...both, ...joinedPlates(known, line) } : both;
    }
  }
  return isLarge ? byDish(ticket, lines) : lines;
}

/** Equal dishes share a line only if nothing a cook must tell apart differs; a dish for an allergic seat stands alone. */
function mergeKey(ticket: Ticket, { item, batch }: Portion, line: LineView, isLarge: boolean): string {
  const isForAllergicSeat = ticket.allergies.some(
    (allergy) => allergy.seat !== null && allergyCovers(allergy, item),
  );
  const standsAlone =
    isForAllergicSeat ||
    line.state === 'void' ||
    line.was !== null ||
    line.refire !== null ||
    line.stops.length > 0 ||
    line.possible.length > 0;
  if (standsAlone) return line.key;
  const { name, modifiers, notes, course, state, isShared, alsoAt, addedAt, onTheFly, comped, parts, goes } =
    line;
  const { from = null, handsTo = null } = line;
  const same = {
    name,
    modifiers,
    notes,
    course,
    state,
    isShared,
    alsoAt,
    from,
    handsTo,
    addedAt,
    onTheFly,
    comped,
    kind: batch.kind,
  };
  // Of a large party one line counts what is plated, so that how far each plate is does not part them.
  if (isLarge)
    return canonicalJson({ ...same, state: state === 'held', goes: goes ?? null, isBlocked: line.isBlocked });
  return canonicalJson({
    ...same,
    firedAt: batch.firedAt,
    parts,
    goes: goes ?? null,
    isBlocked: line.isBlocked,
    ready: line.ready > 0,
  });
}

function joined(a: LineView, b: LineView): LineView {
  return {
    ...a,
    portions: [...a.portions, ...b.portions],
    quantity: rounded(a.quantity + b.quantity),
    ready: rounded(a.ready + b.ready),
    seats: [...new Set([...a.seats, ...b.seats])].sort((x, y) => x - y),
    ...earliestPass(a, b),
  };
}

function earliestPass(a: LineView, b: LineView): Pick<LineView, 'passAt'> {
  const passAt = Math.min(a.passAt ?? Number.POSITIVE_INFINITY, b.passAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(passAt) ? { passAt } : {};
}

function lineOf(
  ticket: Ticket,
  { item, batch }: Portion,
  station: StationId | null,
  config: HouseConfig,
): LineView {
  const part = station === null ? undefined : partAt(batch, station);
  const ready = station === null ? readyEverywhere(batch) : (part?.ready ?? 0);
  const isUnseenVoid = station !== null && (batch.void?.owedBy.includes(station) ?? false);
  const isUnseenChange = station !== null && (item.change?.owedBy.includes(station) ?? false);
  const { face } = item;
  const dish = dishOf(ticket.source, face);
  const passAt = station === null ? atPassSince(batch) : null;
  return {
    key: `${item.id}/${batch.n}`,
    portions: [
      {
        item: item.id,
        externalId: item.externalId,
        batch: batch.n,
        quantity: batch.quantity,
        ready,
        run: batch.run,
      },
    ],
    quantity: batch.quantity,
    ready,
    ...dishWords(config, ticket.source, face),
    dish: dishKey(dish),
    dishRef: dish,
    is86: false,
    standsInFor: station === null ? null : (item.standsInFor[station] ?? null),
    course: face.course,
    seats: face.seats ?? (face.seat === null ? [] : [face.seat]),
    isShared: (face.seats?.length ?? 0) > 1 || face.seat === 0,
    modifiers: modifierViews(config, ticket.source, face.modifiers),
    notes: face.notes,
    state: stateOf(batch, ready, station === null || stepsAt(config, station) === 3),
    stage: batch.void?.stage ?? null,
    voidReason: batch.void?.reason ?? null,
    isUnseen: isUnseenVoid || isUnseenChange,
    addedAt: batch.kind === 'add_on' ? batch.addedAt : null,
    was: isUnseenChange ? (item.change?.was ?? null) : null,
    changedAt: isUnseenChange ? (item.change?.at ?? null) : null,
    ...(station === null ? { alsoAt: [] } : neighbours({ item, batch }, station)),
    unknownStations: item.unknownStations,
    isNoStation: partAt(batch, NO_STATION) !== undefined && (station === null || station === NO_STATION),
    allergies: lineAllergies(ticket, item),
    possible: batch.void === null ? possibleOf(ticket, item.id) : [],
    isBlocked: batch.void === null && isBlocked(ticket, item, batch, station),
    stops: batch.stops,
    refire: batch.refire,
    onTheFly: item.onTheFly || batch.kind === 'refire',
    comped: item.comped,
    parts: station === null ? partStates(ticket, { item, batch }) : [],
    ...(passAt === null ? {} : { passAt }),
    ...(isWaited(batch) ? goesOf(ticket, item) : {}),
  };
}

/** Once it has gone, or is no longer wanted, nobody asks with what. */
function isWaited(batch: Batch): boolean {
  return batch.void === null && !isRun(batch);
}

/** The other stations of a dish: who hands it on to this one, to whom it goes from here, and who works at it beside. */
function neighbours(food: Portion, station: StationId): Pick<LineView, 'alsoAt' | 'from' | 'handsTo'> {
  const [before, next] = [handedByOf(food, station), handsOnTo(food, station)];
  return {
    alsoAt: otherStations(food.batch, station).filter((one) => one !== before && one !== next),
    ...(before === null ? {} : { from: { station: before, isWaited: isWaitedFor(food, station) } }),
    ...(next === null ? {} : { handsTo: next }),
  };
}

function otherStations(batch: Batch, station: StationId): StationId[] {
  return batch.parts.map((part) => part.station).filter((one) => one !== station && one !== NO_STATION);
}

/** With two steps nobody pressed for it: it begins with the ticket's being heard, and to say so at every dish would move them all under a hand. */
function stepsAt({ stations }: HouseConfig, station: StationId): 2 | 3 {
  return stations.find(({ id }) => id === station)?.steps ?? 2;
}

function stateOf(batch: Batch, ready: number, isStartTold: boolean): LineView['state'] {
  if (batch.void) return 'void';
  if (!isFired(batch)) return 'held';
  if (isRun(batch)) return 'run';
  if (ready >= batch.quantity || isReady(batch)) return 'ready';
  return isStartTold && isStarted(batch) ? 'started' : 'fired';
}

function isBlocked(ticket: Ticket, item: Item, batch: Batch, station: StationId | null): boolean {
  if (!isFired(batch)) return false;
  const unheard = station !== null && isUnheard(ticket, item, batch, station);
  return unheard || batch.stops.length > 0 || lineAllergies(ticket, item).some((one) => one.needsAnswer);
}

function lineAllergies(ticket: Ticket, item: Item): LineAllergy[] {
  return ticket.allergies
    .filter((allergy) => allergyCovers(allergy, item) && !isDietWithoutHit(item, allergy))
    .map((allergy) => {
      const { key, allergen, severity } = allergy;
      const known = item.conflicts.find((conflict) => conflict.allergy === key);
      const needsAnswer = known !== undefined && known.answer === null && blocksFood(severity);
      if (known)
        return { key, allergen, severity, recipe: { kind: 'conflict', conflict: known }, needsAnswer };
      const recipe = recipeAgainst(item, allergen);
      if (recipe.kind !== 'conflict') return { key, allergen, severity, recipe, needsAnswer };
      const conflict = {
        allergy: key,
        what: recipe.what,
        allergen: recipe.allergen,
        at: 0,
        raisedSeq: 0,
        answer: null,
      };
      return { key, allergen, severity, recipe: { kind: 'conflict', conflict }, needsAnswer };
    });
}

/** A diet is no allergen that recipes list: that a recipe says nothing of "vegan" is no news. */
function isDietWithoutHit(item: Item, allergy: TicketAllergy): boolean {
  return gravityOf(allergy.severity) === 0 && recipeAgainst(item, allergy.allergen).kind !== 'conflict';
}

function partStates(ticket: Ticket, { item, batch }: Portion): LineView['parts'] {
  if (!isFired(batch)) return [];
  return batch.parts.map((part) => {
    const heardAt = ticket.receipts[part.station]?.heardAt ?? null;
    if (part.ready >= batch.quantity) return { station: part.station, state: 'ready', at: part.readyAt };
    if (isWaitedFor({ item, batch }, part.station))
      return { station: part.station, state: 'waits', at: null };
    const up = batch.firedAt === null ? null : upAt(ticket, part.station, batch.firedAt);
    if (up !== null) return { station: part.station, state: 'up', at: up };
    if (part.startedAt !== null) return { station: part.station, state: 'started', at: part.startedAt };
    if (heardAt !== null) return { station: part.station, state: 'heard', at: heardAt };
    return { station: part.station, state: 'fired', at: batch.firedAt };
  });
}

/** When the station said that this food will be up; what was fired after the question it has not spoken of. */
function upAt(ticket: Ticket, station: StationId, firedAt: number): number | null {
  const said = openHowLong(ticket, station);
  if (said === null || said.minutes === null || said.answeredAt === null) return null;
  return firedAt <= said.askedAt ? said.answeredAt + said.minutes * MINUTE_MS : null;
}
