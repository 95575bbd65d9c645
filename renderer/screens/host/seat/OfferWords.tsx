import type { SeatOffer } from '../../../../shared/domain/selectors/judgeTables.ts';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { usePartyName } from '../partyName.ts';
import css from './Seat.module.css';
import { seatWords } from './seatWords.ts';

/** Why there, in a sentence; and a line for everything that must be said first. */
export function OfferWords({ offer }: { offer: SeatOffer }) {
  const speech = useSpeech();
  const nameOf = usePartyName();
  const port = usePort();
  const { why, warnings } = seatWords(offer, speech, nameOf, port.now());
  return (
    <>
      {warnings.map((words) => (
        <p key={words} className={css.warning} data-testid="seat-warning">
          {words}
        </p>
      ))}
      <p className={css.why} data-testid="seat-why">
        {why}
      </p>
    </>
  );
}
