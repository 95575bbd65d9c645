import { describe, expect, test } from 'vitest';
import { BoardModel, type BoardPicture } from '../../../../renderer/screens/board/BoardModel.ts';
import { stationBlocks } from '../../../../renderer/screens/board/blocks.ts';
import { AllDayWatch } from '../../../../renderer/screens/board/footer/AllDayWatch.ts';
import { type AllDayGap, allDayGaps } from '../../../../renderer/screens/board/footer/allDayGaps.ts';
import { gridOf } from '../../../../renderer/screens/board/layouts/gridOf.ts';
import type { AllDayLine, Board, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { stationBoard } from '../../../../shared/domain/selectors/stationBoard.ts';
import { aBoard, aLine, aTile } from '../../../support/boardFixtures.ts';
import { fry, grill } from '../../../support/house.ts';
import { RandomNight } from '../../../support/randomNight.ts';
import { TestClock } from '../handClock.ts';

const LAYOUTS = ['tiles', 'list', 'courses'] as const;
const NIGHTS = Number(process.env.HEARD_NIGHTS ?? 12);
const STEPS = 60;

function modelOf(board: Board, layout: (typeof LAYOUTS)[number] = 'tiles', clock = new TestClock()) {
  const model = new BoardModel(board, 1, clock, stationBlocks);
  const grid = gridOf(layout, { widthPx: 1920, heightPx: 962 }, { pxPerMm: 4.034, distanceM: 1 });
  model.setGrid(grid, { largePx: 30, mediumPx: 24, bumpPx: 60 });
  return model;
}
const gapsOf = (picture: Pick<BoardPicture, 'board' | 'places'>) => allDayGaps(picture, stationBlocks);
const said = (gaps: readonly AllDayGap[]) =>
  gaps.map(({ name, said: number, shown }) => `${name} ${number}/${shown}`);

test(`[B16] all-day and tickets agree in ${NIGHTS} nights of everything at once, in every layout`, () => {
  for (let seed = 1; seed <= NIGHTS; seed += 1) {
    const night = new RandomNight(seed);
    const board = (station = grill) =>
      stationBoard(night.house.state, station, night.house.config, night.house.now);
    const models = [grill, fry].flatMap((station) =>
      LAYOUTS.map((layout) => ({ station, model: modelOf(board(station), layout) })),
    );
    for (let step = 0; step < STEPS; step += 1) {
      night.step();
      for (const { station, model } of models) {
        // Half of the time a finger is down, and what is new waits for it.
        if (step % 4 === 0) model.setFinger(step % 8 === 0);
        model.setBoard(board(station), night.house.seq);
        expect(said(gapsOf(model.get())), `seed ${seed}, step ${step}`).toEqual([]);
      }
    }
  }
});

describe('a planted fault', () => {
  const counted = (cooking: number): AllDayLine => ({
    key: 'Ribeye',
    name: 'Ribeye',
    names: null,
    cooking,
    held: 0,
    allergy: 0,
  });
  const ribeyes = (quantity: number, over: Partial<TileView['lines'][number]> = {}) =>
    aTile({ title: '7', firedMinutesAgo: 3, lines: [aLine(quantity, 'Ribeye', over)] });

  test('a count that is too high, too low or missing is a gap; a part of a dish is not', () => {
    const tiles = [ribeyes(4), ribeyes(2, { ready: 1 })];
    const gaps = (lines: AllDayLine[]) => said(gapsOf(modelOf(aBoard(tiles, { allDay: lines })).get()));
    expect(gaps([counted(5)])).toEqual([]);
    expect(gaps([counted(6)])).toEqual(['Ribeye 6/5']);
    expect(gaps([counted(4)])).toEqual(['Ribeye 4/5']);
    expect(gaps([])).toEqual(['Ribeye 0/5']);
    const patties = { ...counted(10), key: 'pos\0count\0Patty', name: 'Patty' };
    expect(gaps([counted(5), patties])).toEqual([]);
  });
  test('a ticket that is on no page, and a line that fell between two parts, are gaps', () => {
    const tiles = [ribeyes(4), ribeyes(2)];
    const picture = modelOf(aBoard(tiles, { allDay: [counted(6)] })).get();
    expect(gapsOf(picture)).toEqual([]);
    const [first] = tiles;
    // The ticket is kept from the board itself, as a filter gone wrong would.
    expect(said(gapsOf({ board: { ...picture.board, tiles: first ? [first] : [] }, places: [] }))).toEqual([
      'Ribeye 6/4',
    ]);
    const torn = picture.places.map((place, at) =>
      at > 0
        ? place
        : { ...place, parts: place.parts.map((part) => ({ ...part, range: { from: 0, to: 0 } })) },
    );
    expect(said(gapsOf({ ...picture, places: torn }))).toEqual(['Ribeye 6/2']);
  });
  test('what is held, void or of a station that is down is not counted', () => {
    const tiles = [
      ribeyes(4, { state: 'held' }),
      ribeyes(3, { state: 'void' }),
      { ...ribeyes(2), station: fry },
      ribeyes(1),
    ];
    expect(gapsOf(modelOf(aBoard(tiles, { allDay: [counted(1)] })).get())).toEqual([]);
  });
});

describe('the watch', () => {
  const wrong = aBoard([aTile({ title: '7', firedMinutesAgo: 3, lines: [aLine(2, 'Ribeye')] })]);

  function watched(board: Board) {
    const clock = new TestClock();
    const model = modelOf(board, 'tiles', clock);
    const reports: string[][] = [];
    let looks = 0;
    const watch = new AllDayWatch({
      model,
      clock,
      look: () => {
        looks += 1;
        return gapsOf(model.get());
      },
      report: (gaps) => reports.push(said(gaps)),
    });
    const end = watch.start();
    return { clock, model, watch, reports, end, looks: () => looks };
  }

  test('[B16] tells a gap within two seconds, once, and shows it while it lasts', () => {
    const { clock, model, watch, reports } = watched(wrong);
    expect(watch.get()).toEqual([]);
    clock.turn(2100);
    expect(said(watch.get())).toEqual(['Ribeye 0/2']);
    model.setBoard({ ...wrong, later: 1 }, 2);
    clock.turn(5000);
    expect(reports).toEqual([['Ribeye 0/2']]);
    model.setBoard(aBoard([]), 3);
    clock.turn(2100);
    expect(watch.get()).toEqual([]);
  });
  test('looks once after many changes, and not at all where nothing changed', () => {
    const { clock, model, looks } = watched(aBoard([]));
    clock.turn(2100);
    expect(looks()).toBe(1);
    for (let later = 1; later <= 30; later += 1) model.setBoard(aBoard([], { later }), later);
    clock.turn(2100);
    expect(looks()).toBe(2);
    clock.turn(60_000);
    expect(looks()).toBe(2);
  });
});
