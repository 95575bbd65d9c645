import type { Party } from '../../../../shared/domain/model/party.ts';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { useTick } from '../../../ui/useTick.ts';
import { Disagreements } from './Disagreements.tsx';
import css from './PartyCard.module.css';
import { PartyMarks } from './PartyMarks.tsx';
import { minutesSince, partyName, personOf, stateWords, tableWords } from './partyWords.ts';

/** One party in a list: when, who, how many, how far, where, and what must be known of it. */
export function PartyHead({ party }: { party: Party }) {
  const speech = useSpeech();
  const port = usePort();
  const { live, receivedAt } = party;
  const person = personOf(port, party);
  const state = useTick((now) => stateWords(speech, party, now));
  const waited = useTick((now) => minutesSince(receivedAt, now));
  const came = live.at ?? live.seatedAt;
  const when = came === null ? speech.t('host.book.wait', { count: waited }) : speech.time(came);
  const facts = [state, tableWords(speech, live.tables), live.server ?? ''].filter((words) => words !== '');
  return (
    <>
      <span className={cls(css.time, live.state === 'late' && css.late)}>{when}</span>
      <span className={css.name}>{partyName(speech, party, person)}</span>
      <span className={css.covers}>{live.covers}</span>
      <div className={css.facts}>
        <p className={cls(css.state, live.state === 'late' && css.late)}>
          {facts.join(' · ')}
          {live.locked && ` · ${speech.t('host.book.locked')}`}
        </p>
        <Disagreements party={party} />
        <PartyMarks party={party} person={person} />
      </div>
    </>
  );
}
