import { useCallback } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { Quote } from '../../../../shared/domain/selectors/quote.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { partyName, personOf, tableWords } from './partyWords.ts';
import css from './TakeIn.module.css';

/** What may be said aloud, and why: the table it comes of, who is before them, and whom it would pass. */
export function QuoteLine({ quote, covers }: { quote: Quote | null; covers: number }) {
  const speech = useSpeech();
  const { t, time } = speech;
  if (quote === null) return <p className={css.quote}>{t('host.wait.none', { count: covers })}</p>;
  const { minutes, tables, at, ahead, told } = quote;
  const where = tableWords(speech, tables);
  return (
    <div className={css.quote} data-testid="quote" data-minutes={minutes}>
      <p className={css.minutes}>
        {minutes === 0 ? t('host.wait.now', { where }) : t('host.wait.about', { count: minutes })}
      </p>
      {minutes > 0 && <p>{t('host.wait.why', { where, time: time(at) })}</p>}
      {ahead > 0 && <p>{t('host.wait.ahead', { count: ahead })}</p>}
      {told !== null && <Shorter told={told} />}
    </div>
  );
}

function Shorter({ told: { party: id, minutes } }: { told: NonNullable<Quote['told']> }) {
  const speech = useSpeech();
  const port = usePort();
  const party = useLook(useCallback((state: State) => state.parties.get(id) ?? null, [id]));
  if (party === null) return null;
  const name = partyName(speech, party, personOf(port, party));
  return <p className={css.shorter}>{speech.t('host.wait.shorter', { name, count: minutes })}</p>;
}
