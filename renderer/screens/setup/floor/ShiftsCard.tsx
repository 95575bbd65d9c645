import type { Shift } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Chips, Field, NumberField, TextField } from '../fields.tsx';
import page from '../Setup.module.css';
import { AddLine } from './AddLine.tsx';
import { addShift, changeShift, removeShift } from './serviceEdits.ts';
import type { FloorEditor } from './useFloorEditor.ts';

const MOST_COVERS = 1000;
const WEEK = [1, 2, 3, 4, 5, 6, 0];
/** A Sunday: from it the names of the days are counted. */
const A_SUNDAY = Date.UTC(2026, 0, 4);
const DAY_MS = 24 * 60 * 60_000;

/** Meals: when they are, and how many may sit down in a quarter of an hour. */
export function ShiftsCard({ editor }: { editor: FloorEditor }) {
  const { t } = useSpeech();
  const { floor, change } = editor;
  return (
    <section className={page.card}>
      <h2 className={page.subtitle}>{t('setup.floor.shifts')}</h2>
      <p className={page.quiet}>{t('setup.floor.shiftsWhy')}</p>
      {floor.shifts.map((shift) => (
        <ShiftFields key={shift.id} shift={shift} editor={editor} />
      ))}
      <AddLine
        label={t('setup.floor.newShift')}
        testId="new-shift"
        onAdd={(name) => change((plan) => addShift(plan, name), { key: 'shift', values: { name } })}
      />
    </section>
  );
}

function ShiftFields({ shift, editor: { change } }: { shift: Shift; editor: FloorEditor }) {
  const { t, locale } = useSpeech();
  const { id, name, from, to, days, coversPer15 } = shift;
  const set = (part: Partial<Shift>, field: string) =>
    change(
      (plan) => changeShift(plan, id, part),
      { key: 'shift', values: { name } },
      `${field} of shift ${id}`,
    );
  const dayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className={page.field} data-testid="shift">
      <div className={cls(page.row, page.ends)}>
        <div className={page.grow}>
          <TextField
            label={t('setup.floor.name')}
            value={name}
            maxLength={40}
            isWrong={name.trim() === ''}
            onChange={(next) => set({ name: next }, 'name')}
          />
        </div>
        <WallTime
          label={t('setup.floor.from')}
          value={from}
          onChange={(next) => set({ from: next }, 'from')}
        />
        <WallTime label={t('setup.floor.to')} value={to} onChange={(next) => set({ to: next }, 'to')} />
        <NumberField
          label={t('setup.floor.coversPer15')}
          unit={coversPer15 === null ? t('setup.floor.noLimit') : ''}
          value={coversPer15 ?? 0}
          min={0}
          max={MOST_COVERS}
          onChange={(covers) => set({ coversPer15: Math.round(covers) || null }, 'covers')}
        />
        <button
          type="button"
          className={page.button}
          aria-label={`${t('setup.remove')}: ${name}`}
          onClick={() => change((plan) => removeShift(plan, id), { key: 'removeShift', values: { name } })}
        >
          {t('setup.remove')}
        </button>
      </div>
      <Chips
        label={t('setup.floor.days')}
        options={WEEK.map((day) => ({ value: day, label: dayName.format(A_SUNDAY + day * DAY_MS) }))}
        chosen={days}
        // A meal on no day is none: the last day stays.
        onChange={(chosen) => chosen.length > 0 && set({ days: chosen }, 'days')}
      />
    </div>
  );
}

function WallTime(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className={page.input}
          type="time"
          value={value}
          onChange={({ target }) => target.value !== '' && onChange(target.value)}
        />
      )}
    </Field>
  );
}
