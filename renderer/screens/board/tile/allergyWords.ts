import type { AllergyBand } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, wordFor } from '../../../app/words.ts';

/** Codes in the house's language, other words as they came; always capitals, never shortened. */
export function allergenWord(speech: Speech, allergen: string): string {
  return wordFor(speech, 'allergen', allergen).toLocaleUpperCase(speech.language);
}

export function seatWord(speech: Speech, seat: number | null): string {
  if (seat === null) return speech.t('line.seatUnknown');
  return seat === 0 ? speech.t('line.table') : speech.t('line.seat', { seat });
}

/** `SESAME S2` */
export function allergyAndSeat(speech: Speech, band: Pick<AllergyBand, 'allergen' | 'seat'>): string {
  return `${allergenWord(speech, band.allergen)} ${seatWord(speech, band.seat)}`;
}

/** `S1 S4`, from three in a row on `S1-4`: seats come ascending. */
export function seatRuns(seats: readonly number[], speech: Speech): string {
  const runs: [number, number][] = [];
  for (const seat of seats) {
    const last = runs.at(-1);
    if (last && seat > 0 && last[0] > 0 && seat === last[1] + 1) last[1] = seat;
    else runs.push([seat, seat]);
  }
  return runs
    .flatMap(([from, to]) => {
      if (to - from >= 2) return [`${seatWord(speech, from)}-${to}`];
      return from === to ? [seatWord(speech, from)] : [seatWord(speech, from), seatWord(speech, to)];
    })
    .join(' ');
}
