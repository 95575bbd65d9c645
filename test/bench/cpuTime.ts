import { existsSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for everybody (USER_HZ). */
const MS_PER_TICK = 10;
/** Fields of /proc/PID/stat after the name, which stands in brackets and may hold anything: utime and stime are the 14th and 15th of all. */
const UTIME_AFTER_NAME = 11;

/**
 * CPU time a process has used, in ms; null where the system does not tell. Beside latencies it shows, on a machine that others use too,
 * whose work the time was.
 */
export function cpuTimeMs(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`;
  if (pid === undefined || !existsSync(file)) return null;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = fields.slice(UTIME_AFTER_NAME, UTIME_AFTER_NAME + 2).map(Number);
  return user === undefined || system === undefined ? null : (user + system) * MS_PER_TICK;
}
