/** Real time of this glass, monotonic: what a hand times has nothing to do with the hub's clock. */
export interface HandClock {
  now(): number;
  /** Returns the way to call it off. */
  after(ms: number, act: () => void): () => void;
  /** The same, once the next frame has been painted; at once after this where nobody sees the page, and soon where no frame comes. */
  afterPaint(act: () => void): () => void;
}

/** Something hangs in the graphics of this device: what a press waits for comes before its undo takes a press (400 ms). */
const NO_FRAME_MS = 200;

export const handClock: HandClock = {
  now: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  afterPaint: (act) => {
    if (document.visibilityState !== 'visible') return handClock.after(0, act);
    let callOff = handClock.after(NO_FRAME_MS, () => {
      cancelAnimationFrame(frame);
      act();
    });
    // A frame's callbacks run before it is painted, a task that one of them asks for comes after.
    const frame = requestAnimationFrame(() => {
      callOff();
      callOff = handClock.after(0, act);
    });
    return () => {
      cancelAnimationFrame(frame);
      callOff();
    };
  },
};
