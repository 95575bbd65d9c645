import { expect, test } from 'vitest';
import { LookPacer } from '../../../renderer/screens/board/LookPacer.ts';

/** A page whose frames the test lets pass. */
class TestFrames {
  at = 1_000;
  isSeen = true;
  private waiting: (() => void) | null = null;

  now = () => this.at;
  isVisible = () => this.isSeen;
  request = (run: () => void) => {
    this.waiting = run;
    return 1;
  };
  cancel = () => {
    this.waiting = null;
  };

  next(): void {
    this.at += 16;
    const run = this.waiting;
    this.waiting = null;
    run?.();
  }
}

function paced() {
  const frames = new TestFrames();
  let looks = 0;
  const pacer = new LookPacer(() => {
    looks += 1;
  }, frames);
  return { frames, pacer, looks: () => looks };
}

test('the first change after a pause is looked at at once, before any frame', () => {
  const { pacer, looks } = paced();
  pacer.ask();
  expect(looks()).toBe(1);
});

test('a hundred changes on its heels are one more look, with the next frame', () => {
  const { frames, pacer, looks } = paced();
  for (let change = 0; change < 101; change += 1) pacer.ask();
  expect(looks()).toBe(1);
  frames.next();
  expect(looks()).toBe(2);
  frames.next();
  expect(looks()).toBe(2);
});

test('a page that nobody sees waits for its next frame, and an ended one for none', () => {
  const { frames, pacer, looks } = paced();
  frames.isSeen = false;
  pacer.ask();
  expect(looks()).toBe(0);
  frames.next();
  expect(looks()).toBe(1);
  pacer.ask();
  pacer.end();
  frames.next();
  expect(looks()).toBe(1);
});
