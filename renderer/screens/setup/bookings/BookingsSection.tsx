import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import css from '../Setup.module.css';
import { BookingQuestions } from './BookingQuestions.tsx';
import { BookingRunCard } from './BookingRunCard.tsx';
import { BookingsModel } from './BookingsModel.ts';
import { bookingsApi } from './bookingsApi.ts';
import { ColumnsCard } from './ColumnsCard.tsx';
import { FileCard } from './FileCard.tsx';

/** Bookings from a file of another system: chosen, mapped, tried, taken. Nothing is in the book before the last press. */
export function BookingsSection() {
  const { t } = useSpeech();
  const [model] = useState(() => new BookingsModel(bookingsApi));
  const { look, run, trouble, isBusy } = useSyncExternalStore(model.subscribe, model.get);
  useEffect(() => () => model.leave(), [model]);
  const gaps = model.gaps();
  const isRunning = run?.phase === 'running';
  const isTaken = run !== null && !run.isDry;
  return (
    <div className={css.column} data-testid="bookings-file">
      <h1 className={css.title}>{t('setup.bookings.title')}</h1>
      <p className={css.why}>{t('setup.bookings.why')}</p>
      <FileCard model={model} />
      {trouble !== null && (
        <p className={cls(css.note, css.badNote)} role="alert">
          {t(`setup.bookings.trouble.${trouble}`)}
        </p>
      )}
      {look !== null && look.rows > 0 && !isTaken && (
        <>
          <ColumnsCard model={model} look={look} />
          <BookingQuestions model={model} look={look} />
          <div className={css.row}>
            <button
              type="button"
              className={cls(css.button, run === null && css.primary)}
              disabled={gaps.length > 0 || isRunning || isBusy}
              data-testid="bookings-try"
              onClick={() => void model.run(true)}
            >
              {t('setup.bookings.try')}
            </button>
            {gaps.length > 0 && (
              <span className={css.quiet}>
                {t('setup.bookings.gaps', {
                  gaps: gaps.map((gap) => t(`setup.bookings.gap.${gap}`)).join(', '),
                })}
              </span>
            )}
          </div>
        </>
      )}
      {look !== null && run !== null && <BookingRunCard model={model} look={look} run={run} />}
    </div>
  );
}
