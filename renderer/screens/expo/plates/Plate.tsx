import type { AllergyPlate, PlateAllergy } from '../../../../shared/domain/selectors/allergyPlates.ts';
import type { LineView } from '../../../../shared/domain/selectors/boardView.ts';
import { dishName, useSpeech, wordFor } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { allergenWord, seatRuns, seatWord } from '../../board/tile/allergyWords.ts';
import { Modifiers } from '../../board/tile/Modifiers.tsx';
import css from './Plates.module.css';

/** `S2 sea bass, SESAME, heard GRILL 19:31` */
export function Plate({ plate: { line, portion, allergies } }: { plate: AllergyPlate }) {
  return (
    <li className={css.plate} data-testid="plate">
      <PlateName line={line} quantity={portion.quantity} />
      {allergies.map((one) => (
        <Against key={one.allergy.key} one={one} />
      ))}
      {line.modifiers.length > 0 && <Modifiers modifiers={line.modifiers} />}
      {line.notes !== null && <p className={css.note}>“{line.notes}”</p>}
    </li>
  );
}

export function PlateName({ line, quantity }: { line: LineView; quantity: number }) {
  const speech = useSpeech();
  const seats = line.seats.length > 0 ? seatRuns(line.seats, speech) : seatWord(speech, null);
  return (
    <p className={css.dish}>
      <b className={css.seat}>{seats}</b> {quantity} {dishName(line, speech.language)}
    </p>
  );
}

function Against({ one: { allergy, heard, unheard, conflict } }: { one: PlateAllergy }) {
  const speech = useSpeech();
  const { t, time, stationName } = speech;
  const { allergen, severity, crossContact, words } = allergy;
  const said = heard.map(({ station, at }) => `${stationName(station)} ${time(at)}`).join(', ');
  const answer = conflict?.answer ?? null;
  return (
    <div className={css.against} data-testid="allergy">
      <p className={css.allergen}>
        <Shape name="allergy" /> {allergenWord(speech, allergen)}
        {allergy.seat === null && ` ${seatWord(speech, null)}`}
      </p>
      {severity !== 'allergy' && <b>{wordFor(speech, 'allergy.severity', severity)}</b>}
      {words !== null && <p>“{words}”</p>}
      {crossContact && <b>{t('allergy.crossContact')}</b>}
      {said !== '' && <p>{t('allergy.heardBy', { stations: said })}</p>}
      {unheard.length > 0 && (
        <b>{t('plates.notHeardBy', { stations: unheard.map(stationName).join(', ') })}</b>
      )}
      {conflict !== null && (
        <p>
          {t('allergy.conflict', { what: conflict.what, allergen: allergenWord(speech, allergen) })}
          {answer !== null &&
            `: ${t('allergy.answered', { answer: t(`allergy.answer.${answer.answer}`), time: time(answer.at) })}`}
        </p>
      )}
    </div>
  );
}
