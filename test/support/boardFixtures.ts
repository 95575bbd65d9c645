import type {
  AllergyBand,
  Board,
  BumpPlace,
  LineAllergy,
  LineView,
  ModifierView,
  StripCourse,
  TileView,
} from '../../shared/domain/selectors/boardView.ts';
import { AllergyKey, ItemId, StationId, TicketId } from '../../shared/lib/ids.ts';

/** Friday 19:31 in Madrid. */
export const FIXTURE_NOW = Date.parse('2026-03-06T19:31:20+01:00');
const MINUTE = 60_000;
const ago = (minutes: number) => FIXTURE_NOW - Math.round(minutes * MINUTE);

export const station = (id: string) => StationId.parse(id);
export const ticketId = (id: string) => TicketId.parse(id);
export const allergyKey = (key: string) => AllergyKey.parse(key);

export function mod(
  kind: string | null,
  name: string,
  modifiers: ModifierView[] = [],
  quantity = 1,
): ModifierView {
  return { id: null, name, names: null, kind, quantity, allergens: null, removes: [], modifiers };
}

export function aBand(seat: number | null, allergen: string, over: Partial<AllergyBand> = {}): AllergyBand {
  return {
    key: allergyKey(`${seat ?? '?'}:${allergen}`),
    allergen,
    severity: 'allergy',
    crossContact: false,
    words: null,
    seat,
    weight: 'filled',
    isOwed: false,
    isLate: false,
    isSaidByPos: true,
    heard: [],
    ...over,
  };
}

export function aLineAllergy(band: AllergyBand, over: Partial<LineAllergy> = {}): LineAllergy {
  return {
    key: band.key,
    allergen: band.allergen,
    severity: band.severity,
    recipe: { kind: 'none_listed' },
    needsAnswer: false,
    ...over,
  };
}

let counter = 0;

export function aLine(quantity: number, name: string, over: Partial<LineView> = {}): LineView {
  counter += 1;
  const id = `i${counter}`;
  const ready = over.ready ?? (over.state === 'ready' ? quantity : 0);
  return {
    key: id,
    dish: name,
    dishRef: { source: 'pos', menuItemId: null, name },
    is86: false,
    possible: [],
    standsInFor: null,
    portions: [{ item: ItemId.parse(id), externalId: `pos-${id}`, batch: 1, quantity, ready, run: 0 }],
    quantity,
    ready,
    name,
    names: null,
    course: 2,
    seats: [],
    isShared: false,
    modifiers: [],
    notes: null,
    state: 'fired',
    stage: null,
    voidReason: null,
    isUnseen: false,
    addedAt: null,
    was: null,
    changedAt: null,
    alsoAt: [],
    unknownStations: [],
    isNoStation: false,
    allergies: [],
    isBlocked: false,
    stops: [],
    refire: null,
    onTheFly: false,
    comped: false,
    parts: [],
    ...over,
  };
}

export function aCourse(
  number: number,
  name: string,
  state: StripCourse['state'],
  at: number | null,
  isHere = false,
): StripCourse {
  return { number, name, state, at, isHere, holdCameLateAt: null };
}

export function bumpPlace(
  lines: readonly LineView[],
  blockedBy: 'stop' | 'conflict' | null = null,
): BumpPlace {
  const food = lines.filter(({ state }) => state !== 'held' && state !== 'void');
  return {
    kind: 'bump',
    portions: food.flatMap(({ portions }) =>
      portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
    ),
    voids: lines
      .filter(({ state }) => state === 'void')
      .flatMap(({ portions }) => portions.map(({ item, batch }) => ({ item, batch }))),
    changes: lines.flatMap((line) => (line.changedAt === null ? [] : line.portions.map(({ item }) => item))),
    blockedBy,
  };
}

interface TileShort {
  readonly title: string;
  readonly firedMinutesAgo: number | null;
  readonly lines: readonly LineView[];
  readonly head?: Partial<TileView['head']>;
  readonly bands?: readonly AllergyBand[];
  readonly courses?: readonly StripCourse[];
}

let version = 100;

export function aTile(short: TileShort, over: Partial<TileView> = {}): TileView {
  const { title, firedMinutesAgo, lines, head = {}, bands = [], courses = [] } = short;
  version += 1;
  const id = over.externalId ?? `T-${title}-${version}`;
  const firedAt = firedMinutesAgo === null ? null : ago(firedMinutesAgo);
  const owed = bands.filter(({ isOwed }) => isOwed);
  return {
    ticketId: ticketId(`t:${id}`),
    source: 'pos',
    station: station('grill'),
    externalId: id,
    title,
    head: {
      number: `${1986 + version}`,
      channel: 'dine_in',
      table: title,
      covers: 4,
      server: 'Mara',
      party: null,
      promisedAt: null,
      releaseAt: null,
      priority: 'normal',
      vip: false,
      occasion: null,
      notes: null,
      pickup: null,
      cutlery: null,
      ...head,
    },
    customer: null,
    rushAt: head.priority === 'rush' ? firedAt : null,
    handoff: null,
    keyed: null,
    away: null,
    headWas: null,
    headChangedAt: null,
    openedAt: firedAt === null ? ago(20) : firedAt - 2 * MINUTE,
    version,
    clock:
      firedAt === null
        ? null
        : {
            firedAt,
            soonAt: firedAt + 8 * MINUTE,
            lateAt: firedAt + 11 * MINUTE,
            promisedAt: head.promisedAt ?? null,
          },
    comingUpAt: null,
    isHeard: firedAt !== null,
    isReady: lines.every(({ state }) => state === 'ready'),
    courses,
    bands,
    lines,
    place:
      owed.length > 0
        ? {
            kind: 'hear',
            weight: owed.some(({ severity }) => severity !== 'intolerance') ? 'must' : 'ask',
            allergies: owed.map(({ key }) => key),
            portions: lines.flatMap(({ portions }) => portions.map(({ item, batch }) => ({ item, batch }))),
          }
        : bumpPlace(lines),
    questions: [],
    possible: [],
    isOnTheFly: false,
    paper: [],
    ...over,
  };
}

export function aBoard(tiles: readonly TileView[], over: Partial<Board> = {}): Board {
  return { station: station('grill'), tiles, allDay: [], later: 0, ...over };
}
