import { z } from 'zod';

const MINUTE_MS = 60_000;
/** Before the first POS and after any reservation: a year outside is a clock that was never set. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;

const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?<offset>Z|(?<sign>[+-])(?<offsetHour>\d{2}):?(?<offsetMinute>\d{2})?)?$/u;

const EXAMPLE = 'for example 2026-05-01T19:30:00+02:00';

/** An ISO 8601 instant with offset becomes epoch ms; anything else says why not. */
export function parseInstant(text: string): { at: number } | { problem: string } {
  const part = ISO.exec(text)?.groups;
  if (!part) return { problem: `is not an ISO 8601 instant with offset, ${EXAMPLE}` };
  if (part.offset === undefined) return { problem: `has no offset from UTC, ${EXAMPLE}` };
  const [year, month, day, hour, minute, second] = [
    Number(part.year),
    Number(part.month),
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second ?? 0),
  ];
  const offsetHour = Number(part.offsetHour ?? 0);
  const offsetMinute = Number(part.offsetMinute ?? 0);
  const isTime = hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60;
  if (!isTime || year < FIRST_YEAR || year > LAST_YEAR || !isDate(year, month, day)) {
    return { problem: 'is not a date and time of the calendar' };
  }
  const ms = Number((part.fraction ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (offsetHour * 60 + offsetMinute) * (part.sign === '-' ? -1 : 1);
  return { at: Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * MINUTE_MS };
}

/** `Date.UTC` rolls the 31st of February over; a sender's mistake is no other day. */
function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** In: ISO 8601 with offset. Out: epoch ms. JSON Schema is told the strict form; ours reads a little more (no seconds, `+02`). */
export const OutsideInstant = z
  .string()
  .transform((text, ctx) => {
    const parsed = parseInstant(text);
    if ('at' in parsed) return parsed.at;
    ctx.addIssue({ code: 'custom', message: parsed.problem });
    return z.NEVER;
  })
  .meta({
    format: 'date-time',
    pattern:
      '^(19[7-9]|2\\d\\d)\\d-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
    description: `ISO 8601 with offset, ${EXAMPLE}.`,
  });

/** As the hub writes it: ISO 8601 in UTC, with milliseconds. */
export const WrittenInstant = z
  .string()
  .refine((text) => 'at' in parseInstant(text))
  .meta({ format: 'date-time' });

/** Epoch ms as the contract writes it. */
export function instantText(at: number): string {
  return new Date(at).toISOString();
}
