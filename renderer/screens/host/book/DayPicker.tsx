import { ServiceDay } from '../../../../shared/lib/ids.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { dayAfter, dayWords } from './days.ts';
import css from './ListView.module.css';

/** A day on, a day back, any day by the tablet's own calendar, and back to today. null: today, whichever that is when the night is over. */
export function DayPicker(props: {
  readonly day: ServiceDay;
  readonly today: ServiceDay;
  readonly onDay: (day: ServiceDay | null) => void;
}) {
  const { day, today, onDay } = props;
  const { t, locale } = useSpeech();
  const pick = (next: ServiceDay) => onDay(next === today ? null : next);
  return (
    <div className={css.days}>
      <Press
        zone="day:before"
        testId="day-before"
        className={sheet.button}
        label={t('host.book.dayBefore')}
        act={() => pick(dayAfter(day, -1))}
      >
        ‹
      </Press>
      <label className={css.day}>
        <span className={css.dayWords}>{dayWords(day, locale)}</span>
        <input
          className={css.date}
          type="date"
          aria-label={t('host.book.day')}
          value={day}
          data-testid="day"
          onChange={({ target }) => {
            if (target.value !== '') pick(ServiceDay.parse(target.value));
          }}
        />
      </label>
      <Press
        zone="day:after"
        testId="day-after"
        className={sheet.button}
        label={t('host.book.dayAfter')}
        act={() => pick(dayAfter(day, 1))}
      >
        ›
      </Press>
      {day !== today && (
        <Press zone="day:today" testId="day-today" className={sheet.button} act={() => onDay(null)}>
          {t('host.book.today')}
        </Press>
      )}
    </div>
  );
}
