/** Real time of this glass, monotonic: what a hand times has nothing to do with the hub's clock. */
export interface HandClock {
  now(): number;
  /** Returns the way to call it off. */
  after(ms: number, act: () => void): () => void;
}

export const handClock: HandClock = {
  now: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
