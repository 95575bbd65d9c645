import { describe, expect, test, vi } from 'vitest';
import { tileKey } from '../../../renderer/screens/board/tileKey.ts';
import { Picks } from '../../../renderer/screens/expo/picks.ts';
import { notHeardBy, passSince, progressOf } from '../../../renderer/screens/expo/progress.ts';
import { RunUndo } from '../../../renderer/screens/expo/RunUndo.ts';
import { runCourse, undoRun } from '../../../renderer/screens/expo/runCommands.ts';
import { runLines } from '../../../renderer/screens/expo/runLines.ts';
import type { LineView } from '../../../shared/domain/selectors/boardView.ts';
import { aLine, aTile, FIXTURE_NOW, station } from '../../support/boardFixtures.ts';
import { TestClock } from '../board/handClock.ts';

const SECOND = 1000;
const grill = station('grill');
const fry = station('fry');

const part = (at: typeof grill, state: LineView['parts'][number]['state'], secondsAgo: number) => ({
  station: at,
  state,
  at: FIXTURE_NOW - secondsAgo * SECOND,
});

const bass = aLine(1, 'Sea bass', {
  state: 'ready',
  passAt: FIXTURE_NOW - 150 * SECOND,
  parts: [part(grill, 'ready', 200), part(fry, 'ready', 150)],
});
const ribeye = aLine(2, 'Ribeye', { ready: 1, parts: [part(grill, 'fired', 300)] });
const lamb = aLine(1, 'Lamb rack', {
  state: 'ready',
  passAt: FIXTURE_NOW - 90 * SECOND,
  parts: [part(grill, 'ready', 90)],
});
const gone = aLine(1, 'Octopus', { state: 'run', course: 1 });
const cake = aLine(1, 'Cake', { state: 'held', course: 3 });
const table = aTile({ title: '7', firedMinutesAgo: 5, lines: [gone, bass, ribeye, lamb, cake] });

describe('the pass', () => {
  test('counts the course on its way: 3 of 4 ready, waiting on the grill', () => {
    expect(progressOf(table)).toMatchObject({ course: 2, all: 4, ready: 3, run: 0, waitingOn: [grill] });
  });
  test('[B15] its clock starts with the first plate that stands there', () => {
    expect(passSince(table)).toBe(FIXTURE_NOW - 150 * SECOND);
    expect(passSince({ ...table, lines: [ribeye] })).toBeNull();
  });
  test('names the stations that have not heard for 90 s, not those that have', () => {
    expect(notHeardBy(table, FIXTURE_NOW, 90 * SECOND)).toEqual([grill]);
    expect(notHeardBy(table, FIXTURE_NOW, 301 * SECOND)).toEqual([]);
    expect(notHeardBy({ ...table, lines: [bass] }, FIXTURE_NOW, 90 * SECOND)).toEqual([]);
  });
});

describe('RUN', () => {
  test('runs all of the course that is fired, or the lines picked', () => {
    expect(runLines(table, 2, new Set())).toEqual([bass, ribeye, lamb]);
    expect(runLines(table, 2, new Set([bass.key]))).toEqual([bass]);
    expect(runCourse(table, [ribeye], 2, true, 12)).toMatchObject({
      type: 'course.run',
      course: 2,
      anyway: true,
      portions: [{ quantity: 2 }],
      seen: 12,
    });
  });
  test('its undo names what had gone out and what its stations had ready', () => {
    const undo = undoRun(table, [bass, ribeye]);
    expect(undo.portions.map(({ quantity }) => quantity)).toEqual([0, 0]);
    expect(undo.parts).toMatchObject([{ station: grill, quantity: 1 }]);
  });
});

describe('picks', () => {
  test('a press picks a line, a seat picks its lines, the second lets go', () => {
    const picks = new Picks();
    picks.toggle(table, [bass]);
    picks.toggle(table, [bass, lamb]);
    expect(picks.of(table)).toEqual(new Set([bass.key, lamb.key]));
    picks.toggle(table, [bass, lamb]);
    expect(picks.of(table).size).toBe(0);
  });
  test('tell once and only when something is let go', () => {
    const picks = new Picks();
    const told = vi.fn();
    picks.subscribe(told);
    picks.clear(table);
    picks.clearAll();
    expect(told).not.toHaveBeenCalled();
    picks.toggle(table, [bass]);
    picks.clearAll();
    expect(told).toHaveBeenCalledTimes(2);
  });
});

test('a run may be undone for 4 s, once', () => {
  const clock = new TestClock();
  const runs = new RunUndo(clock);
  runs.offer(tileKey(table), undoRun(table, [bass]));
  clock.turn(3900);
  expect(runs.of(table)).not.toBeNull();
  clock.turn(200);
  expect(runs.of(table)).toBeNull();
  runs.offer(tileKey(table), undoRun(table, [bass]));
  expect(runs.take(tileKey(table))).not.toBeNull();
  expect(runs.take(tileKey(table))).toBeNull();
});

test('RUN, RUN ANYWAY and UNDO in one place: none is pressed by the second tap meant for the one before', () => {
  const clock = new TestClock();
  const runs = new RunUndo(clock);
  const key = tileKey(table);
  expect(runs.judge(key, clock.now())).toBeNull();
  for (const become of [
    () => runs.changed(key),
    () => runs.offer(key, undoRun(table, [bass])),
    () => runs.take(key),
  ]) {
    become();
    expect(runs.judge(key, clock.now() + 399)).toBe('landed');
    expect(runs.judge(key, clock.now() + 400)).toBeNull();
    clock.turn(1000);
  }
  runs.offer(key, undoRun(table, [bass]));
  clock.turn(4100);
  expect(runs.judge(key, clock.now())).toBe('landed');
});
