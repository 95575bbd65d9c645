import { memo } from 'react';
import { ConflictAnswer } from '../../../../shared/domain/model/food.ts';
import type { LineAllergy, LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { allergenWord, seatWord } from './allergyWords.ts';
import css from './LineAllergies.module.css';

/** What the recipe says against each allergy of this dish: three answers, and none of them is "safe". */
export const LineAllergies = memo(function LineAllergies({ tile, line }: LineAllergiesProps) {
  const speech = useSpeech();
  return (
    <ul className={css.list}>
      {line.allergies.map((allergy) => (
        <li
          key={allergy.key}
          className={cls(css.one, allergy.severity === 'diet' ? css.diet : css[allergy.recipe.kind])}
          data-testid="allergy"
        >
          <Shape name="allergy" className={css.shape} /> {recipeWords(allergy, speech)}
          <Answer tile={tile} line={line} allergy={allergy} />
        </li>
      ))}
    </ul>
  );
});

interface LineAllergiesProps {
  readonly tile: TileView;
  readonly line: LineView;
}

function recipeWords({ allergen, recipe }: LineAllergy, speech: Speech): string {
  const word = allergenWord(speech, allergen);
  switch (recipe.kind) {
    case 'conflict':
      return speech.t('allergy.conflict', { what: recipe.conflict.what, allergen: word });
    case 'not_listed':
      return speech.t('allergy.notListed', { allergen: word });
    case 'none_listed':
      return speech.t('allergy.noneListed', { allergen: word });
    default:
      return recipe satisfies never;
  }
}

/** Until somebody picks an answer the dish cannot start; who may, has the four answers here. */
function Answer({ tile, line, allergy }: LineAllergiesProps & { readonly allergy: LineAllergy }) {
  const { t, time } = useSpeech();
  const actions = useActions();
  const given = allergy.recipe.kind === 'conflict' ? allergy.recipe.conflict.answer : null;
  if (given !== null)
    return (
      <span className={css.given}>
        {t('allergy.answered', { answer: t(`allergy.answer.${given.answer}`), time: time(given.at) })}
      </span>
    );
  if (!allergy.needsAnswer) return null;
  if (!actions.canAnswer) return <span className={css.given}>{t('allergy.answer.ask')}</span>;
  return (
    <span className={css.answers}>
      {ConflictAnswer.options.map((answer) => (
        <Press
          key={answer}
          zone={tileKey(tile)}
          testId={`conflict-${answer}`}
          className={css.answer}
          act={(down) => actions.answerConflict(tile, line, allergy.key, answer, down)}
        >
          {t(`allergy.answer.${answer}`)}
        </Press>
      ))}
    </span>
  );
}

/** An allergy came when this was started or ready. It must not leave before somebody decides. */
export const Stop = memo(function Stop({ tile, line }: LineAllergiesProps) {
  const speech = useSpeech();
  const { t } = speech;
  const actions = useActions();
  const words = line.stops.map((key) => {
    const band = tile.bands.find((known) => known.key === key);
    return band ? `${allergenWord(speech, band.allergen)} ${seatWord(speech, band.seat)}` : key;
  });
  return (
    <div className={css.stop} data-testid="allergy">
      <span className={css.stopWords}>
        <Shape name="stop" className={css.shape} /> {t('allergy.stop', { allergies: words.join(', ') })}
      </span>
      {actions.canAnswer ? (
        <span className={css.answers}>
          <Press
            zone={tileKey(tile)}
            testId="stop-carry_on"
            className={css.answer}
            act={(down) => actions.answerStop(tile, line, 'carry_on', down)}
          >
            {t('allergy.carryOn')}
          </Press>
          <Press
            zone={tileKey(tile)}
            testId="stop-refire"
            className={css.answer}
            act={(down) => actions.answerStop(tile, line, 'refire', down)}
          >
            {t('allergy.refire')}
          </Press>
        </span>
      ) : (
        <span className={css.given}>{t('allergy.stopAsk')}</span>
      )}
    </div>
  );
});
