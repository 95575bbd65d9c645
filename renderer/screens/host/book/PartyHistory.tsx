import type { Party, PartyStep } from '../../../../shared/domain/model/party.ts';
import { useSpeech, wordFor } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { authorName } from '../authorName.ts';
import css from './PartySheet.module.css';

/** All that became of it, latest first: what, by whom, when, and why. */
export function PartyHistory({ party }: { party: Party }) {
  const speech = useSpeech();
  const { t, time } = speech;
  return (
    <ol className={css.history}>
      {party.steps.toReversed().map((step) => (
        <li key={step.seq} className={cls(step.isUndone && css.undone)}>
          <b>{time(step.at)}</b> {whatOf(step)} · {authorName(step, speech)}
          {step.reason !== null && ` · ${step.reason}`}
          {step.isUndone && ` · ${t('host.book.undone')}`}
        </li>
      ))}
      <li>
        <b>{time(party.receivedAt)}</b>{' '}
        {t(party.said === null ? 'host.book.takenIn' : 'host.book.received', { source: party.source })}
      </li>
    </ol>
  );

  function whatOf({ kind, was }: PartyStep): string {
    const what = wordFor(speech, 'host.did', kind);
    const fields = Object.keys(was).filter((field) => speech.has(`host.fact.${field}`));
    if (kind !== 'edit' && kind !== 'put') return what;
    return [what, fields.map((field) => t(`host.fact.${field}`)).join(', ')]
      .filter((part) => part)
      .join(': ');
  }
}
