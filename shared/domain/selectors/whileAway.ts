import { canonicalJson } from '../../lib/canonicalJson.ts';
import { NO_STATION, type StationId, type TicketId } from '../../lib/ids.ts';
import { gravityOf } from '../model/allergen.ts';
import { type DishStanding, dishKey, dishOf, isOff } from '../model/dish.ts';
import type { Batch, Item } from '../model/food.ts';
import { isFired, isReady, isRun, partAt, readyEverywhere, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import { hasFoodHere } from './allergyBands.ts';

/** In order of gravity: what may hurt somebody, what must not be cooked on, what is to be cooked, what others have done. */
export const AWAY_KINDS = [
  'allergy',
  'void',
  'changed',
  'recalled',
  'eightySix',
  'rush',
  'fired',
  'new',
  'added',
  'unfired',
  'moved',
  'bumped',
  /** At the pass: all its stations have bumped it. */
  'ready',
  'run',
  'restored',
] as const;
export type AwayKind = (typeof AWAY_KINDS)[number];

export interface AwayDish {
  readonly quantity: number;
  readonly name: string;
  readonly names: Readonly<Record<string, string>> | null;
}

/** One thing that happened to one ticket, or to a dish of the house. */
export interface AwayLine {
  /** The same for the same matter, however often one was away. */
  readonly key: string;
  readonly kind: AwayKind;
  /** null: about a dish of the house. */
  readonly ticket: TicketId | null;
  /** null: about no ticket. */
  readonly title: string | null;
  readonly dishes: readonly AwayDish[];
  readonly allergens: readonly { readonly allergen: string; readonly seat: number | null }[];
}

/** How far a portion is, as the glass of this place shows it. */
type Standing = 'absent' | 'held' | 'open' | 'ready' | 'run' | 'void';

interface Portion {
  readonly item: Item;
  readonly batch: Batch;
  readonly standing: Standing;
}

/** What one place shows: the stations whose food it has; null is expo, which has all. */
type Shown = readonly StationId[] | null;

/**
 * What happened at a place between two states, gravest first. Each portion stands in at most one line, told by where it is now: what came and
 * was bumped by others was bumped. `stations` null: expo.
 */
export function whileAway(before: State, after: State, stations: Shown): AwayLine[] {
  const shown: Shown = stations === null ? null : [...stations, NO_STATION];
  const lines = [...after.tickets.values()]
    .filter((ticket) => !ticket.isLeftFromYesterday && before.tickets.get(ticket.id) !== ticket)
    .flatMap((ticket) => ticketLines(before.tickets.get(ticket.id) ?? null, ticket, shown));
  const gone = [...before.tickets.values()].filter(
    ({ id, isLeftFromYesterday }) => !isLeftFromYesterday && !after.tickets.has(id),
  );
  return gravestFirst([
    ...lines,
    ...gone.flatMap((ticket) => closedLines(ticket, shown)),
    ...dishLines(before, after),
  ]);
}

/** Two absences told as one list: what the first told and nobody has read stays, with what the second adds to it. */
export function joinAway(earlier: readonly AwayLine[], later: readonly AwayLine[]): AwayLine[] {
  const lines = new Map(earlier.map((line) => [line.key, line]));
  for (const line of later) {
    const known = lines.get(line.key);
    lines.set(line.key, known ? joined(known, line) : line);
  }
  return gravestFirst([...lines.values()]);
}

function joined(a: AwayLine, b: AwayLine): AwayLine {
  const dishes = new Map(a.dishes.map((dish) => [dish.name, dish]));
  for (const dish of b.dishes) {
    const quantity = rounded((dishes.get(dish.name)?.quantity ?? 0) + dish.quantity);
    dishes.set(dish.name, { ...dish, quantity });
  }
  return { ...b, dishes: [...dishes.values()], allergens: [...a.allergens, ...b.allergens] };
}

function gravestFirst(lines: readonly AwayLine[]): AwayLine[] {
  return [...lines].sort((a, b) => AWAY_KINDS.indexOf(a.kind) - AWAY_KINDS.indexOf(b.kind));
}

/** Over and closed meanwhile. */
function closedLines(before: Ticket, shown: Shown): AwayLine[] {
  const open = portionsOf(before, shown).filter(({ standing }) => standing === 'open');
  return open.length === 0 ? [] : [lineOf(before, shown === null ? 'run' : 'bumped', open)];
}

function ticketLines(before: Ticket | null, after: Ticket, shown: Shown): AwayLine[] {
  const known = new Map(portionsOf(before, shown).map((portion) => [keyOf(portion), portion]));
  const found = new Map<AwayKind, Portion[]>();
  const note = (kind: AwayKind | null, portion: Portion) => {
    if (kind !== null) found.set(kind, [...(found.get(kind) ?? []), portion]);
  };
  const wasKnown = [...known.values()].some(({ standing }) => standing !== 'absent');
  for (const portion of portionsOf(after, shown)) {
    const old = known.get(keyOf(portion)) ?? null;
    known.delete(keyOf(portion));
    note(kindOf(old, portion, shown, wasKnown), portion);
  }
  for (const portion of known.values()) if (portion.standing === 'open') note('moved', portion);
  const lines = [...found].map(([kind, portions]) => lineOf(after, kind, portions));
  const isHere = wasKnown || found.size > 0;
  const allergens = isHere ? newAllergens(before, after, shown) : [];
  if (allergens.length > 0) lines.push({ ...lineOf(after, 'allergy', []), allergens });
  if (isHere && after.rushAt !== null && before?.rushAt !== after.rushAt && hasOpen(after, shown))
    lines.push(lineOf(after, 'rush', []));
  return lines;
}

function kindOf(old: Portion | null, now: Portion, shown: Shown, wasKnown: boolean): AwayKind | null {
  const was = old?.standing ?? 'absent';
  switch (now.standing) {
    case 'open':
      if (was === 'absent') return now.batch.kind !== 'first' || wasKnown ? 'added' : 'new';
      if (was === 'held') return 'fired';
      if (was === 'ready' || was === 'run') return 'recalled';
      if (was === 'void') return 'added';
      return old !== null && isChanged(old.item, now.item) ? 'changed' : null;
    case 'ready':
      return was === 'ready' || was === 'run' ? null : shown === null ? 'ready' : 'bumped';
    case 'run':
      return was === 'run' ? null : shown === null ? 'run' : was === 'ready' ? null : 'bumped';
    case 'held':
      return was === 'open' || was === 'ready' ? 'unfired' : null;
    case 'void':
      return wasOnGlass(was) || isOwed(now.batch, shown) ? voidKind(was) : null;
    case 'absent':
      return was === 'open' ? 'moved' : null;
    default:
      return now.standing satisfies never;
  }
}

const voidKind = (was: Standing): AwayKind | null => (was === 'void' ? null : 'void');
const wasOnGlass = (was: Standing) => was === 'open' || was === 'ready';

function isOwed(batch: Batch, shown: Shown): boolean {
  return batch.void?.owedBy.some((station) => shown === null || shown.includes(station)) ?? false;
}

/** The POS says another dish, seat, change or note of food that was on the glass. */
function isChanged(before: Item, after: Item): boolean {
  if (before.face === after.face) return false;
  const { prepSeconds: _, ...was } = before.face;
  const { prepSeconds: __, ...is } = after.face;
  return canonicalJson(was) !== canonicalJson(is);
}

function portionsOf(ticket: Ticket | null, shown: Shown): Portion[] {
  if (ticket === null) return [];
  return ticket.items.flatMap((item) =>
    item.batches.map((batch) => ({ item, batch, standing: standingOf(batch, shown) })),
  );
}

function standingOf(batch: Batch, shown: Shown): Standing {
  const parts = shown === null ? batch.parts : shown.flatMap((station) => partAt(batch, station) ?? []);
  if (parts.length === 0) return 'absent';
  if (batch.void !== null) return 'void';
  if (!isFired(batch)) return 'held';
  if (isRun(batch)) return 'run';
  const isDone = shown === null ? isReady(batch) : parts.every(({ ready }) => ready >= batch.quantity);
  return isDone ? 'ready' : 'open';
}

function hasOpen(ticket: Ticket, shown: Shown): boolean {
  return portionsOf(ticket, shown).some(({ standing }) => standing === 'open');
}

function newAllergens(before: Ticket | null, after: Ticket, shown: Shown): AwayLine['allergens'] {
  const known = new Map(before?.allergies.map(({ key, addedSeq }) => [key, addedSeq]));
  return after.allergies
    .filter((allergy) => known.get(allergy.key) !== allergy.addedSeq && gravityOf(allergy.severity) > 0)
    .filter((allergy) => shown === null || shown.some((station) => hasFoodHere(after, allergy, station)))
    .map(({ allergen, seat }) => ({ allergen, seat }));
}

function lineOf(ticket: Ticket, kind: AwayKind, portions: readonly Portion[]): AwayLine {
  return {
    key: `${ticket.id}/${kind}`,
    kind,
    ticket: ticket.id,
    title: titleOf(ticket.head),
    dishes: dishesOf(kind, portions),
    allergens: [],
  };
}

/** Equal dishes are counted together; of a bumped dish what is ready. */
function dishesOf(kind: AwayKind, portions: readonly Portion[]): AwayDish[] {
  const dishes = new Map<string, AwayDish>();
  for (const { item, batch } of portions) {
    const { name, names } = item.face;
    const quantity = (dishes.get(name)?.quantity ?? 0) + (kind === 'bumped' ? madeOf(batch) : batch.quantity);
    dishes.set(name, { name, names, quantity: rounded(quantity) });
  }
  return [...dishes.values()];
}

/** A dish of several stations may be ready here and nowhere else. */
function madeOf(batch: Batch): number {
  return Math.max(readyEverywhere(batch), ...batch.parts.map(({ ready }) => ready));
}

function dishLines(before: State, after: State): AwayLine[] {
  const keys = new Set([...Object.keys(before.dishes), ...Object.keys(after.dishes)]);
  return [...keys].flatMap((key): AwayLine[] => {
    const was = before.dishes[key];
    const is = after.dishes[key];
    const wasOff = was !== undefined && isOff(was);
    const isNowOff = is !== undefined && isOff(is);
    const known: DishStanding | undefined = is ?? was;
    if (wasOff === isNowOff || known === undefined) return [];
    const dishes = [{ quantity: 0, name: known.dish.name, names: namesOf(after, key) }];
    const kind = isNowOff ? 'eightySix' : 'restored';
    return [{ key: `86/${key}`, kind, ticket: null, title: null, dishes, allergens: [] }];
  });
}

/** As a ticket says it. */
function namesOf(state: State, key: string): AwayDish['names'] {
  for (const { source, items } of state.tickets.values())
    for (const { face } of items) if (face.names && dishKey(dishOf(source, face)) === key) return face.names;
  return null;
}

const keyOf = ({ item, batch }: Portion) => `${item.id}/${batch.n}`;
