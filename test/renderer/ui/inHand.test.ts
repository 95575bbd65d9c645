import { beforeEach, describe, expect, test } from 'vitest';
import { type Contact, PressWatch, STAY_MS } from '../../../renderer/ui/press/PressWatch.ts';
import { TestClock } from '../board/handClock.ts';

const PX_PER_MM = 4;
/** Further than a finger that only rests may slip. */
const SLID_PX = 9 * PX_PER_MM;
let clock: TestClock;
let watch: PressWatch;
let said: string[];
let seq: number;

beforeEach(() => {
  clock = new TestClock();
  said = [];
  seq = 7;
  watch = new PressWatch(clock, { pxPerMm: () => PX_PER_MM, onFingers: () => undefined, seen: () => seq });
});

const finger = (pointerId: number, slidPx = 0, widthPx = 40): Contact => ({
  pointerId,
  widthPx,
  xPx: 100,
  yPx: 100 + slidPx,
});
const begin = (pointerId = 1) =>
  watch.begin(finger(pointerId), {
    zone: 'dish',
    act: () => said.push('press'),
    carry: {
      take: () => said.push('take'),
      over: (zone) => said.push(`over ${zone}`),
      drop: (zone, at) => said.push(`drop ${zone} at ${at}`),
    },
  });
const take = () => {
  begin();
  clock.turn(STAY_MS + 1);
};
const slide = (zone: string | null, slidPx = SLID_PX) => watch.grew(finger(1, slidPx), () => zone);
const letGo = (zone: string | null) => watch.release(1, () => zone);

describe('what a finger takes along', () => {
  test('is taken by staying, says where it is, and goes where the finger comes up', () => {
    take();
    seq = 9;
    slide('grill');
    slide('fry');
    letGo('fry');
    expect(said).toEqual(['take', 'over grill', 'over fry', 'drop fry at 7']);
    expect(watch.isCarrying()).toBe(false);
  });
  test('a wet finger that slides at once takes nothing, and presses nothing where it ends', () => {
    begin();
    slide('fry');
    clock.turn(STAY_MS + 1);
    letGo('fry');
    expect(said).toEqual([]);
  });
  test('a short press is a press', () => {
    begin();
    clock.turn(STAY_MS - 50);
    letGo('dish');
    clock.turn(STAY_MS);
    expect(said).toEqual(['press']);
  });
  test('let go where it was taken it stays, whatever has come under the finger meanwhile', () => {
    take();
    slide('fry', SLID_PX - 2 * PX_PER_MM);
    letGo('fry');
    expect(said).toEqual(['take', 'drop null at 7']);
  });
  test('let go beside everything it stays', () => {
    take();
    slide(null);
    letGo(null);
    expect(said).toEqual(['take', 'over null', 'drop null at 7']);
  });
  test.each([
    ['a second contact', () => watch.contact(finger(2))],
    ['a sleeve', () => watch.grew(finger(1, SLID_PX, 26 * PX_PER_MM), () => 'fry')],
    ['a page that takes the finger', () => watch.cancel(1)],
    ['CLEAN', () => watch.lock(15_000)],
  ])('%s puts it back', (_name, happens) => {
    take();
    slide('fry');
    happens();
    letGo('fry');
    expect(said).toEqual(['take', 'over fry', 'drop null at 7']);
  });
  test('under a cloth or under CLEAN nothing is taken', () => {
    begin();
    watch.contact(finger(2));
    clock.turn(STAY_MS + 1);
    watch.cancel(2);
    watch.cancel(1);
    begin();
    watch.lock(15_000);
    clock.turn(STAY_MS + 1);
    expect(said).toEqual([]);
  });
});
