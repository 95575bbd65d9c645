import { useSpeech } from '../../app/words.ts';
import { Choice, SelectField } from './fields.tsx';
import css from './Setup.module.css';
import { useSection } from './setupContext.ts';

/** Where nobody has said otherwise: from when neighbours sleep to when they get up. */
const USUAL = { from: '22:00', to: '08:00' } as const;
const HALF_HOURS = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`;
});

/** When every screen of the house is quieter. */
export function QuietHoursCard() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { quiet } = draft.sounds;
  const set = (next: typeof quiet) =>
    edit((config) => ({ ...config, sounds: { ...config.sounds, quiet: next } }));
  return (
    <section className={css.card} aria-label={t('setup.times.quiet')}>
      <h2 className={css.subtitle}>{t('setup.times.quiet')}</h2>
      <p className={css.quiet}>{t('setup.times.quietWhy')}</p>
      <Choice
        label={t('setup.times.quiet')}
        value={quiet === null ? 'none' : 'some'}
        options={[
          { value: 'none', label: t('setup.times.quietNone') },
          { value: 'some', label: t('setup.times.quietSome') },
        ]}
        onChange={(choice) => set(choice === 'none' ? null : USUAL)}
      />
      {quiet !== null && (
        <div className={css.row}>
          {(['from', 'to'] as const).map((end) => (
            <SelectField
              key={end}
              label={t(end === 'from' ? 'setup.times.quietFrom' : 'setup.times.quietTo')}
              value={quiet[end]}
              options={timesWith(quiet[end])}
              testId={`quiet-${end}`}
              onChange={(value) => set({ ...quiet, [end]: value })}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** A file may say any minute. */
function timesWith(said: string) {
  const times = HALF_HOURS.includes(said) ? HALF_HOURS : [...HALF_HOURS, said].sort();
  return times.map((time) => ({ value: time, label: time }));
}
