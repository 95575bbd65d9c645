import { beforeEach, describe, expect, test } from 'vitest';
import { BoardModel } from '../../../renderer/screens/board/BoardModel.ts';
import { stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import { waitingCount } from '../../../renderer/screens/board/footer/waitingCount.ts';
import { tileKey } from '../../../renderer/screens/board/tileKey.ts';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { aBoard, aLine, aTile } from '../../support/boardFixtures.ts';
import { TestClock } from './handClock.ts';

const type = { largePx: 30, mediumPx: 24, bumpPx: 60 };
/** Five by two. */
const grid = boardGrid(1920, 962, 4.034, 1);
const tile = (title: string) => aTile({ title, firedMinutesAgo: 3, lines: [aLine(1, 'Sea bass')] });

let clock: TestClock;
let model: BoardModel;
let tiles: TileView[];

const shown = () =>
  model
    .get()
    .places.map((place) => (place.kind === 'tile' ? place.tile.title : `(${place.title})`))
    .join(' ');
const setTiles = (next: readonly TileView[]) => model.setBoard(aBoard(next), 2);
const at = (index: number): TileView => {
  const found = tiles[index];
  if (!found) throw new Error(`no tile ${index}`);
  return found;
};
const press = () => {
  model.setFinger(true);
  model.setFinger(false);
};

beforeEach(() => {
  clock = new TestClock();
  tiles = ['1', '2', '3'].map(tile);
  model = new BoardModel(aBoard(tiles), 1, clock, stationBlocks);
  model.setGrid(grid, type);
});

describe('a bump on the glass', () => {
  const bumpFirst = () => {
    press();
    model.bump(at(0));
    setTiles(tiles.slice(1));
  };

  test('leaves its hole for 4 s, then tiles close up without any news', () => {
    bumpFirst();
    expect(shown()).toBe('(1) 2 3');
    clock.turn(3900);
    expect(shown()).toBe('(1) 2 3');
    clock.turn(200);
    expect(shown()).toBe('2 3');
  });
  test('closing up waits for the finger and for a second after it', () => {
    bumpFirst();
    clock.turn(3500);
    model.setFinger(true);
    clock.turn(1500);
    expect(shown()).toBe('(1) 2 3');
    model.setFinger(false);
    clock.turn(900);
    expect(shown()).toBe('(1) 2 3');
    clock.turn(200);
    expect(shown()).toBe('2 3');
  });
  test('a finger that never comes up stops the board for 10 s and no longer', () => {
    bumpFirst();
    model.setFinger(true);
    clock.turn(9900);
    expect(shown()).toBe('(1) 2 3');
    clock.turn(200);
    expect(shown()).toBe('2 3');
  });
  test('the picture before the hub has it does not bring the tile back', () => {
    press();
    model.bump(at(0));
    setTiles(tiles);
    expect(shown()).toBe('(1) 2 3');
  });
  test('a ticket that comes back with other food stands in its place again', () => {
    bumpFirst();
    setTiles([{ ...at(0), version: 999 }, ...tiles.slice(1)]);
    expect(shown()).toBe('1 2 3');
  });
  test('a course fired meanwhile stands behind, and the undo stays', () => {
    bumpFirst();
    const mains = { ...at(0), lines: [aLine(1, 'Lamb rack')] };
    setTiles([...tiles.slice(1), mains]);
    expect(shown()).toBe('(1) 2 3 1');
    clock.turn(5000);
    expect(shown()).toBe('2 3 1');
  });
  test('a refused bump stands in its place again', () => {
    press();
    model.bump(at(0));
    model.bringBack(tileKey(at(0)));
    expect(shown()).toBe('1 2 3');
  });
  test('a press on its last dish leaves the same hole, with its undo', () => {
    press();
    model.mayLeave(at(0));
    setTiles(tiles.slice(1));
    expect(model.get().places[0]).toMatchObject({ kind: 'hole', canUndo: true });
    expect(model.bumpedTile(tileKey(at(0)))).toBe(at(0));
  });
  test('a bump right after a dish has its own undo: the dish that was ready by then stays so', () => {
    press();
    model.mayLeave(at(0));
    tiles = [{ ...at(0), title: '1, a dish ready' }, ...tiles.slice(1)];
    setTiles(tiles);
    tiles = [...model.get().board.tiles];
    model.bump(at(0));
    setTiles(tiles.slice(1));
    expect(model.bumpedTile(tileKey(at(0)))?.title).toBe('1, a dish ready');
  });
  test('a tile that another screen takes away later has none', () => {
    press();
    model.mayLeave(at(0));
    setTiles([...tiles]);
    clock.turn(2500);
    setTiles(tiles.slice(1));
    expect(model.get().places[0]).toMatchObject({ kind: 'hole', canUndo: false });
  });
  test('its undo knows what was bumped', () => {
    bumpFirst();
    expect(model.bumpedTile(tileKey(at(0)))).toBe(at(0));
    clock.turn(6000);
    expect(model.bumpedTile(tileKey(at(0)))).toBeNull();
  });
});

describe('presses on what moved', () => {
  test('a tile that closed up is not to be pressed for 400 ms', () => {
    press();
    model.bump(at(0));
    setTiles(tiles.slice(1));
    clock.turn(4001);
    const moved = clock.now();
    expect(model.judge(tileKey(at(1)), false, moved)).toBe('moved');
    expect(model.judge(tileKey(at(1)), false, moved + 401)).toBeNull();
  });
  test('a tile that comes in where another stood, as a recalled one, is not to be pressed for 400 ms', () => {
    const recalled = tile('0');
    clock.turn(1000);
    setTiles([recalled, ...tiles]);
    const came = clock.now();
    expect(model.judge(tileKey(recalled), true, came + 399)).toBe('moved');
    expect(model.judge(tileKey(recalled), true, came + 401)).toBeNull();
  });
  test('an undone bump is not bumped by the second tap of a double one', () => {
    press();
    model.bump(at(0));
    clock.turn(1500);
    model.bringBack(tileKey(at(0)));
    expect(model.judge(tileKey(at(0)), true, clock.now() + 100)).toBe('moved');
    expect(model.judge(tileKey(at(0)), true, clock.now() + 401)).toBeNull();
  });
  test('nor is an UNDO that moved up under a hand', () => {
    press();
    model.bump(at(0));
    clock.turn(3000);
    press();
    model.bump(at(1));
    setTiles([at(2)]);
    clock.turn(1100);
    expect(shown()).toBe('(2) 3');
    expect(model.judgeUndo(tileKey(at(1)), clock.now())).toBe('moved');
    expect(model.judgeUndo(tileKey(at(1)), clock.now() + 401)).toBeNull();
  });
  test('what a page brings and what a sheet lay over are not to be pressed for 400 ms', () => {
    const many = [...tiles, ...Array.from({ length: 12 }, (_, index) => tile(`x${index}`))];
    setTiles(many);
    clock.turn(1000);
    const onTwo = many[12];
    if (!onTwo) throw new Error('no second page');
    model.goTo(1);
    expect(model.judge(tileKey(onTwo), false, clock.now())).toBe('moved');
    clock.turn(500);
    model.cover(5);
    model.cover(0);
    expect(model.judge(tileKey(onTwo), false, clock.now())).toBe('moved');
    clock.turn(401);
    expect(model.judge(tileKey(onTwo), false, clock.now())).toBeNull();
  });
  test('it is counted from when it is drawn, which a slow glass does later', () => {
    press();
    model.bump(at(0));
    setTiles(tiles.slice(1));
    clock.turn(4001);
    clock.turn(300);
    model.layoutAgain();
    const drawn = clock.now();
    expect(model.judge(tileKey(at(1)), false, drawn + 399)).toBe('moved');
    model.layoutAgain();
    expect(model.judge(tileKey(at(1)), false, drawn + 401)).toBeNull();
  });
  test('a new tile has not moved', () => {
    const late = tile('4');
    setTiles([...tiles, late]);
    expect(model.judge(tileKey(late), true, clock.now())).toBeNull();
  });
});

describe('pages', () => {
  test('what is not on the glass is counted as waiting', () => {
    setTiles([...tiles, ...Array.from({ length: 22 }, (_, index) => tile(`x${index}`))]);
    expect(model.get().pages).toBe(3);
    expect(waitingCount(model.get())).toBe(15);
  });
  test('a new ticket that waits for a quiet hand counts as waiting', () => {
    press();
    setTiles([tile('rush'), ...tiles]);
    expect(shown()).toBe('1 2 3');
    expect(waitingCount(model.get())).toBe(1);
  });
  test('20 s without a touch returns to page 1', () => {
    setTiles([...tiles, ...Array.from({ length: 22 }, (_, index) => tile(`x${index}`))]);
    press();
    model.goTo(2);
    clock.turn(19_000);
    expect(model.get().page).toBe(2);
    clock.turn(1100);
    expect(model.get().page).toBe(0);
  });
  test('a page that is no more gives the last one', () => {
    setTiles([...tiles, ...Array.from({ length: 22 }, (_, index) => tile(`x${index}`))]);
    model.goTo(2);
    clock.turn(30_000);
    setTiles(tiles);
    clock.turn(10_000);
    expect(model.get()).toMatchObject({ page: 0, pages: 1 });
  });
});

describe('long tickets', () => {
  const heights = (count: number, each: number) => ({
    blocks: new Map(
      at(0)
        .lines.concat(many(count))
        .map(({ key }) => [`${key}/head`, each]),
    ),
    part: 0,
    topPx: 100,
    footPx: 60,
    tearPx: null,
  });
  let lines: TileView['lines'] = [];
  const many = (count: number) => {
    if (lines.length !== count)
      lines = Array.from({ length: count }, (_, index) => aLine(1, `Dish ${index}`));
    return lines;
  };
  const spanOf = (title: string) =>
    model.get().places.find((place) => place.kind === 'tile' && place.tile.title === title)?.parts.length;

  test('what was measured decides where it tears', () => {
    const long = { ...at(0), lines: many(6) };
    setTiles([long, ...tiles.slice(1)]);
    model.noteHeights(tileKey(long), heights(6, 60));
    model.layoutAgain();
    expect(spanOf('1')).toBe(2);
  });
  test('what was measured too often before one paint is torn by it a second later', () => {
    const long = { ...at(0), lines: many(6) };
    setTiles([long, ...tiles.slice(1)]);
    clock.turn(5_000);
    for (const tall of [60, 10, 60, 10, 60, 10, 60, 10, 60]) {
      model.noteHeights(tileKey(long), heights(6, tall));
      model.layoutAgain();
    }
    expect(spanOf('1')).toBe(1);
    clock.turn(1_000);
    expect(spanOf('1')).toBe(2);
  });
  test('less room for tiles as wide tears by what was measured, and nothing is measured again', () => {
    const long = { ...at(0), lines: many(6) };
    setTiles([long, ...tiles.slice(1)]);
    model.noteHeights(tileKey(long), heights(6, 40));
    model.layoutAgain();
    expect(spanOf('1')).toBe(1);
    const { measuring } = model.get();
    model.setGrid({ ...grid, tileHeightPx: grid.tileHeightPx - 150 }, type);
    expect(spanOf('1')).toBe(2);
    expect(model.get().measuring).toBe(measuring);
  });
  test('tiles of another width, another type size or another font are all measured anew', () => {
    let { measuring } = model.get();
    const isAnew = () => {
      const before = measuring;
      ({ measuring } = model.get());
      return measuring > before;
    };
    model.setGrid({ ...grid, tileWidthPx: grid.tileWidthPx - 1 }, type);
    expect(isAnew()).toBe(true);
    model.setGrid({ ...grid, tileWidthPx: grid.tileWidthPx - 1 }, { ...type, mediumPx: 25 });
    expect(isAnew()).toBe(true);
    model.forgetHeights();
    expect(isAnew()).toBe(true);
  });
  test('a ticket that grows under a finger takes no more cells until it is up', () => {
    model.noteHeights(tileKey(at(0)), heights(6, 60));
    model.layoutAgain();
    model.setFinger(true);
    const long = { ...at(0), lines: many(6) };
    setTiles([long, ...tiles.slice(1)]);
    expect(spanOf('1')).toBe(1);
    model.setFinger(false);
    clock.turn(1100);
    expect(spanOf('1')).toBe(2);
  });
});

describe('a station with fixed slots', () => {
  const cells = () =>
    model
      .get()
      .places.map(
        (place) =>
          `${place.kind === 'tile' ? place.tile.title : `(${place.title})`}@${place.parts.map(({ page, cell }) => `${page}.${cell}`).join()}`,
      );
  beforeEach(() => {
    tiles = ['1', '2', '3'].map(tile);
    model = new BoardModel(aBoard(tiles), 1, clock, stationBlocks);
    model.setGrid({ ...grid, columns: 2, rows: 1, hasFixedSlots: true }, type);
    clock.turn(2000);
  });

  test('closes nothing up: the next waiting ticket comes into the gap, and the others stay', () => {
    expect(cells()).toEqual(['1@0.0', '2@0.1', '3@1.0']);
    press();
    model.bump(at(0));
    setTiles(tiles.slice(1));
    expect(cells()).toEqual(['(1)@0.0', '2@0.1', '3@1.0']);
    clock.turn(4100);
    expect(cells()).toEqual(['2@0.1', '3@0.0']);
  });
  test('an undone bump stands where it stood', () => {
    press();
    model.bump(at(0));
    setTiles(tiles.slice(1));
    clock.turn(1500);
    model.bringBack(tileKey(at(0)));
    setTiles(tiles);
    expect(cells()).toEqual(['1@0.0', '2@0.1', '3@1.0']);
  });
  test('RUSH moves nobody who stands', () => {
    setTiles([tile('rush'), ...tiles]);
    clock.turn(2000);
    expect(cells()).toEqual(expect.arrayContaining(['1@0.0', '2@0.1', 'rush@1.0', '3@1.1']));
  });
});
