import type { LineView } from '../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../app/words.ts';
import css from './SeatHeading.module.css';

/** Plates are called by seat. */
export function SeatHeading({ line }: { line: LineView }) {
  const { t } = useSpeech();
  return <p className={css.seat}>{words()}</p>;

  function words(): string {
    if (line.seats.length === 0) return t('expo.seatUnknown');
    if (line.seats.length === 1 && line.seats[0] === 0) return t('expo.forTable');
    return t('expo.seat', { seat: line.seats.join(', ') });
  }
}
