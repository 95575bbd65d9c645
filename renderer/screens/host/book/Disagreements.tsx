import type { Party } from '../../../../shared/domain/model/party.ts';
import {
  coverConflict,
  isOver,
  isSeated,
  saidOtherwise,
} from '../../../../shared/domain/model/partyStates.ts';
import { useSpeech, wordFor } from '../../../app/words.ts';
import css from './PartyCard.module.css';

/** Where two say two things of one party: both, and whose word counts. */
export function Disagreements({ party }: { party: Party }) {
  const speech = useSpeech();
  const { t } = speech;
  const covers = coverConflict(party);
  const said = newsOf(party);
  return (
    <>
      {covers !== null && (
        <p className={css.warning} data-testid="cover-conflict">
          {t('host.book.coverConflict', { booked: covers.booked, pos: covers.pos })}
        </p>
      )}
      {said !== null && (
        <p className={css.warning} data-testid="said-otherwise">
          {t('host.book.saidOtherwise', {
            said: wordFor(speech, 'host.state', said),
            state: wordFor(speech, 'host.state', party.live.state),
          })}
        </p>
      )}
    </>
  );
}

/** A bookings system that has not heard yet of what the house did is no news; one that says they are off, or sit, where the house says otherwise, is. */
function newsOf(party: Party): string | null {
  const said = saidOtherwise(party);
  if (said === null) return null;
  const isOff = isOver({ state: said }) && !isOver(party.live);
  const isAhead = isSeated({ state: said }) && !isSeated(party.live) && !isOver(party.live);
  return isOff || isAhead ? said : null;
}
