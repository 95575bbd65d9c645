import { memo } from 'react';
import type { AllergyBand } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech, wordFor } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import css from './AllergyBands.module.css';
import { allergenWord, allergyAndSeat, seatWord } from './allergyWords.ts';

/** Filled, outlined, plain or thin by gravity; never dimmed, struck, shortened or shrunk, whatever became of the food. */
export const AllergyBands = memo(function AllergyBands({ bands }: { bands: readonly AllergyBand[] }) {
  if (bands.length === 0) return null;
  return (
    <ul className={css.bands}>
      {bands.map((band) => (
        <Band key={band.key} band={band} />
      ))}
    </ul>
  );
});

function Band({ band }: { band: AllergyBand }) {
  const speech = useSpeech();
  const { t } = speech;
  if (band.weight === 'plain') {
    const words = `${wordFor(speech, 'allergen', band.allergen)} ${seatWord(speech, band.seat)}`;
    return (
      <li className={css.plain} data-testid="allergy">
        {t('allergy.diet', { words })}
        {band.words !== null && <Words words={band.words} />}
      </li>
    );
  }
  return (
    <li
      className={cls(css.band, css[band.weight], band.severity === 'anaphylaxis' && css.double)}
      data-testid="allergy"
      data-severity={band.severity}
    >
      {band.isLate && <span className={css.late}>{t('allergy.added')}</span>}
      <span className={css.main}>
        <Shape name="allergy" className={css.shape} /> {allergenWord(speech, band.allergen)}{' '}
        <span className={css.seat}>{seatWord(speech, band.seat)}</span>
      </span>
      {band.severity !== 'allergy' && <b>{wordFor(speech, 'allergy.severity', band.severity)}</b>}
      <Heard band={band} />
      {band.crossContact && <b>{t('allergy.crossContact')}</b>}
      {band.words !== null && <Words words={band.words} />}
      {!band.isSaidByPos && (
        <span>{t('allergy.posSilent', { allergen: allergenWord(speech, band.allergen) })}</span>
      )}
    </li>
  );
}

function Heard({ band }: { band: AllergyBand }) {
  const { t, stationName, time } = useSpeech();
  const calledBy = (by: string | null) => (by === null ? '' : ` (${t('allergy.calledBy', { by })})`);
  if (band.weight === 'thin') return <span>{t('allergy.notHere')}</span>;
  if (band.isOwed) return <b className={css.owed}>{t('allergy.notHeard')}</b>;
  if (band.heard.length === 0) return null;
  const stations = band.heard
    .map(({ station, at, calledBy: by }) => `${stationName(station)} ${time(at)}${calledBy(by)}`)
    .join(', ');
  return <span>{t('allergy.heardBy', { stations })}</span>;
}

/** The guest's own words. */
function Words({ words }: { words: string }) {
  return <span className={css.words}>“{words}”</span>;
}

/** On the parts of a long ticket that follow: every allergen and seat in one band, at full size. */
export const AllergyBandAgain = memo(function AllergyBandAgain({ bands }: { bands: readonly AllergyBand[] }) {
  const speech = useSpeech();
  const shown = bands.filter(({ weight }) => weight === 'filled' || weight === 'outlined');
  if (shown.length === 0) return null;
  const weight = shown.some((band) => band.weight === 'filled') ? 'filled' : 'outlined';
  return (
    <p className={cls(css.band, css[weight])}>
      <span className={css.main}>
        <Shape name="allergy" className={css.shape} />{' '}
        {shown.map((band) => allergyAndSeat(speech, band)).join(' · ')}
      </span>
    </p>
  );
});
