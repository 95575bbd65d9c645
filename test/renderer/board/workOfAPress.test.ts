import { beforeEach, describe, expect, test } from 'vitest';
import { BoardModel } from '../../../renderer/screens/board/BoardModel.ts';
import { stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { gridOf } from '../../../renderer/screens/board/layouts/gridOf.ts';
import { tileKey } from '../../../renderer/screens/board/tileKey.ts';
import type { StationLayout } from '../../../shared/config/houseConfig.ts';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { grill, House } from '../../support/house.ts';
import { TestClock } from './handClock.ts';

/**
 * What a press on a full board costs, counted and not timed. A place given as the same object is not drawn again; a tile whose blocks are not
 * asked for is not laid out again.
 */
const OPEN = 200;
const PRESSED = 'T3';
const type = { largePx: 30, mediumPx: 24, bumpPx: 60 };

let house: House;
let model: BoardModel;
let clock: TestClock;
let laidOut: Set<string>;
let told: number;

const look = () => model.setBoard(stationBoard(house.state, grill, house.config, house.now), house.seq);
const titleOf = (tile: TileView) => tile.externalId;
const tileOf = (externalId: string): TileView => {
  const found = model.get().board.tiles.find((tile) => tile.externalId === externalId);
  if (!found) throw new Error(`no tile ${externalId}`);
  return found;
};
const makeReady = (externalId: string) => {
  const ticket = house.ticket(externalId);
  const portions = ticket.items.slice(0, 1).map(({ id }) => ({ item: id, batch: 1, quantity: 1 }));
  house.say({ type: 'item.bump', ticket: ticket.id, station: grill, portions, seen: house.seq });
};
/** Places that are drawn again, by their tickets. */
const drawnBy = (work: () => void): string[] => {
  const before = new Set(model.get().places);
  work();
  return model
    .get()
    .places.filter((place) => !before.has(place))
    .map((place) => (place.kind === 'tile' ? titleOf(place.tile) : `(${place.title})`));
};

const gridIn = (layout: StationLayout) =>
  gridOf(layout, { widthPx: 1920, heightPx: 962 }, { pxPerMm: 4.034, distanceM: 1 });

function openBoard(layout: StationLayout): void {
  house = new House();
  for (let n = 0; n < OPEN; n += 1) {
    const items = ['soup', 'ribeye'].map((id) => ({ id, course: 1 }));
    house.put({ id: `T${n}`, table: `${n}`, items });
  }
  clock = new TestClock();
  laidOut = new Set();
  const board = stationBoard(house.state, grill, house.config, house.now);
  model = new BoardModel(board, house.seq, clock, (tile) => {
    laidOut.add(titleOf(tile));
    return stationBlocks(tile);
  });
  model.setGrid(gridIn(layout), type);
  expect(model.get().places).toHaveLength(OPEN);
  laidOut.clear();
  told = 0;
  model.subscribe(() => {
    told += 1;
  });
}

describe.each(['tiles', 'list', 'courses'] as const)('in a board of %s', (layout) => {
  const grid = gridIn(layout);

  beforeEach(() => openBoard(layout));

  test('a dish made ready lays out and draws its own tile and no other', () => {
    makeReady(PRESSED);
    expect(drawnBy(look)).toEqual([PRESSED]);
    expect([...laidOut]).toEqual([PRESSED]);
    expect(told).toBe(1);
  });

  test('a bump lays out nothing and draws its own hole', () => {
    model.setFinger(true);
    model.setFinger(false);
    expect(drawnBy(() => model.bump(tileOf(PRESSED)))).toEqual(['(3)']);
    expect(laidOut.size).toBe(0);
    expect(told).toBe(1);
  });

  test('a put lays out and draws its own tile and no other', () => {
    house.later(60_000);
    house.put({ id: 'later', table: '99', items: [{ id: 'ribeye', course: 1 }] });
    expect(drawnBy(look)).toEqual(['later']);
    expect([...laidOut]).toEqual(['later']);
  });

  test('a look that finds nothing new, and news of which nothing is seen here, change nothing', () => {
    const before = model.get();
    look();
    expect(told).toBe(0);
    model.setBoard(structuredClone(before.board), house.seq + 1);
    expect(model.get()).toBe(before);
    expect(model.seen()).toBe(house.seq + 1);
    expect(laidOut.size).toBe(0);
  });

  test('new heights of one tile tear that tile again and no other', () => {
    const key = tileKey(tileOf(PRESSED));
    model.noteHeights(key, { blocks: new Map(), part: 0, topPx: 77, footPx: 60, tearPx: null });
    model.layoutAgain();
    expect([...laidOut]).toEqual([PRESSED]);
  });

  test('heights that go back and forth with where a tile stands come to an end, and the board stands', () => {
    const key = tileKey(tileOf(PRESSED));
    let layouts = 0;
    const measured = () => {
      layouts += 1;
      if (layouts > 50) throw new Error('for ever');
      const topPx = layouts % 2 === 0 ? 7 : grid.tileHeightPx;
      model.noteHeights(key, { blocks: new Map(), part: 0, topPx, footPx: 60, tearPx: null });
      model.layoutAgain();
    };
    model.subscribe(measured);
    measured();
    expect(model.get().places).toHaveLength(OPEN);
    // The next frame may lay out again.
    clock.turn(1);
    const before = layouts;
    measured();
    measured();
    expect(layouts).toBeGreaterThan(before + 2);
  });

  test('new heights that tear nothing elsewhere draw nothing again', () => {
    const key = tileKey(tileOf(PRESSED));
    const heights = { blocks: new Map(), part: 0, footPx: 60, tearPx: null };
    model.noteHeights(key, { ...heights, topPx: 7 });
    model.layoutAgain();
    const before = model.get();
    told = 0;
    model.noteHeights(key, { ...heights, topPx: 8 });
    model.layoutAgain();
    expect(told).toBe(0);
    expect(model.get()).toBe(before);
    // Higher than its cell: now it takes another.
    model.noteHeights(key, { ...heights, topPx: grid.tileHeightPx });
    model.layoutAgain();
    expect(told).toBe(1);
  });
});

test('tiles that take longer than a frame to build begin no others in the same task, whatever their heights change', () => {
  openBoard('tiles');
  const drawn = () =>
    model
      .get()
      .places.flatMap((place) =>
        place.kind === 'tile' && place.parts[0]?.page === 1 && !model.get().coming.has(place.key)
          ? [titleOf(place.tile)]
          : [],
      );
  clock.turn(100);
  model.goTo(1);
  const begun = drawn();
  expect(begun).toHaveLength(3);
  const [first = ''] = begun;
  clock.busy(120);
  const heights = {
    blocks: new Map(),
    part: 0,
    topPx: model.get().grid.tileHeightPx,
    footPx: 60,
    tearPx: null,
  };
  model.noteHeights(tileKey(tileOf(first)), heights);
  model.layoutAgain();
  expect(model.get().places.find(({ parts }) => parts[0]?.page === 1)?.parts.length).toBeGreaterThan(1);
  expect(drawn()).toEqual(begun);
  expect(model.get().coming.size).toBeGreaterThan(0);
  clock.turn(12 * 16);
  expect(model.get().coming.size).toBe(0);
});

test('a ticket that never stood on the glass is torn where others like it tear', () => {
  openBoard('tiles');
  const [first, last] = [tileOf('T0'), tileOf('T150')];
  const partsOf = (tile: TileView) =>
    model.get().places.find((place) => place.kind === 'tile' && place.tile === tile)?.parts.length;
  expect([partsOf(first), partsOf(last)]).toEqual([1, 1]);
  const blocks = new Map(stationBlocks(first).map(({ key }) => [key, gridIn('tiles').tileHeightPx * 0.6]));
  model.noteHeights(tileKey(first), { blocks, part: 0, topPx: 77, footPx: 60, tearPx: null });
  model.layoutAgain();
  expect([partsOf(first), partsOf(last)]).toEqual([2, 1]);
  clock.turn(16);
  expect([partsOf(first), partsOf(last)]).toEqual([2, 2]);
});

test('what a ticket adds to all-day is counted again only when that ticket changes', () => {
  let reads = 0;
  const watched = house.ticket(PRESSED);
  const counted = new Proxy(watched, {
    get: (target, key) => {
      if (key === 'items') reads += 1;
      return Reflect.get(target, key);
    },
  });
  const state = { ...house.state, tickets: house.state.tickets.with(watched.id, counted) };
  const first = stationBoard(state, grill, house.config, house.now);
  const once = reads;
  expect(once).toBeGreaterThan(0);
  expect(stationBoard(state, grill, house.config, house.now).allDay).toEqual(first.allDay);
  expect(reads).toBe(once);
});
