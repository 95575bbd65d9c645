import { beforeEach, describe, expect, test } from 'vitest';
import { type Down, PressWatch } from '../../../renderer/ui/press/PressWatch.ts';
import { TestClock } from '../board/handClock.ts';

const PX_PER_MM = 4;
let clock: TestClock;
let watch: PressWatch;
let presses: Down[];
let fingers: boolean[];
let seq: number;

const finger = (pointerId: number, widthPx = 40) => ({ pointerId, widthPx });
const begin = (pointerId: number, widthPx?: number) =>
  watch.begin(finger(pointerId, widthPx), { zone: 'tile', act: (down) => presses.push(down) });

beforeEach(() => {
  clock = new TestClock();
  presses = [];
  fingers = [];
  seq = 7;
  watch = new PressWatch(clock, {
    pxPerMm: () => PX_PER_MM,
    onFingers: (isDown) => fingers.push(isDown),
    seen: () => seq,
  });
});

describe('what is a press', () => {
  test('it acts on release, inside the tile it began in', () => {
    begin(1);
    expect(presses).toHaveLength(0);
    watch.release(1, () => 'tile');
    expect(presses).toHaveLength(1);
  });
  test('released elsewhere it is none', () => {
    begin(1);
    watch.release(1, () => 'other');
    begin(2);
    watch.release(2, () => null);
    expect(presses).toHaveLength(0);
  });
  test('it means what was on the glass when the finger came down', () => {
    begin(1);
    const downAt = clock.now();
    seq = 9;
    clock.turn(500);
    watch.release(1, () => 'tile');
    expect(presses).toEqual([{ at: downAt, seen: 7 }]);
  });
  test('three contacts are a cloth, until all are up', () => {
    begin(1);
    begin(2);
    watch.contact(finger(3));
    watch.release(1, () => 'tile');
    begin(4);
    watch.release(4, () => 'tile');
    watch.release(2, () => 'tile');
    watch.release(3, () => 'tile');
    expect(presses).toHaveLength(0);
    begin(5);
    watch.release(5, () => 'tile');
    expect(presses).toHaveLength(1);
  });
  test('two fingers are two presses', () => {
    begin(1);
    begin(2);
    watch.release(1, () => 'tile');
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(2);
  });
  test('wider than 25 mm is a sleeve, at once or later', () => {
    begin(1, 25 * PX_PER_MM + 1);
    watch.release(1, () => 'tile');
    begin(2);
    watch.grew(finger(2, 25 * PX_PER_MM + 1));
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(0);
  });
  test('a cancelled contact is none', () => {
    begin(1);
    watch.cancel(1);
    watch.release(1, () => 'tile');
    expect(presses).toHaveLength(0);
  });
});

describe('CLEAN', () => {
  test('locks touch and keys for its time, also a press that began before', () => {
    begin(1);
    watch.lock(15_000);
    watch.release(1, () => 'tile');
    watch.direct({ zone: 'tile', act: (down) => presses.push(down) });
    expect(presses).toHaveLength(0);
    clock.turn(15_001);
    begin(2);
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(1);
  });
});

test('the board is told while any finger lies on the glass', () => {
  begin(1);
  begin(2);
  watch.release(1, () => 'tile');
  watch.release(2, () => 'tile');
  expect(fingers.at(0)).toBe(true);
  expect(fingers.filter((isDown) => !isDown)).toHaveLength(1);
  expect(fingers.at(-1)).toBe(false);
});
