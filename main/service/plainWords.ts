const MB = 1024 * 1024;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** In the time zone of this machine, as its owner reads a clock: 2026-11-21 23:05. */
export function whenText(at: number): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

export function megabytes(bytes: number): string {
  return bytes < MB ? `${Math.ceil(bytes / 1024)} kB` : `${Math.round(bytes / MB)} MB`;
}

const UNITS = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const;

/** A length of time in the largest unit of which it has two. */
export function spanText(ms: number): string {
  const [unit, unitMs] = UNITS.find(([, one]) => ms >= 2 * one) ?? (['second', 1_000] as const);
  const amount = Math.round(ms / unitMs);
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
