import { beforeEach, expect, test } from 'vitest';
import { Ticker } from '../../../renderer/ui/ticker.ts';
import { TestClock } from '../board/handClock.ts';

let clock: TestClock;
let ticker: Ticker;
let beats: number[];

beforeEach(() => {
  clock = new TestClock();
  ticker = new Ticker(() => clock.now(), clock);
  beats = [];
  ticker.subscribe(() => beats.push(ticker.second()));
});

/** Until shortly before the next full second. */
const almostASecond = () => clock.turn(1000 - (clock.now() % 1000) - 10);

test('clocks beat once a second', () => {
  almostASecond();
  expect(beats).toHaveLength(0);
  clock.turn(20);
  expect(beats).toHaveLength(1);
  clock.turn(1000);
  expect(beats).toHaveLength(2);
});

test('a second that passes while a press is drawn is shown after it', () => {
  almostASecond();
  ticker.giveWay();
  clock.turn(140);
  expect(beats).toHaveLength(0);
  clock.turn(20);
  expect(beats).toHaveLength(1);
});

test('a hand that never rests delays the clocks, and stops none', () => {
  almostASecond();
  for (let ms = 0; ms < 3_000; ms += 50) {
    ticker.giveWay();
    clock.turn(50);
  }
  expect(beats).toHaveLength(3);
  expect(new Set(beats).size).toBe(3);
});

test('nobody listens: no beat waits', () => {
  const alone = new Ticker(() => clock.now(), clock);
  let count = 0;
  const stop = alone.subscribe(() => {
    count += 1;
  });
  stop();
  clock.turn(3_000);
  expect(count).toBe(0);
});
