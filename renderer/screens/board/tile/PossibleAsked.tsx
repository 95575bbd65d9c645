import type { PossibleView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { Down } from '../../../ui/press/PressWatch.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { allergenWord } from './allergyWords.ts';
import css from './Possible.module.css';

interface AskedProps {
  readonly possible: PossibleView;
  readonly zone: string;
  /** null: somebody else is asked. */
  readonly onAnswer: ((answer: 'allergy' | 'taste', down: Down) => void) | null;
}

/** Words that may mean an allergy. A cook reads that somebody asks; who may answer has the two answers here. */
export function PossibleAsked({ possible, zone, onAnswer }: AskedProps) {
  const speech = useSpeech();
  const { t } = speech;
  const allergens = possible.allergens.map((code) => allergenWord(speech, code)).join(', ');
  return (
    <div className={css.possible} data-testid="possible">
      <p className={css.ask}>
        <Shape name="allergy" /> {onAnswer === null ? t('possible.asking') : t('possible.ask', { allergens })}
      </p>
      <p>“{possible.words}”</p>
      {onAnswer !== null && (
        <p className={css.answers}>
          {(['allergy', 'taste'] as const).map((answer) => (
            <Press
              key={answer}
              zone={zone}
              testId={`possible-${answer}`}
              className={css.answer}
              act={(down) => onAnswer(answer, down)}
            >
              {t(`possible.${answer}`)}
            </Press>
          ))}
        </p>
      )}
    </div>
  );
}
