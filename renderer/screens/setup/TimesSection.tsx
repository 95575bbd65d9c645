import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { useSpeech } from '../../app/words.ts';
import { NumberField } from './fields.tsx';
import { GuestsCard } from './GuestsCard.tsx';
import { QuietHoursCard } from './QuietHoursCard.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

const CLOCKS = ['quick', 'starters', 'mains', 'passClock'] as const;
const MAX_MINUTES = 600;
const MAX_SECONDS = 3600;
const MAX_COUNT = 1000;
/** Screens answer once a second; sooner would call down what only reloads its page. */
const LEAST_DOWN_SECONDS = 3;
/** Zero would be late at once. */
const LEAST_MINUTES = 0.5;

export function TimesSection() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { thresholds } = draft;
  const change = (part: Partial<HouseConfig['thresholds']>) =>
    edit((config) => ({ ...config, thresholds: { ...config.thresholds, ...part } }));
  const minutes = t('setup.minutes');
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.times.title')}</h1>
      <p className={css.why}>{t('setup.times.why')}</p>
      {CLOCKS.map((clock) => {
        const { soon, late } = thresholds[clock];
        const isWrong = soon >= late;
        return (
          <section key={clock} className={css.card} aria-label={t(`setup.times.${clock}`)}>
            <h2 className={css.subtitle}>{t(`setup.times.${clock}`)}</h2>
            <div className={css.row}>
              <NumberField
                label={t('setup.times.soon')}
                unit={minutes}
                value={soon}
                min={LEAST_MINUTES}
                max={MAX_MINUTES}
                isWrong={isWrong}
                onChange={(value) => change({ [clock]: { soon: value, late } })}
              />
              <NumberField
                label={t('setup.times.late')}
                unit={minutes}
                value={late}
                min={LEAST_MINUTES}
                max={MAX_MINUTES}
                isWrong={isWrong}
                onChange={(value) => change({ [clock]: { soon, late: value } })}
              />
            </div>
            {isWrong && <p className={css.bad}>{t('setup.problem.soon_before_late')}</p>}
          </section>
        );
      })}
      <QuietHoursCard />
      <GuestsCard />
      <section className={css.card}>
        <NumberField
          label={t('setup.times.notHeardSeconds')}
          unit={t('setup.seconds')}
          value={thresholds.notHeardSeconds}
          min={1}
          max={MAX_SECONDS}
          onChange={(notHeardSeconds) => change({ notHeardSeconds })}
        />
        <NumberField
          label={t('setup.times.stationDownSeconds')}
          unit={t('setup.seconds')}
          value={thresholds.stationDownSeconds}
          min={LEAST_DOWN_SECONDS}
          max={MAX_SECONDS}
          onChange={(stationDownSeconds) => change({ stationDownSeconds })}
        />
        <NumberField
          label={t('setup.times.recallWindowMinutes')}
          unit={minutes}
          value={thresholds.recallWindowMinutes}
          min={1}
          max={MAX_MINUTES}
          onChange={(recallWindowMinutes) => change({ recallWindowMinutes })}
        />
        <NumberField
          label={t('setup.times.plannedFireMaxLateMinutes')}
          unit={minutes}
          value={thresholds.plannedFireMaxLateMinutes}
          min={1}
          max={MAX_MINUTES}
          onChange={(plannedFireMaxLateMinutes) => change({ plannedFireMaxLateMinutes })}
        />
        <NumberField
          label={t('setup.times.notCollectedMinutes')}
          unit={minutes}
          value={thresholds.notCollectedMinutes}
          min={1}
          max={MAX_MINUTES}
          onChange={(notCollectedMinutes) => change({ notCollectedMinutes })}
        />
        <NumberField
          label={t('setup.times.largePartyCovers')}
          unit={t('setup.times.covers')}
          value={thresholds.largePartyCovers}
          min={0}
          max={MAX_COUNT}
          onChange={(covers) => change({ largePartyCovers: Math.round(covers) })}
        />
        <NumberField
          label={t('setup.times.lowCount')}
          unit={t('setup.times.portions')}
          value={thresholds.lowCount}
          min={0}
          max={MAX_COUNT}
          onChange={(count) => change({ lowCount: Math.round(count) })}
        />
      </section>
    </div>
  );
}
