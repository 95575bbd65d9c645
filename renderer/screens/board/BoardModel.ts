import type { Board, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { HandClock } from '../../ui/handClock.ts';
import type { Block } from './blocks.ts';
import { type BoardGrid, boardGrid } from './boardGrid.ts';
import { boardLayout, isTornSo, type PlacedPlace } from './boardLayout.ts';
import { type Coming, FillPace } from './FillPace.ts';
import { GlassCells } from './GlassCells.ts';
import { HeightBook, type PartHeights, type TypeSizes } from './HeightBook.ts';
import { LaneBook } from './layouts/LaneBook.ts';
import { LayoutRounds } from './layouts/LayoutRounds.ts';
import type { Lane } from './layouts/lanes.ts';
import { LEFT_ALONE_MS } from './leftAlone.ts';
import { type GuardReason, MOVED_MS, PressGuard } from './PressGuard.ts';
import {
  broughtBack,
  bumped,
  isSamePlaces,
  nextChangeAt,
  type Place,
  QUIET_MS,
  settled,
  UNDO_MS,
} from './places.ts';
import { RangeBook } from './RangeBook.ts';
import { reuseBoard } from './reuseTiles.ts';
import { tileKey, tilesByKey } from './tileKey.ts';

export interface BoardPicture {
  readonly board: Board;
  readonly grid: BoardGrid;
  readonly lanes: readonly Lane[];
  readonly places: readonly PlacedPlace[];
  readonly page: number;
  readonly pages: number;
  /** Columns at the end of the row that a sheet lies over. */
  readonly covered: number;
  /** Places whose tiles come with the next frames, or the rest of them; till then nobody has seen this picture. */
  readonly coming: Coming;
  /** Rises when nothing measured holds any more: then also a tile that stands as it stood is measured anew. */
  readonly measuring: number;
}

/** A tile that goes this long after a dish of it was pressed has gone for another reason. */
const LEAVING_MS = 2000;
/** A finger that never comes up is a fault of the glass, and must not stop the board. */
const STUCK_FINGER_MS = 10_000;

/** What stands where on one screen, and when it may move. Has a life of its own, so that nothing of it hangs on when React renders. */
export class BoardModel {
  private readonly clock: HandClock;
  private readonly heights = new HeightBook();
  private readonly ranges: RangeBook;
  private readonly laneBook = new LaneBook();
  private readonly guard = new PressGuard();
  private readonly cells = new GlassCells();
  private readonly listeners = new Set<() => void>();
  private grid = boardGrid(0, 0, 1, 1);
  private type: TypeSizes = { largePx: 30, mediumPx: 24, bumpPx: 60 };
  private board: Board;
  private seq: number;
  private readonly titles = new Map<string, string>();
  private places: Place[] = [];
  private readonly spans = new Map<string, number>();
  /** The tile that was on the glass when it was bumped: until another comes in its stead, the board has not caught up. */
  private readonly bumpedAs = new Map<string, TileView>();
  /** Tiles of which a dish was pressed here just now: if that was their last, the press has its undo in place like a bump. */
  private readonly leaving = new Map<string, { readonly tile: TileView; readonly at: number }>();
  private picture: BoardPicture;
  private page = 0;
  private covered = 0;
  private pressedAt = Number.NEGATIVE_INFINITY;
  private fingerDownAt: number | null = null;
  private hasNewHeights = false;
  private measuring = 0;
  private readonly rounds: LayoutRounds;
  private callOffWake: (() => void) | null = null;
  private callOffHome: (() => void) | null = null;
  private readonly pace = new FillPace();
  private callOffFill: (() => void) | null = null;
  private readonly unsaid: (() => void)[] = [];
  private callOffShown: (() => void) | null = null;

  constructor(board: Board, seq: number, clock: HandClock, blocksOf: (tile: TileView) => readonly Block[]) {
    this.board = board;
    this.seq = seq;
    this.clock = clock;
    this.rounds = new LayoutRounds(clock, () => this.layoutAgain());
    this.ranges = new RangeBook(this.heights, blocksOf);
    this.picture = {
      board,
      grid: this.grid,
      lanes: [],
      places: [],
      page: 0,
      pages: 1,
      covered: 0,
      coming: new Map(),
      measuring: 0,
    };
    this.noteTitles();
    this.settle();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same object while the glass shows the same. */
  get = (): BoardPicture => this.picture;

  /** Log number of what is on the glass: it rises also with events of which nothing is seen here. */
  seen = (): number => this.seq;

  setBoard(board: Board, seq: number): void {
    const isLater = seq !== this.seq;
    this.seq = seq;
    const next = reuseBoard(this.board, board);
    if (next !== this.board) {
      this.board = next;
      this.noteTitles();
      this.settle();
    } else if (isLater) this.tell();
  }

  setGrid(grid: BoardGrid, type: TypeSizes): void {
    const isAsWide = isDrawnAlike(this.grid, grid) && isSameType(this.type, type);
    this.grid = grid;
    this.type = type;
    if (isAsWide) this.settle();
    else this.forgetHeights();
  }

  /** Another font has come: what was measured does not hold. */
  forgetHeights(): void {
    this.heights.forget();
    this.measuring += 1;
    this.settle();
  }

  noteHeights(id: string, heights: PartHeights): void {
    if (this.heights.note(id, heights)) this.hasNewHeights = true;
  }

  /**
   * Called after all tiles of a frame have been measured and before it is painted. Most new heights tear no tile elsewhere, and then nothing is
   * drawn again: a dish that got its tick is higher by that and stands where it stood.
   */
  layoutAgain(): void {
    this.pace.drawn(this.clock.now());
    this.guard.drawn(this.picture.coming, this.clock.now());
    if (!this.hasNewHeights || !this.rounds.mayAgain()) return;
    this.hasNewHeights = false;
    // What has never been drawn is only guessed: another guess can wait for the next layout.
    const isStanding = ({ tile, parts }: Extract<PlacedPlace, { kind: 'tile' }>) =>
      !this.heights.knows(tileKey(tile)) || isTornSo(parts, this.ranges.rangesOf(tile, this.grid, this.type));
    if (!this.picture.places.every((place) => place.kind === 'hole' || isStanding(place))) this.layOut();
  }

  bump(tile: TileView): void {
    this.bumpedAs.set(tileKey(tile), tile);
    // Its undo is of this press, not of the dish before.
    this.leaving.delete(tileKey(tile));
    this.places = bumped(this.places, tileKey(tile), this.clock.now());
    this.settle();
  }

  /** Does it once what a press has changed here is painted, or when this board ends: the finger is answered first. */
  onceShown(act: () => void): void {
    this.unsaid.push(act);
    this.callOffShown ??= this.clock.afterPaint(() => this.sayShown());
  }

  /** A dish of it was made ready, which may have been all there was to do. */
  mayLeave(tile: TileView): void {
    this.leaving.set(tileKey(tile), { tile, at: this.clock.now() });
  }

  /** The ticket as it was when it was bumped here, while its undo stands. */
  bumpedTile(id: string): TileView | null {
    return this.bumpedAs.get(id) ?? null;
  }

  bringBack(id: string): void {
    this.bumpedAs.delete(id);
    this.places = broughtBack(this.places, id);
    this.settle();
  }

  setFinger(isDown: boolean): void {
    this.fingerDownAt = isDown ? this.clock.now() : null;
    this.pressedAt = this.clock.now();
    this.callOffHome?.();
    this.callOffHome = this.clock.after(LEFT_ALONE_MS, () => this.goTo(0));
    if (!isDown) this.wakeLater();
  }

  goTo(page: number): void {
    this.page = page;
    this.layOut();
  }

  /** A sheet lies over these many columns. Nothing moves for it. */
  cover(columns: number): void {
    if (columns === this.covered) return;
    this.covered = columns;
    this.layOut();
  }

  judge(id: string, isBump: boolean, downAt: number): GuardReason | null {
    return this.guard.judge(id, isBump, downAt);
  }

  /** A hand that bumped twice did not mean to undo: UNDO has just come under it. */
  judgeUndo(id: string, downAt: number): GuardReason | null {
    const hole = this.places.find((place) => place.kind === 'hole' && place.id === id);
    if (hole?.kind === 'hole' && downAt < hole.until - UNDO_MS + MOVED_MS) return 'moved';
    return this.guard.judgeHole(id, downAt);
  }

  /** Ends its timers. It may be used again afterwards. */
  rest(): void {
    this.callOffWake?.();
    this.callOffHome?.();
    this.rounds.rest();
    this.callOffFill?.();
    this.callOffFill = null;
    this.callOffShown?.();
    this.sayShown();
  }

  private sayShown(): void {
    this.callOffShown = null;
    for (const act of this.unsaid.splice(0)) act();
  }

  private isQuiet(): boolean {
    const now = this.clock.now();
    if (this.fingerDownAt !== null && now - this.fingerDownAt < STUCK_FINGER_MS) return false;
    return now - this.pressedAt >= QUIET_MS;
  }

  private settle(): void {
    this.bringFoodBack();
    this.takeLeave();
    const ids = this.board.tiles.filter((tile) => this.bumpedAs.get(tileKey(tile)) !== tile).map(tileKey);
    const next = settled(this.places, ids, this.clock.now(), this.isQuiet());
    if (!isSamePlaces(this.places, next)) {
      this.places = next;
      this.forgetTheGone();
    }
    this.layOut();
    this.wakeLater();
  }

  private noteTitles(): void {
    for (const tile of this.board.tiles) this.titles.set(tileKey(tile), tile.title);
  }

  private bringFoodBack(): void {
    const holes = new Set(this.places.flatMap((place) => (place.kind === 'hole' ? [place.id] : [])));
    if (holes.size === 0) return;
    for (const tile of this.board.tiles) {
      if (!holes.has(tileKey(tile)) || !isFoodBack(tile, this.bumpedAs.get(tileKey(tile)))) continue;
      this.bumpedAs.delete(tileKey(tile));
      this.places = broughtBack(this.places, tileKey(tile));
    }
  }

  private takeLeave(): void {
    if (this.leaving.size === 0) return;
    const onBoard = new Set(this.board.tiles.map(tileKey));
    for (const [key, { tile, at }] of this.leaving) {
      const isRecent = this.clock.now() - at < LEAVING_MS;
      if (isRecent && onBoard.has(key)) continue;
      this.leaving.delete(key);
      if (!isRecent) continue;
      this.bumpedAs.set(key, tile);
      this.places = bumped(this.places, key, this.clock.now());
    }
  }

  private forgetTheGone(): void {
    const standing = new Set(this.places.map(({ id }) => id));
    for (const id of this.bumpedAs.keys()) if (!standing.has(id)) this.bumpedAs.delete(id);
    for (const id of this.spans.keys()) if (!standing.has(id)) this.spans.delete(id);
    for (const id of this.titles.keys()) if (!standing.has(id)) this.titles.delete(id);
    this.heights.keepOnly(standing);
    this.laneBook.keepOnly(standing);
    this.guard.keepOnly(standing);
  }

  private layOut(): void {
    const { board, grid, covered } = this;
    const before = this.picture.places;
    const lanes = this.laneBook.update(board.tiles, grid, this.isQuiet());
    const input = {
      places: this.places,
      tiles: tilesByKey(board.tiles),
      grid,
      lanes,
      laneOf: this.laneBook.laneOf,
      rangesOf: (tile: TileView) => this.ranges.rangesOf(tile, grid, this.type),
      spans: this.spans,
      titles: this.titles,
      isFrozen: !this.isQuiet(),
    };
    const places = boardLayout(input, before);
    let pages = 1;
    for (const { parts } of places) for (const { page } of parts) pages = Math.max(pages, page + 1);
    this.page = Math.min(Math.max(0, this.page), pages - 1);
    const now = this.clock.now();
    if (places !== before) this.noteMoves(places, before, now);
    const coming = this.pace.coming(places, this.page, grid, now);
    if (this.pace.awaitsFrame()) this.callOffFill ??= this.clock.afterPaint(() => this.fillOn());
    const { page, measuring } = this;
    const next = { board, grid, lanes, places, page, pages, covered, coming, measuring };
    if (isSamePicture(this.picture, next)) return;
    this.picture = next;
    this.guard.noteCame(this.cells.update(next), now);
    this.tell();
  }

  private fillOn(): void {
    this.callOffFill = null;
    this.pace.painted();
    if (this.heights.guessAnew() || this.picture.coming.size > 0) this.layOut();
  }

  private noteMoves(places: readonly PlacedPlace[], before: readonly PlacedPlace[], now: number): void {
    // Most stand where they stood.
    const other = places.filter((place, index) => place !== before[index]);
    const stood = new Set(other.length > 0 ? before : []);
    for (const place of other) {
      if (stood.has(place)) continue;
      this.spans.set(place.kind === 'tile' ? tileKey(place.tile) : place.id, place.parts.length);
      if (place.kind === 'tile') this.guard.noteTile(place.tile, cellsOf(place), now);
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** Holes end and hands come to rest without any news from the hub. */
  private wakeLater(): void {
    this.callOffWake?.();
    this.callOffWake = null;
    const now = this.clock.now();
    const holesEnd = nextChangeAt(this.places);
    const waitMs = this.isQuiet()
      ? holesEnd === null
        ? null
        : holesEnd - now
      : this.fingerDownAt === null
        ? this.pressedAt + QUIET_MS - now
        : this.fingerDownAt + STUCK_FINGER_MS - now;
    if (waitMs === null) return;
    this.callOffWake = this.clock.after(Math.max(1, waitMs), () => this.settle());
  }
}

/** Each part is the same object while it says the same. */
function isSamePicture(a: BoardPicture, b: BoardPicture): boolean {
  return (
    a.board === b.board &&
    a.grid === b.grid &&
    a.lanes === b.lanes &&
    a.places === b.places &&
    a.page === b.page &&
    a.pages === b.pages &&
    a.covered === b.covered &&
    a.coming === b.coming &&
    a.measuring === b.measuring
  );
}

/** A tile that is as wide in the same layout is as high, whatever room it has. */
function isDrawnAlike(a: BoardGrid, b: BoardGrid): boolean {
  return a.layout === b.layout && a.tileWidthPx === b.tileWidthPx && a.itemColumns === b.itemColumns;
}

function isSameType(a: TypeSizes, b: TypeSizes): boolean {
  return a.largePx === b.largePx && a.mediumPx === b.mediumPx && a.bumpPx === b.bumpPx;
}

function cellsOf(place: PlacedPlace): string {
  return place.parts.map(({ page, cell }) => `${page}.${cell}`).join(' ');
}

/** Undone, recalled or refused: what was bumped here is food again. A course fired since is other food, and has a place of its own. */
function isFoodBack(tile: TileView, bumpedAs: TileView | undefined): boolean {
  if (tile.clock === null || bumpedAs === tile) return false;
  if (bumpedAs?.place.kind !== 'bump') return true;
  const gone = new Set(bumpedAs.place.portions.map(({ item, batch }) => `${item}/${batch}`));
  return tile.lines.some(({ portions }) =>
    portions.some(({ item, batch, ready, quantity }) => ready < quantity && gone.has(`${item}/${batch}`)),
  );
}
