import type { Party } from '../../../../shared/domain/model/party.ts';
import { isSeated } from '../../../../shared/domain/model/partyStates.ts';
import type { Regular, StandingAllergy } from '../../../../shared/domain/model/regular.ts';
import { keyedOffer, offersOf } from '../../../../shared/guests/offers.ts';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import css from './Guests.module.css';
import { knownWords, regularWords, useDay } from './guestWords.ts';

/** What is remembered of a party's guest, beside the party: which visit it is, and what he has not been asked again. */
export function RegularNote({ party }: { readonly party: Party }) {
  const speech = useSpeech();
  const port = usePort();
  const day = useDay();
  const { open } = useDesk();
  const { person } = party;
  const regular = person === null ? undefined : port.personal(person.personId)?.regular;
  if (person === null) return null;
  return (
    <section className={css.regular} data-testid="regular">
      <p className={css.line}>
        {regular !== undefined && <span>{regularWords(speech, day, regular)}</span>}
        <Press
          zone={`guest:${party.id}`}
          testId="guest-card"
          className={sheet.button}
          act={() => open({ kind: 'guest', id: person.personId })}
        >
          {speech.t('host.guests.card')}
        </Press>
      </p>
      {regular !== undefined && <Offers party={party} regular={regular} />}
    </section>
  );
}

/** In the list, where there is no room for more: which visit it is, and what is to be asked. */
export function RegularOffers({ party }: { readonly party: Party }) {
  const speech = useSpeech();
  const port = usePort();
  const day = useDay();
  const regular = party.person === null ? undefined : port.personal(party.person.personId)?.regular;
  if (regular === undefined) return null;
  return (
    <section className={css.regular} data-testid="regular">
      <p className={css.line}>{regularWords(speech, day, regular)}</p>
      <Offers party={party} regular={regular} />
    </section>
  );
}

function Offers({ party, regular }: { readonly party: Party; readonly regular: Regular }) {
  const { t } = useSpeech();
  const offers = offersOf(regular.allergies, party.live);
  if (offers.length === 0) return null;
  return (
    <>
      {offers.map((offer) => (
        <Offer key={offer.allergen} party={party} offer={offer} />
      ))}
      {!isSeated(party.live) && <p className={sheet.detail}>{t('host.guests.unanswered')}</p>}
    </>
  );
}

function Offer({ party, offer }: { readonly party: Party; readonly offer: StandingAllergy }) {
  const speech = useSpeech();
  const { t } = speech;
  const day = useDay();
  const { send } = useDesk();
  const { allergen, words } = offer;
  const answer = (put: StandingAllergy[], leave: string[]) =>
    send({ type: 'party.standing', party: party.id, put: put.map(keyedOffer), leave });
  return (
    <div className={css.offer} data-testid="standing" data-allergen={allergen}>
      <p className={css.allergy}>
        <Shape name="allergy" /> {knownWords(speech, day, offer)}
        {words !== null && words !== '' && <span className={css.words}>“{words}”</span>}
      </p>
      <div className={css.answers}>
        <Press
          zone={`put:${party.id}:${allergen}`}
          testId="standing-put"
          className={`${sheet.button} ${sheet.main}`}
          act={() => answer([offer], [])}
        >
          {t(isSeated(party.live) ? 'host.guests.putTable' : 'host.guests.putBooking')}
        </Press>
        <Press
          zone={`leave:${party.id}:${allergen}`}
          testId="standing-leave"
          className={sheet.button}
          act={() => answer([], [allergen])}
        >
          {t('host.guests.notTonight')}
        </Press>
      </div>
    </div>
  );
}
