import { gravityOf } from '../../../../shared/domain/model/allergen.ts';
import type { Party, PartyAllergy, PartyLive } from '../../../../shared/domain/model/party.ts';
import { isExpected } from '../../../../shared/domain/model/partyStates.ts';
import type { PersonFields } from '../../../../shared/domain/model/put.ts';
import type { ScreenPort } from '../../../app/screenPort.ts';
import { type Speech, wordFor } from '../../../app/words.ts';
import { allergenWord, seatWord } from '../../board/tile/allergyWords.ts';

const MINUTE_MS = 60_000;

/** Whole minutes between two instants, none below nought. */
export function minutesSince(from: number, now: number): number {
  return Math.max(0, Math.floor((now - from) / MINUTE_MS));
}

export function personOf(port: ScreenPort, { person }: Pick<Party, 'person'>): Partial<PersonFields> | null {
  return person && port.personal(person.personId);
}

/** As somebody calls them over the room; a booking without a name by what its system calls it. */
export function partyName(
  { t }: Speech,
  { kind, externalId }: Pick<Party, 'kind' | 'externalId'>,
  person: Partial<PersonFields> | null,
): string {
  const name = person?.name?.trim();
  if (name) return name;
  return kind === 'reservation' ? t('host.book.noName', { id: externalId }) : t('host.walkIn');
}

/** `8 min late`, `arrived 19:38`, `waiting 11 min · quoted 25`: the state with what it means now. */
export function stateWords(speech: Speech, { live, kind, receivedAt, stateAt }: Party, now: number): string {
  const { t, time } = speech;
  const { state, at, arrived, covers, quotedMinutes, seatedAt, leftAt } = live;
  const plain = wordFor(speech, 'host.state', state);
  const said = (words: string) => withEta(speech, words, live, now);
  switch (state) {
    case 'late':
      return said(t('host.book.late', { count: at === null ? 0 : minutesSince(at, now) }));
    case 'partly_arrived':
      return t('host.book.partly', { arrived: arrived ?? 0, covers, time: time(stateAt) });
    case 'arrived':
    case 'notified':
    case 'cancelled':
    case 'no_show':
      return said(`${plain} ${time(stateAt)}`);
    case 'seated':
      return `${plain} ${time(seatedAt ?? stateAt)}`;
    case 'left':
    case 'finished':
      return `${plain} ${time(leftAt ?? stateAt)}`;
    case 'waiting': {
      const waited = t('host.book.waiting', { count: minutesSince(receivedAt, now) });
      const quoted = quotedMinutes === null ? '' : ` · ${t('host.book.quoted', { count: quotedMinutes })}`;
      return said(waited + quoted);
    }
    default:
      return said(kind === 'waitlist' ? `${plain} ${time(stateAt)}` : plain);
  }
}

/** Of who waits, beside the figures: `waiting`, `notified 19:38 · says 19:43`. */
export function waitingWords(speech: Speech, { live, stateAt }: Party, now: number): string {
  const plain = wordFor(speech, 'host.state', live.state);
  return withEta(speech, live.state === 'waiting' ? plain : `${plain} ${speech.time(stateAt)}`, live, now);
}

function withEta({ t, time }: Speech, words: string, live: PartyLive, now: number): string {
  const { etaAt } = live;
  const isComing = etaAt !== null && etaAt > now && (isExpected(live) || live.state === 'notified');
  return isComing ? `${words} · ${t('host.book.eta', { time: time(etaAt) })}` : words;
}

/** `table 7`, `tables 14 + 15`; empty: none is promised. */
export function tableWords({ t }: Speech, tables: readonly string[]): string {
  if (tables.length === 0) return '';
  return t('host.book.tables', { count: tables.length, tables: tables.join(' + ') });
}

/** `SESAME S2 · ALLERGY` */
export function allergyText(speech: Speech, { allergen, seat, severity }: PartyAllergy): string {
  const words = `${allergenWord(speech, allergen)} ${seatWord(speech, seat)}`;
  if (severity === 'diet') return speech.t('allergy.diet', { words });
  return `${words} · ${wordFor(speech, 'allergy.severity', severity)}`;
}

/** Gravest first. */
export function standingAllergies({ live: { allergies } }: Pick<Party, 'live'>): PartyAllergy[] {
  return allergies
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .toSorted((a, b) => gravityOf(b.severity) - gravityOf(a.severity));
}
