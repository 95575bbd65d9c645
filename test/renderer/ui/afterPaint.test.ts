import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handClock } from '../../../renderer/ui/handClock.ts';

const A_FRAME_MS = 16;
let done: number;

/** A page whose frames come every 16 ms, never, or nowhere because nobody sees it. */
function page(visibilityState: 'visible' | 'hidden', hasFrames = true): void {
  vi.stubGlobal('document', { visibilityState });
  vi.stubGlobal('requestAnimationFrame', (act: () => void) =>
    hasFrames ? Number(setTimeout(act, A_FRAME_MS)) : 0,
  );
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => clearTimeout(frame));
}
const count = () => {
  done += 1;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  done = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what waits for a frame comes in the task after it, once', () => {
  page('visible');
  handClock.afterPaint(count);
  vi.advanceTimersByTime(A_FRAME_MS - 1);
  expect(done).toBe(0);
  vi.advanceTimersByTime(2);
  expect(done).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(done).toBe(1);
});

test('a glass whose frames hang holds nothing up for longer than 200 ms: a press is sent before its undo can be pressed', () => {
  page('visible', false);
  handClock.afterPaint(count);
  vi.advanceTimersByTime(199);
  expect(done).toBe(0);
  vi.advanceTimersByTime(1);
  expect(done).toBe(1);
});

test('a page that nobody sees paints nothing and waits for nothing', () => {
  page('hidden');
  handClock.afterPaint(count);
  vi.advanceTimersByTime(1);
  expect(done).toBe(1);
});

test('it can be called off before the frame, and after it', () => {
  page('visible');
  handClock.afterPaint(count)();
  const callOff = handClock.afterPaint(count);
  vi.advanceTimersByTime(A_FRAME_MS);
  callOff();
  vi.advanceTimersByTime(1_000);
  expect(done).toBe(0);
});
