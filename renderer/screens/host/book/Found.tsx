import { useCallback, useMemo } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import { isFound } from '../../../../shared/domain/selectors/partySearch.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { dayWords } from './days.ts';
import { PartyCard } from './PartyCard.tsx';
import css from './PartyList.module.css';
import { personOf } from './partyWords.ts';

/** More are not looked through on a small glass: another letter finds fewer. */
const MOST_FOUND = 30;

/** Of the whole book, coming days too, by day. */
export function Found({ typed }: { typed: string }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const port = usePort();
  const found = useLook(
    useCallback(
      (state: State) =>
        [...state.parties.values()]
          .filter((party) => isFound(typed, party, personOf(port, party)))
          .sort((a, b) => {
            const days = a.live.day === b.live.day ? 0 : a.live.day < b.live.day ? -1 : 1;
            return days || (a.live.at ?? a.receivedAt) - (b.live.at ?? b.receivedAt);
          }),
      [typed, port],
    ),
  );
  const today = useLook((state) => state.day);
  const days = useMemo(() => [...new Set(found.slice(0, MOST_FOUND).map(({ live }) => live.day))], [found]);
  return (
    <>
      <h2 className={css.heading} aria-live="polite">
        {t('host.book.found', { count: found.length })}
      </h2>
      {days.map((day) => (
        <section key={day}>
          {day !== today && <h3 className={css.heading}>{dayWords(day, locale)}</h3>}
          {found
            .slice(0, MOST_FOUND)
            .filter(({ live }) => live.day === day)
            .map((party) => (
              <PartyCard key={party.id} party={party} />
            ))}
        </section>
      ))}
      {found.length > MOST_FOUND && (
        <p className={css.hint}>{t('host.book.more', { count: found.length - MOST_FOUND })}</p>
      )}
    </>
  );
}
