import { ServiceDay } from '../../../../shared/lib/ids.ts';

const DAY_MS = 86_400_000;

/** `Sat 21 Nov`; a service day is a date of the venue's wall, whatever zone the browser is in. */
export function dayWords(day: ServiceDay, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** So many days on, or back. */
export function dayAfter(day: ServiceDay, days: number): ServiceDay {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return ServiceDay.parse(new Date(noon + days * DAY_MS).toISOString().slice(0, 10));
}
