import type { PossibleView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { allergenWord } from './allergyWords.ts';
import css from './Possible.module.css';

/** Words that may mean an allergy. A cook reads that somebody asks; who may answer has the two answers here. */
export function Possible({ tile, possible }: { tile: TileView; possible: PossibleView }) {
  const speech = useSpeech();
  const { t } = speech;
  const actions = useActions();
  const allergens = possible.allergens.map((code) => allergenWord(speech, code)).join(', ');
  return (
    <div className={css.possible} data-testid="possible">
      <p className={css.ask}>
        <Shape name="allergy" /> {actions.canAnswer ? t('possible.ask', { allergens }) : t('possible.asking')}
      </p>
      <p>“{possible.words}”</p>
      {actions.canAnswer && (
        <p className={css.answers}>
          {(['allergy', 'taste'] as const).map((answer) => (
            <Press
              key={answer}
              zone={tileKey(tile)}
              testId={`possible-${answer}`}
              className={css.answer}
              act={(down) => actions.answerPossible(tile, possible.id, answer, down)}
            >
              {t(`possible.${answer}`)}
            </Press>
          ))}
        </p>
      )}
    </div>
  );
}
