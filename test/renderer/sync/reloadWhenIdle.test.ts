import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reloadWhenIdle } from '../../../renderer/sync/reloadWhenIdle.ts';

/** A browser's window as far as a reload and a finger need one. */
class Glass extends EventTarget {
  reloads = 0;
  readonly location = { reload: () => (this.reloads += 1) };
  readonly setTimeout = (run: () => void, ms: number) => setTimeout(run, ms);
  readonly clearTimeout = (timer: ReturnType<typeof setTimeout> | undefined) => clearTimeout(timer);

  finger(type: 'pointerdown' | 'pointerup' | 'pointercancel', pointerId = 1): void {
    this.dispatchEvent(Object.assign(new Event(type), { pointerId }));
  }
}

let glass: Glass;
const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  glass = new Glass();
  kept.clear();
  vi.stubGlobal('window', glass);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a page that must be loaded anew', () => {
  test('is, a second after it was asked', () => {
    reloadWhenIdle()();
    vi.advanceTimersByTime(999);
    expect(glass.reloads).toBe(0);
    vi.advanceTimersByTime(1);
    expect(glass.reloads).toBe(1);
  });

  test('waits for a finger that lay there before, and a second more', () => {
    const reload = reloadWhenIdle();
    glass.finger('pointerdown');
    reload();
    vi.advanceTimersByTime(20_000);
    expect(glass.reloads).toBe(0);
    glass.finger('pointerup');
    vi.advanceTimersByTime(1_000);
    expect(glass.reloads).toBe(1);
  });

  test('waits for the last of several fingers, however they go', () => {
    const reload = reloadWhenIdle();
    reload();
    glass.finger('pointerdown', 1);
    glass.finger('pointerdown', 2);
    glass.finger('pointerup', 1);
    vi.advanceTimersByTime(5_000);
    expect(glass.reloads).toBe(0);
    glass.finger('pointercancel', 2);
    vi.advanceTimersByTime(1_000);
    expect(glass.reloads).toBe(1);
  });

  test('does not wait for ever for a finger whose end nobody told', () => {
    const reload = reloadWhenIdle();
    glass.finger('pointerdown');
    reload();
    vi.advanceTimersByTime(60_000);
    expect(glass.reloads).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(glass.reloads).toBe(1);
  });

  test('is not loaded in a circle', () => {
    reloadWhenIdle()();
    vi.advanceTimersByTime(1_000);
    reloadWhenIdle()();
    vi.advanceTimersByTime(28_000);
    expect(glass.reloads).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect(glass.reloads).toBe(2);
  });
});
