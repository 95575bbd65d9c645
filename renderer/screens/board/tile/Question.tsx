import type { QuestionView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { MatchLists } from './MatchLists.tsx';
import css from './Question.module.css';

/** Food went and came within seconds: the house must say whether it is the same plate. */
export function Question({ tile, question }: { tile: TileView; question: QuestionView }) {
  const { t } = useSpeech();
  const actions = useActions();
  const from = question.fromTable ?? t('tile.number', { number: question.fromNumber });
  return (
    <div className={css.question}>
      <p className={css.ask}>{t('question.ask')}</p>
      {question.isMatch ? (
        <MatchLists ticket={tile.ticketId} question={question.id} />
      ) : (
        <p>{t('question.from', { quantity: question.quantity, dish: question.name, from })}</p>
      )}
      {actions.canAnswer ? (
        <p className={css.answers}>
          {(['same', 'new'] as const).map((answer) => (
            <Press
              key={answer}
              zone={tileKey(tile)}
              testId={`question-${answer}`}
              className={css.answer}
              act={(down) => actions.answerQuestion(tile, question, answer, down)}
            >
              {t(`question.${answer}`)}
            </Press>
          ))}
        </p>
      ) : (
        <p>{t('question.atExpo')}</p>
      )}
    </div>
  );
}
