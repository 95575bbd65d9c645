import { beforeEach, expect, test } from 'vitest';
import { LookPacer } from '../../../renderer/screens/board/LookPacer.ts';

/** A page whose turns the test lets pass. */
class TestTurns {
  at = 1_000;
  isSeen = true;
  private soon: Array<() => void> = [];
  private waiting: Array<() => void> = [];

  now = () => this.at;
  isVisible = () => this.isSeen;
  afterThis = (run: () => void) => void this.soon.push(run);
  nextFrame = (run: () => void) => void this.waiting.push(run);

  /** What ran has ended. */
  end(): void {
    for (const run of this.soon.splice(0)) run();
  }

  frame(): void {
    this.at += 16;
    for (const run of this.waiting.splice(0)) run();
  }
}

let turns: TestTurns;
let looks: number;
let pacer: LookPacer;

beforeEach(() => {
  turns = new TestTurns();
  looks = 0;
  pacer = new LookPacer(() => {
    looks += 1;
  }, turns);
});

test('the first change after a pause waits for no frame, and is not looked at in the midst of who tells of it', () => {
  pacer.ask();
  pacer.ask();
  expect(looks).toBe(0);
  turns.end();
  expect(looks).toBe(1);
});

test('a hundred changes on its heels are one more look, with the next frame', () => {
  for (let change = 0; change < 101; change += 1) {
    pacer.ask();
    turns.end();
  }
  expect(looks).toBe(1);
  turns.frame();
  expect(looks).toBe(2);
  turns.frame();
  expect(looks).toBe(2);
});

test('a page that nobody sees waits for its next frame, and an ended one for nothing', () => {
  turns.isSeen = false;
  pacer.ask();
  turns.end();
  expect(looks).toBe(0);
  turns.frame();
  expect(looks).toBe(1);
  pacer.ask();
  pacer.end();
  turns.frame();
  pacer.ask();
  turns.frame();
  expect(looks).toBe(1);
});
