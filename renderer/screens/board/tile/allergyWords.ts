import { allergenWord, seatsWord, seatWord } from '../../../../shared/chits/speech.ts';
import type { AllergyBand } from '../../../../shared/domain/selectors/boardView.ts';
import type { Speech } from '../../../app/words.ts';

/** Screens and paper have one way to say whose it is and what of. */
export { allergenWord, seatWord };

/** `SESAME S2` */
export function allergyAndSeat(speech: Speech, band: Pick<AllergyBand, 'allergen' | 'seat'>): string {
  return `${allergenWord(speech, band.allergen)} ${seatWord(speech, band.seat)}`;
}

/** `S1 S4`, from three in a row on `S1-4`: seats come ascending. */
export function seatRuns(seats: readonly number[], speech: Speech): string {
  return seatsWord(speech, seats);
}
