const NS_PER_MS = 1e6;

/**
 * Ms of the machine's monotonic clock. Processes of one machine share it (CLOCK_MONOTONIC, QueryPerformanceCounter, mach_absolute_time), so
 * that a time taken in one may be subtracted in another; each run proves it (`Worker.checkClock`).
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / NS_PER_MS;
}
