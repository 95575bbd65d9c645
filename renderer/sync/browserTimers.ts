import type { Timers } from '../../shared/sync/timers.ts';

/** `performance.now` never jumps when somebody sets the tablet's clock. */
export const browserTimers: Timers = {
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
};
