import type { GuestCard } from '../../../../shared/guests/guestMessages.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import css from './Guests.module.css';
import { guestsApi } from './guestsApi.ts';
import { knownWords, moneyWords, useDay } from './guestWords.ts';

/** What he has brought before. Only he himself takes one away, through a person who heard him say so. */
export function GuestAllergies({ card, again }: { readonly card: GuestCard; readonly again: () => void }) {
  const speech = useSpeech();
  const { t } = speech;
  const day = useDay();
  const noLonger = async (allergen: string) => {
    await guestsApi.change({ id: card.id, withoutAllergy: allergen });
    again();
  };
  return (
    <section className={sheet.section}>
      <h3 className={sheet.heading}>{t('host.guests.allergies')}</h3>
      {card.allergies.length === 0 && <p className={sheet.detail}>{t('host.guests.noAllergies')}</p>}
      {card.allergies.map((allergy) => (
        <div key={allergy.allergen} className={css.offer}>
          <p className={css.allergy}>
            <Shape name="allergy" /> {knownWords(speech, day, allergy)}
            {allergy.words && <span className={css.words}>“{allergy.words}”</span>}
          </p>
          <Press
            zone={`no-longer:${allergy.allergen}`}
            testId="no-longer"
            className={sheet.button}
            act={() => void noLonger(allergy.allergen)}
          >
            {t('host.guests.noLonger')}
          </Press>
        </div>
      ))}
    </section>
  );
}

export function GuestVisits({ card }: { readonly card: GuestCard }) {
  const { t } = useSpeech();
  return (
    <section className={sheet.section}>
      <h3 className={sheet.heading}>{t('host.guests.visits')}</h3>
      {card.visits.length === 0 && <p className={sheet.detail}>{t('host.guests.noVisits')}</p>}
      {card.visits.map((visit) => (
        <Visit key={`${visit.at} ${visit.outcome}`} visit={visit} />
      ))}
    </section>
  );
}

function Visit({ visit }: { readonly visit: GuestCard['visits'][number] }) {
  const { t, locale } = useSpeech();
  const day = useDay();
  const { at, covers, outcome, spendCents, compsCents, currency } = visit;
  const details = [
    outcome === 'came' ? null : t(`host.guests.outcome.${outcome}`),
    spendCents === null ? null : t('host.guests.spend', { amount: moneyWords(locale, spendCents, currency) }),
    compsCents === null || compsCents === 0
      ? null
      : t('host.guests.comps', { amount: moneyWords(locale, compsCents, currency) }),
  ].filter((one) => one !== null);
  return (
    <div className={css.visit} data-testid="visit">
      <p>{t('host.guests.visit', { date: day(at), covers })}</p>
      {details.length > 0 && <p className={sheet.detail}>{details.join(' · ')}</p>}
    </div>
  );
}
