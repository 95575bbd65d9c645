import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { useSpeech } from '../../app/words.ts';
import { NumberField } from './fields.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const MOST_DAYS = 3_650;
const MOST_PARTY_DAYS = 365;

/** How long the house remembers people. */
export function GuestsCard() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { keepDays, partyDays } = draft.guests;
  const change = (part: Partial<HouseConfig['guests']>) =>
    edit((config) => ({ ...config, guests: { ...config.guests, ...part } }));
  return (
    <section className={css.card} aria-label={t('setup.times.guests')}>
      <h2 className={css.subtitle}>{t('setup.times.guests')}</h2>
      <p className={css.quiet}>{t('setup.times.guestsWhy')}</p>
      <NumberField
        label={t('setup.times.keepDays')}
        unit={t('setup.times.days')}
        value={keepDays}
        min={1}
        max={MOST_DAYS}
        onChange={(days) => change({ keepDays: Math.round(days) })}
      />
      <NumberField
        label={t('setup.times.partyDays')}
        unit={t('setup.times.days')}
        value={partyDays}
        min={0}
        max={MOST_PARTY_DAYS}
        onChange={(days) => change({ partyDays: Math.round(days) })}
      />
    </section>
  );
}
