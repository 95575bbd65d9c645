import type { HouseConfig } from '../config/houseConfig.ts';
import type { OnPaper } from '../domain/model/chit.ts';
import type { Batch, Item } from '../domain/model/food.ts';
import { isFired, isLive, isRun, partAt } from '../domain/model/progress.ts';
import type { State } from '../domain/model/state.ts';
import { type Ticket, titleOf } from '../domain/model/ticket.ts';
import { type LeftFood, leftPaper, toldOf } from '../domain/model/toldFood.ts';
import type { LineView, ModifierView } from '../domain/selectors/boardView.ts';
import { is86 } from '../domain/selectors/eightySix.ts';
import type { Portion } from '../domain/selectors/fireClock.ts';
import { tileLines } from '../domain/selectors/tileLines.ts';
import { NO_STATION, type StationId } from '../lib/ids.ts';
import { baseOf } from '../lib/words/languageFile.ts';
import type { ChitDish, ChitModifier, Delta, EarlierSlip } from './content.ts';

interface DishesOf {
  readonly state: Pick<State, 'dishes' | 'holds'>;
  readonly ticket: Ticket;
  readonly station: StationId;
  readonly since: EarlierSlip | null;
  readonly config: HouseConfig;
  readonly language: string;
}

/**
 * What of a ticket belongs on this station's paper: fired food that has not left the pass, and every void or change that a slip in the cook's
 * hand, or the screen that went dark, does not show.
 */
export function paperPortions({
  ticket,
  station,
  since,
}: Pick<DishesOf, 'ticket' | 'station' | 'since'>): Portion[] {
  return ticket.items
    .flatMap((item) => item.batches.map((batch): Portion => ({ item, batch })))
    .filter(({ batch }) => partAt(batch, station) !== undefined)
    .filter(({ item, batch }) => {
      if (batch.void === null) return isLive(batch) && isFired(batch) && !isRun(batch);
      if (batch.void.owedBy.includes(station)) return true;
      // What is refired stands there as the refire that it is.
      const { at } = batch.void;
      if (item.batches.some(({ refire }) => refire?.at === at)) return false;
      const wasOnPaper = since !== null && batch.firedAt !== null && batch.firedAt <= since.at;
      return wasOnPaper && at > since.at;
    })
    .sort((a, b) => a.item.face.course - b.item.face.course || orderOf(a) - orderOf(b));
}

/** Add-ons and refires stand behind what was ordered first. */
function orderOf({ batch }: Portion): number {
  return batch.kind === 'first' ? 0 : batch.addedAt;
}

/** The lines of a chit, each with its course; equal dishes share one as they do on the screen, but not with food of another table's slip. */
export function chitDishes(of: DishesOf): { readonly course: number; readonly dish: ChitDish }[] {
  const { ticket, station, config } = of;
  const bySlip = Map.groupBy(paperPortions(of), ({ item, batch }) => wasAt(item, batch, of)?.number ?? null);
  const here = [...bySlip.values()]
    .flatMap((portions) => tileLines(ticket, portions, station, config))
    .map((line) => ({ course: line.course, dish: dishOf(line, of) }));
  const left = leftPaper(ticket, station).flatMap(({ item, batch, why }) =>
    tileLines(ticket, [{ item, batch }], station, config).map((line) => ({
      course: line.course,
      dish: leftDish(dishOf(line, of), batch, why, of),
    })),
  );
  return [...here, ...left].sort((a, b) => a.course - b.course);
}

/** What the cook must know of it is that it is not his now; the rest he has on the slip it was on. */
function leftDish(dish: ChitDish, batch: Batch, why: LeftFood['why'], of: DishesOf): ChitDish {
  const { state, ticket, station, config } = of;
  const isAway = why === 'held' && ticket.head.table !== null && state.holds[ticket.head.table] !== undefined;
  const others = batch.parts.map((part) => part.station).filter((one) => one !== station);
  const at = why === 'station' ? others.map((id) => stationName(config, id) ?? id) : [];
  const plain = {
    ready: 0,
    addedAt: null,
    voided: null,
    was: [],
    alsoAt: [],
    from: null,
    standsInFor: null,
    stops: [],
  };
  return {
    ...dish,
    ...plain,
    allergies: [],
    is86: false,
    delta: '-',
    left: { why: isAway ? 'away' : why, at },
  };
}

function wasAt(item: Item, batch: Batch, { ticket, station }: Pick<DishesOf, 'ticket' | 'station'>) {
  const paper = ticket.paper[station];
  const told = paper && toldOf(paper, item, batch);
  return told === undefined || told.title === titleOf(ticket.head)
    ? null
    : { title: told.title, number: told.number };
}

function dishOf(line: LineView, { state, ticket, station, since, config, language }: DishesOf): ChitDish {
  const item = ticket.items.find(({ id }) => id === line.portions[0]?.item);
  const change = item === undefined ? null : changeToTell(item, station, since);
  const batch = item?.batches.find(({ n }) => n === line.portions[0]?.batch);
  const isVoid = line.state === 'void';
  const moved = item && batch && !isVoid ? wasAt(item, batch, { ticket, station }) : null;
  return {
    delta: isVoid
      ? '-'
      : deltaOf(item, batch, ticket.paper[station], since, change !== null || moved !== null),
    left: null,
    wasAt: moved,
    quantity: line.quantity,
    ready: isVoid ? 0 : line.ready,
    name: nameIn(line, language),
    seats: line.seats,
    isShared: line.isShared,
    modifiers: line.modifiers.map((modifier) => modifierOf(modifier, language)),
    notes: line.notes,
    addedAt: line.addedAt,
    voided: isVoid ? { stage: line.stage, reason: line.voidReason } : null,
    was: isVoid
      ? []
      : Object.entries(change?.was ?? {})
          .filter(([field]) => field !== 'names' && field !== 'menuItemId')
          .map(([field, value]) => ({ field, value })),
    refire: line.refire === null ? null : { reason: line.refire.reason, firedAt: line.refire.firedAt },
    isOnTheFly: line.onTheFly,
    is86: is86(line, ticket, state),
    alsoAt: line.alsoAt.map((id) => stationName(config, id) ?? id),
    from: line.from === undefined ? null : (stationName(config, line.from.station) ?? line.from.station),
    standsInFor:
      line.standsInFor === null ? null : (stationName(config, line.standsInFor) ?? line.standsInFor),
    isNoStation: line.isNoStation,
    unknownStations: line.unknownStations,
    allergies: isVoid ? [] : line.allergies,
    possible: line.possible.map(({ words }) => words),
    stops: isVoid ? [] : line.stops.map((key) => allergenOf(ticket, key)),
  };
}

function deltaOf(
  item: Item | undefined,
  batch: Batch | undefined,
  paper: OnPaper | undefined,
  since: EarlierSlip | null,
  isChanged: boolean,
): Delta {
  if (item !== undefined && batch !== undefined && isNew(item, batch, paper, since)) return '+';
  return isChanged ? '~' : null;
}

/** The slip itself says what it tells; of one that nobody knows it, its time does. */
function isNew(item: Item, batch: Batch, paper: OnPaper | undefined, since: EarlierSlip | null): boolean {
  if (since === null || paper === undefined) return batch.kind === 'add_on';
  if (paper.told !== null) return toldOf(paper, item, batch) === undefined;
  return batch.addedAt > since.at || (batch.firedAt ?? 0) > since.at;
}

/** A change that neither a screen of this station nor the last chit has shown. */
function changeToTell(item: Item, station: StationId, since: EarlierSlip | null): Item['change'] {
  const { change } = item;
  if (change === null) return null;
  const isToldBySlip = since !== null && change.at <= since.at;
  if (isToldBySlip) return null;
  return since !== null || change.owedBy.includes(station) ? change : null;
}

function modifierOf({ kind, quantity, modifiers, ...named }: ModifierView, language: string): ChitModifier {
  return {
    kind,
    quantity,
    name: nameIn(named, language),
    modifiers: modifiers.map((inner) => modifierOf(inner, language)),
  };
}

function nameIn({ name, names }: Pick<LineView, 'name' | 'names'>, language: string): string {
  return names?.[language] ?? names?.[baseOf(language) ?? language] ?? name;
}

function allergenOf(ticket: Ticket, key: LineView['stops'][number]): string {
  return ticket.allergies.find((allergy) => allergy.key === key)?.allergen ?? key;
}

export function stationName(config: HouseConfig, id: StationId): string | null {
  if (id === NO_STATION) return null;
  return config.stations.find((station) => station.id === id)?.name ?? id;
}
