import type { SeatOffer } from '../../../../shared/domain/selectors/judgeTables.ts';
import { isWarning, type SeatReason } from '../../../../shared/domain/selectors/seatReasons.ts';
import type { Speech } from '../../../app/words.ts';
import type { PartyName } from '../partyName.ts';

const MINUTE_MS = 60_000;

export interface SeatWords {
  /** `Table 7: fits 4, Ana is next in rotation, grill has room until 19:55` */
  readonly why: string;
  /** What must be said, a line each. */
  readonly warnings: readonly string[];
}

export const tablesWord = (tables: readonly string[]): string => tables.join(' + ');

/** The reasons of a place as a host reads them. `now` in hub time. */
export function seatWords(offer: SeatOffer, speech: Speech, nameOf: PartyName, now: number): SeatWords {
  const words = (reason: SeatReason) => reasonWords(reason, speech, nameOf, now);
  const reasons = offer.reasons.filter((reason) => !isWarning(reason)).map(words);
  const tables = tablesWord(offer.tables);
  return {
    why: speech.t('host.seat.table', { count: offer.tables.length, tables, reasons: reasons.join(', ') }),
    warnings: offer.reasons.filter(isWarning).map(words),
  };
}

/** One reason, within a sentence or as a line. */
export function reasonWords(reason: SeatReason, speech: Speech, nameOf: PartyName, now: number): string {
  const { t, time, stationName } = speech;
  const say = (key: string, values?: Record<string, string | number>) => t(`host.seat.reason.${key}`, values);
  switch (reason.kind) {
    case 'booked':
      return say(reason.isLocked ? 'bookedLocked' : 'booked');
    case 'elsewhere':
      return say(reason.isLocked ? 'elsewhereLocked' : 'elsewhere', { tables: tablesWord(reason.tables) });
    case 'fits':
    case 'spare':
    case 'tight':
    case 'small':
    case 'sizeless':
      return say(reason.kind, { seats: reason.seats, covers: reason.covers });
    case 'combine':
    case 'nobody':
      return say(reason.kind);
    case 'promised': {
      const values = { party: nameOf(reason.party), time: time(reason.at) };
      if (reason.at <= now) return say('promisedNow', values);
      return say(reason.isLocked ? 'promisedLocked' : 'promised', values);
    }
    case 'needed': {
      const values = { party: nameOf(reason.party), time: time(reason.at), count: reason.covers };
      return say(reason.at <= now ? 'neededNow' : 'needed', values);
    }
    case 'dirty':
      return say('dirty', { count: minutesSince(reason.since, now) });
    case 'taken':
      return say('taken', {
        party: nameOf(reason.party),
        table: reason.table,
        time: time(reason.freeAt),
      });
    case 'blocked':
      return blockedWords(reason, say, time);
    case 'ticket':
      return say('ticket', { table: reason.table });
    case 'next':
    case 'serves':
    case 'asked':
    case 'cut':
      return say(reason.kind, { server: reason.server });
    case 'again':
      return say('again', { server: reason.server, count: minutesSince(reason.at, now) });
    case 'room': {
      const where = reason.station === null ? t('host.seat.kitchen') : stationName(reason.station);
      return reason.until === null
        ? say('room', { where })
        : say('roomUntil', { where, time: time(reason.until) });
    }
    case 'busy': {
      const station = stationName(reason.station);
      const kind = reason.isBehind ? 'behind' : 'busy';
      return reason.until === null || reason.until <= now
        ? say(kind, { station })
        : say(`${kind}Until`, { station, time: time(reason.until) });
    }
    case 'over':
      return say('over', { seated: reason.seated, covers: reason.covers, limit: reason.limit });
    default:
      return reason satisfies never;
  }
}

function blockedWords(
  { table, reason, until }: Extract<SeatReason, { kind: 'blocked' }>,
  say: (key: string, values: Record<string, string | number>) => string,
  time: Speech['time'],
): string {
  const what = until === null ? say('blocked', { table }) : say('blockedUntil', { table, time: time(until) });
  return reason === null || reason === '' ? what : `${what} (${reason})`;
}

function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / MINUTE_MS));
}
