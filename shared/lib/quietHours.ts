/** From and to as a wall clock says it, `22:00`; over midnight where `to` is the earlier. The same twice is the whole day. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Whether a clock on the wall of this time zone stands within them at `at` (epoch ms); `to` itself is outside. */
export function isQuietAt({ from, to }: QuietHours, at: number, timeZone: string): boolean {
  const now = clockOf(timeZone).format(at);
  return from < to ? from <= now && now < to : now >= from || now < to;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Swedish times are `07:05`, which sort as they follow each other. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('sv', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}
