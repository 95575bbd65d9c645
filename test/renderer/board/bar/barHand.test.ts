import { beforeEach, describe, expect, test } from 'vitest';
import { BoardModel } from '../../../../renderer/screens/board/BoardModel.ts';
import { type BarGlass, BarHand, LAPSE_MS } from '../../../../renderer/screens/board/bar/BarHand.ts';
import { boardPlaces } from '../../../../renderer/screens/board/bar/barPlaces.ts';
import { stationBlocks } from '../../../../renderer/screens/board/blocks.ts';
import { boardGrid } from '../../../../renderer/screens/board/boardGrid.ts';
import { UNDO_MS } from '../../../../renderer/screens/board/places.ts';
import { tileKey } from '../../../../renderer/screens/board/tileKey.ts';
import { type BarAction, placeAction } from '../../../../renderer/ui/bar/barKeys.ts';
import { KEY_POINTER, PressWatch } from '../../../../renderer/ui/press/PressWatch.ts';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { aBoard, aLine, aTile } from '../../../support/boardFixtures.ts';
import { TestClock } from '../handClock.ts';

let clock: TestClock;
let model: BoardModel;
let watch: PressWatch;
let hand: BarHand;
let tiles: TileView[];
let done: string[];
let refused: string[];
let sheetIsOpen: boolean;

const contact = (pointerId: number) => ({ pointerId, widthPx: 1, xPx: 0, yPx: 0 });
const tile = (title: string) => aTile({ title, firedMinutesAgo: 3, lines: [aLine(1, 'Sea bass')] });
const at = (index: number): TileView => {
  const found = tiles[index];
  if (!found) throw new Error(`no tile ${index}`);
  return found;
};
const titleOf = (key: string | null) =>
  tiles.find((one) => key?.endsWith(`:${tileKey(one)}`))?.title ?? 'nobody';

/** A glass on which a bump place is a press that says what it did. */
const glass: BarGlass = {
  holdPlace: (key) => {
    watch.begin(contact(KEY_POINTER), {
      zone: 'any',
      act: (down) => {
        const id = key.slice('tile:'.length);
        const reason = model.judge(id, true, down.at);
        done.push(reason ?? `${key.startsWith('hole') ? 'undo' : 'bump'} ${titleOf(key)}`);
      },
    });
    return watch.isKeyOnTarget();
  },
  holdItem: (key) => {
    watch.begin(contact(KEY_POINTER), { zone: 'any', act: () => done.push(`mark ${titleOf(key)}`) });
    return watch.isKeyOnTarget();
  },
  holdRecall: () => {
    watch.begin(contact(KEY_POINTER), { zone: 'any', act: () => done.push('recall') });
    return watch.isKeyOnTarget();
  },
  move: (key, by) => {
    done.push(`${by === 1 ? 'down' : 'up'} ${titleOf(key)}`);
    return true;
  },
  leave: () => undefined,
};

const press = (action: BarAction) => {
  hand.down(action, action);
  hand.up(action);
};
const digit = (number: number) => press(placeAction(number));

beforeEach(() => {
  clock = new TestClock();
  done = [];
  refused = [];
  sheetIsOpen = false;
  tiles = ['1', '2', '3'].map(tile);
  model = new BoardModel(aBoard(tiles), 1, clock, stationBlocks);
  model.setGrid(boardGrid(1920, 962, 4.034, 1), { largePx: 30, mediumPx: 24, bumpPx: 60 });
  watch = new PressWatch(clock, {
    pxPerMm: () => 4,
    onFingers: (isDown) => model.setFinger(isDown),
    seen: () => 1,
  });
  hand = new BarHand({
    places: boardPlaces(model, clock),
    watch,
    clock,
    glass,
    refuse: (_ticket, key) => refused.push(key),
    nextPage: () => done.push('page'),
    allDay: () => done.push('all-day'),
    closeSheet: () => sheetIsOpen,
  });
  hand.start();
  // The board has stood for a while.
  clock.turn(1000);
});

describe('a digit', () => {
  test('selects, and again it bumps', () => {
    digit(2);
    expect(titleOf(hand.selected())).toBe('2');
    expect(done).toEqual([]);
    digit(2);
    expect(done).toEqual(['bump 2']);
    expect(hand.selected()).toBeNull();
  });
  test('then BUMP bumps what is selected, and BUMP alone bumps nothing', () => {
    press('bump');
    expect(refused).toEqual(['bar.selectFirst']);
    digit(3);
    press('bump');
    expect(done).toEqual(['bump 3']);
  });
  test('of another tile selects that one', () => {
    digit(2);
    digit(3);
    expect(done).toEqual([]);
    expect(titleOf(hand.selected())).toBe('3');
  });
  test('where nothing stands does nothing', () => {
    digit(9);
    expect(refused).toEqual(['bar.empty']);
    expect(hand.selected()).toBeNull();
  });
  test('of a tile under a sheet does nothing', () => {
    model.cover(4);
    digit(2);
    expect(refused).toEqual(['bar.empty']);
    digit(1);
    expect(titleOf(hand.selected())).toBe('1');
  });
  test('acts when it comes up, on what it stood on when it went down', () => {
    digit(1);
    hand.down('place1', 'place1');
    expect(done).toEqual([]);
    model.setBoard(aBoard(tiles.slice(1)), 2);
    hand.up('place1');
    expect(done).toEqual(['bump 1']);
  });
});

describe('a selection', () => {
  test('lapses after 5 s', () => {
    digit(2);
    clock.turn(LAPSE_MS - 1);
    expect(hand.selected()).not.toBeNull();
    clock.turn(1);
    expect(hand.selected()).toBeNull();
    digit(2);
    expect(done).toEqual([]);
  });
  test('in use does not', () => {
    digit(2);
    clock.turn(4000);
    press('down');
    clock.turn(4000);
    press('mark');
    expect(done).toEqual(['down 2', 'mark 2']);
    expect(titleOf(hand.selected())).toBe('2');
  });
  test('ends with its tile, with its page and by CLOSE', () => {
    digit(2);
    model.setBoard(aBoard(tiles.filter((_, index) => index !== 1)), 2);
    expect(hand.selected()).toBeNull();
    digit(1);
    press('page');
    expect(hand.selected()).toBeNull();
    clock.turn(2000);
    digit(1);
    press('close');
    expect(hand.selected()).toBeNull();
  });
  test('outlives the closing of a sheet', () => {
    digit(1);
    sheetIsOpen = true;
    press('close');
    expect(titleOf(hand.selected())).toBe('1');
  });
  test('follows its tile, and the number does not: after tiles closed up the same digit selects anew', () => {
    digit(1);
    press('bump');
    model.bump(at(0));
    model.setBoard(aBoard(tiles.slice(1)), 2);
    clock.turn(UNDO_MS - 200);
    digit(2);
    expect(titleOf(hand.selected())).toBe('2');
    clock.turn(1500);
    // Tile 2 stands in cell 1 now: the second press of 2 selects what came under it, and bumps neither.
    digit(2);
    expect(titleOf(hand.selected())).toBe('3');
    expect(done).toEqual(['bump 1']);
  });
});

describe('a hole', () => {
  const bumpFirst = () => {
    digit(1);
    digit(1);
    model.bump(at(0));
    model.setBoard(aBoard(tiles.slice(1)), 2);
  };
  test('keeps its number: those behind keep theirs', () => {
    bumpFirst();
    digit(2);
    expect(titleOf(hand.selected())).toBe('2');
  });
  test('is no place for a finger that is still typing: 1 1 1 1 bumps once and undoes nothing', () => {
    bumpFirst();
    digit(1);
    digit(1);
    expect(done).toEqual(['bump 1']);
    expect(refused).toEqual(['refusal.moved', 'refusal.moved']);
  });
  test('is undone by its digit twice', () => {
    bumpFirst();
    clock.turn(800);
    digit(1);
    digit(1);
    expect(done).toEqual(['bump 1', 'undo 1']);
  });
});

describe('the refusals of touch', () => {
  test('a tile that moved within 400 ms is not selected', () => {
    model.setBoard(aBoard([tile('rush'), ...tiles]), 2);
    digit(2);
    expect(refused).toEqual(['refusal.moved']);
    clock.turn(400);
    digit(2);
    expect(titleOf(hand.selected())).toBe('1');
  });
  test('a void that lands between the two presses refuses the bump', () => {
    digit(2);
    const [line] = at(1).lines;
    const voided = { ...at(1), lines: line ? [{ ...line, state: 'void' as const, isUnseen: true }] : [] };
    model.setBoard(aBoard([at(0), voided, at(2)]), 2);
    clock.turn(699);
    digit(2);
    clock.turn(2);
    digit(2);
    digit(2);
    expect(done).toEqual(['landed', 'bump 2']);
  });
  test('while a key is down no tile moves', () => {
    hand.down('place9', 'place9');
    model.setBoard(aBoard([tile('rush'), ...tiles]), 2);
    clock.turn(3000);
    expect(model.get().places.map((place) => place.kind === 'tile' && place.tile.title)).toEqual([
      '1',
      '2',
      '3',
    ]);
    hand.up('place9');
    clock.turn(1100);
    expect(model.get().places).toHaveLength(4);
  });
  test('CLEAN locks the bar too', () => {
    digit(2);
    watch.lock(15_000);
    digit(2);
    press('recall');
    expect(done).toEqual([]);
  });
});

describe('two keys at once', () => {
  test('are a palm: neither is done, until all are up', () => {
    digit(2);
    hand.down('place2', 'place2');
    hand.down('x', null);
    hand.up('place2');
    hand.down('bump', 'bump');
    hand.up('bump');
    hand.up('x');
    expect(done).toEqual([]);
    expect(refused).toContain('bar.twoKeys');
    press('bump');
    expect(done).toEqual(['bump 2']);
  });
  test('a key that was never told to be up stops nothing for long', () => {
    hand.down('x', null);
    clock.turn(10_001);
    digit(2);
    expect(titleOf(hand.selected())).toBe('2');
  });
  test('leaving the page lets all keys go undone', () => {
    hand.down('recall', 'recall');
    hand.letAllGo();
    hand.up('recall');
    expect(done).toEqual([]);
  });
});

test('RECALL, PAGE and ALL-DAY', () => {
  press('recall');
  press('page');
  press('allDay');
  expect(done).toEqual(['recall', 'page', 'all-day']);
});

test('a finger and a key are two hands: neither stops the other', () => {
  digit(2);
  watch.begin(contact(1), { zone: 'three', act: () => done.push('touch 3') });
  watch.begin(contact(2), { zone: 'one', act: () => done.push('touch 1') });
  digit(2);
  watch.release(1, () => 'three');
  watch.release(2, () => 'one');
  expect(done).toEqual(['bump 2', 'touch 3', 'touch 1']);
});
