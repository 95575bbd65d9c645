import { type FloorConfig, WaitMinutes } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { NumberField } from '../fields.tsx';
import page from '../Setup.module.css';
import type { FloorEditor } from './useFloorEditor.ts';

const MOST_MINUTES = 600;
const TURNS = ['two', 'four', 'more'] as const;
const STAGES = WaitMinutes.keyof().options;

/** When a booking is late, whose a ticket may be, how long people sit, and when a table needs somebody. */
export function TimesCard({ editor: { floor, change } }: { editor: FloorEditor }) {
  const { t } = useSpeech();
  const { lateMinutes, matchMinutes, turnMinutes, waitMinutes } = floor;
  const set = (part: Partial<FloorConfig>, field: string) =>
    change((plan) => ({ ...plan, ...part }), { key: 'times', values: {} }, field);
  const minutes = (label: string, value: number, onChange: (next: number) => void) => (
    <NumberField
      key={label}
      label={label}
      unit={t('setup.minutes')}
      value={value}
      min={1}
      max={MOST_MINUTES}
      onChange={onChange}
    />
  );
  return (
    <section className={page.card}>
      <h2 className={page.subtitle}>{t('setup.floor.times')}</h2>
      <div className={page.two}>
        {minutes(t('setup.floor.late'), lateMinutes, (next) => set({ lateMinutes: next }, 'late'))}
        {minutes(t('setup.floor.match'), matchMinutes, (next) => set({ matchMinutes: next }, 'match'))}
        {TURNS.map((turn) =>
          minutes(t(`setup.floor.turn.${turn}`), turnMinutes[turn], (next) =>
            set({ turnMinutes: { ...turnMinutes, [turn]: next } }, turn),
          ),
        )}
      </div>
      <h2 className={page.subtitle}>{t('setup.floor.waits')}</h2>
      <p className={page.quiet}>{t('setup.floor.waitsWhy')}</p>
      <div className={page.two}>
        {STAGES.map((stage) =>
          minutes(t(`host.floor.stage.${stage}`), waitMinutes[stage], (next) =>
            set({ waitMinutes: { ...waitMinutes, [stage]: next } }, stage),
          ),
        )}
      </div>
    </section>
  );
}
