import { useMemo } from 'react';
import type { Regular, StandingAllergy } from '../../../../shared/domain/model/regular.ts';
import { usePicture } from '../../../app/portContext.ts';
import { type Speech, useSpeech, wordFor } from '../../../app/words.ts';
import { allergenWord } from '../../board/tile/allergyWords.ts';

/** `12 Oct`, with the year where it is not this one: a guest may come once in two years. */
export function useDay(): (at: number) => string {
  const { locale } = useSpeech();
  const timeZone = usePicture(({ config }) => config.venue.timeZone);
  return useMemo(() => {
    const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
    const long = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone,
    });
    const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone });
    const now = year.format(Date.now());
    return (at) => (year.format(at) === now ? short : long).format(at);
  }, [locale, timeZone]);
}

/** `Visit 5 · last 12 Oct · did not come once` */
export function regularWords({ t }: Speech, day: (at: number) => string, regular: Regular): string {
  const { visits, lastAt, noShows } = regular;
  const visit =
    lastAt === null
      ? t('host.guests.first')
      : t('host.guests.regular', { count: visits + 1, date: day(lastAt) });
  return noShows === 0 ? visit : `${visit} · ${t('host.guests.noShows', { count: noShows })}`;
}

/** `84,50 €`; without a currency the bare number, because nobody said which. */
export function moneyWords(locale: string, cents: number, currency: string | null): string {
  const amount = cents / 100;
  const isKnown = currency !== null && /^[A-Za-z]{3}$/u.test(currency);
  return new Intl.NumberFormat(
    locale,
    isKnown ? { style: 'currency', currency } : { minimumFractionDigits: 2 },
  ).format(amount);
}

/** `SESAME · ANAPHYLAXIS · from before (12 Oct)` */
export function knownWords(
  speech: Speech,
  day: (at: number) => string,
  { allergen, severity, saidAt }: StandingAllergy,
): string {
  const words = `${allergenWord(speech, allergen)} · ${wordFor(speech, 'allergy.severity', severity)}`;
  return speech.t('host.guests.known', { allergy: words, date: day(saidAt) });
}
