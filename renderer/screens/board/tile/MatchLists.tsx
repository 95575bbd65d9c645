import { useCallback } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import {
  type KeyedMatch,
  keyedMatches,
  type MatchLine,
} from '../../../../shared/domain/selectors/keyedMatches.ts';
import type { TicketId } from '../../../../shared/lib/ids.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import css from './MatchLists.module.css';

const NONE: readonly KeyedMatch[] = [];

export function useMatches(ticket: TicketId): readonly KeyedMatch[] {
  return useLook(
    useCallback(
      (state: State) =>
        state.tickets.get(ticket)?.questions.some(({ match }) => match) ? keyedMatches(state, ticket) : NONE,
      [ticket],
    ),
  );
}

/** What was keyed beside what the POS has put: what is in both is bold, and cooked once meanwhile. */
export function MatchLists({ ticket, question }: { ticket: TicketId; question: string }) {
  const { t, time } = useSpeech();
  const match = useMatches(ticket).find((one) => one.question === question);
  if (!match) return null;
  return (
    <div className={css.lists} data-testid="match">
      <List title={t('keying.keyedAt', { time: time(match.at) })} lines={match.keyed} />
      <List title={t('keying.put')} lines={match.put} />
    </div>
  );
}

function List({ title, lines }: { title: string; lines: readonly MatchLine[] }) {
  const { t, language } = useSpeech();
  return (
    <div className={css.list}>
      <p className={css.title}>{title}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.key} className={cls(line.isShared && css.shared)}>
            {line.quantity} {dishName(line, language)}
            {!line.isShared && ` · ${t('keying.onlyHere')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
