import { instantOfWall, serviceDayOf, wallClockOf } from '../../../../shared/lib/serviceDay.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { dayWords } from './days.ts';
import css from './PartySheet.module.css';

const QUARTER_MS = 15 * 60_000;

/** Day and time by the venue's wall, and a quarter of an hour either way by a press. */
export function WhenField({ at, onAt }: { at: number; onAt: (at: number) => void }) {
  const speech = useSpeech();
  const { t, locale } = speech;
  const timeZone = usePicture(({ config }) => config.venue.timeZone);
  const { time } = wallClockOf(at, timeZone);
  const date = serviceDayOf(at, timeZone, 0);
  const set = (nextDate: string, nextTime: string) => {
    const next = instantOfWall(nextDate, nextTime, timeZone);
    if (next !== null) onAt(next);
  };
  return (
    <section className={sheet.section}>
      <p className={sheet.heading}>
        {t('host.book.whenAsk', { day: dayWords(date, locale), time: speech.time(at) })}
      </p>
      <div className={css.when}>
        <input
          className={cls(css.field, css.date)}
          type="date"
          aria-label={t('host.book.day')}
          data-testid="key-date"
          value={date}
          onChange={({ target }) => set(target.value, time)}
        />
        <Press zone="when:earlier" className={sheet.button} act={() => onAt(at - QUARTER_MS)}>
          {t('host.book.earlier')}
        </Press>
        <input
          className={css.field}
          type="time"
          step={300}
          aria-label={t('host.book.time')}
          data-testid="key-time"
          value={time}
          onChange={({ target }) => set(date, target.value)}
        />
        <Press
          zone="when:later"
          testId="when-later"
          className={sheet.button}
          act={() => onAt(at + QUARTER_MS)}
        >
          {t('host.book.laterBy')}
        </Press>
      </div>
    </section>
  );
}
