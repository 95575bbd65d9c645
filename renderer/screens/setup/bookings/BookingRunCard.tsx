import { useEffect, useRef } from 'react';
import type { RowProblem } from '../../../../shared/bookings/rowProblem.ts';
import type { BookingLook, BookingRunState } from '../../../../shared/protocol/bookingFiles.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { saveCsv } from '../../../ui/saveAs.ts';
import css from '../Setup.module.css';
import own from './Bookings.module.css';
import type { BookingsModel } from './BookingsModel.ts';
import { problemsCsv } from './problemsCsv.ts';

const COUNTS = ['new', 'changed', 'same', 'past', 'bad'] as const;
/** The rest is in the file to download. */
const LISTED = 100;

/** What would come of the file, its taking in, and what came of it. */
export function BookingRunCard(props: { model: BookingsModel; look: BookingLook; run: BookingRunState }) {
  const { model, look, run } = props;
  const speech = useSpeech();
  const { t } = speech;
  const { phase, isDry, done, total, counts, problems } = run;
  const takes = counts.new + counts.changed;
  const isOver = phase !== 'running';
  const card = useRef<HTMLElement>(null);
  // Under a long mapping nobody would see that TRY has answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wrong makes it longer once it is over
  useEffect(() => {
    // What a browser answers to it is no clean-up.
    card.current?.scrollIntoView({ block: 'start' });
  }, [isDry, phase]);
  return (
    <section ref={card} className={css.card} data-testid="bookings-run" data-phase={phase} data-dry={isDry}>
      <h2 className={css.subtitle}>{t(headOf(run))}</h2>
      {!isOver && (
        <div className={css.row}>
          <progress
            className={own.progress}
            max={Math.max(total, 1)}
            value={done}
            aria-label={t(headOf(run))}
          />
          <span>
            {t('setup.bookings.doneOf', { done: speech.number(done), total: speech.number(total) })}
          </span>
          <button type="button" className={css.button} onClick={() => void model.cancel()}>
            {t('setup.bookings.cancel')}
          </button>
        </div>
      )}
      <dl className={own.counts}>
        {COUNTS.map((count) => (
          <div key={count} className={cls(own.count, count === 'bad' && counts.bad > 0 && own.bad)}>
            <dt>{t(`setup.bookings.count.${count}`)}</dt>
            <dd data-testid={`count-${count}`}>{speech.number(counts[count])}</dd>
          </div>
        ))}
      </dl>
      {isOver && problems.length > 0 && <Problems problems={problems} look={look} />}
      {isOver && isDry && (
        <div className={css.row}>
          <button
            type="button"
            className={cls(css.button, css.primary)}
            disabled={takes === 0 || phase !== 'done'}
            data-testid="bookings-take"
            onClick={() => void model.run(false)}
          >
            {takes === 0 ? t('setup.bookings.takeNone') : t('setup.bookings.take', { count: takes })}
          </button>
        </div>
      )}
      {isOver && !isDry && (
        <div className={css.row}>
          <a className={css.button} href="/host" data-testid="bookings-book">
            {t('setup.bookings.book')}
          </a>
        </div>
      )}
    </section>
  );
}

function headOf({ phase, isDry }: BookingRunState): string {
  if (phase === 'cancelled' || phase === 'stopped') return `setup.bookings.${phase}`;
  return `setup.bookings.${isDry ? 'tried' : 'taken'}.${phase}`;
}

function Problems({ problems, look }: { problems: readonly RowProblem[]; look: BookingLook }) {
  const speech = useSpeech();
  const { t } = speech;
  const lines = problems.map((problem) => lineOf(speech, problem, look));
  const download = () => {
    const heads = ['row', 'column', 'found', 'why'].map((head) => t(`setup.bookings.head.${head}`));
    saveCsv(t('setup.bookings.problemsFile'), problemsCsv(heads, lines));
  };
  return (
    <div className={css.field}>
      <div className={cls(css.row, css.spread)}>
        <b>{t('setup.bookings.problems', { count: lines.length })}</b>
        <button type="button" className={css.button} data-testid="bookings-problems" onClick={download}>
          {t('setup.bookings.download')}
        </button>
      </div>
      <div className={css.sideways}>
        <table className={own.problems}>
          <thead>
            <tr>
              {(['row', 'column', 'found', 'why'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`setup.bookings.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, LISTED).map((line) => (
              <tr key={line.join('\n')} data-testid="bookings-problem">
                {line.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > LISTED && (
        <p className={css.quiet}>{t('setup.bookings.moreProblems', { count: lines.length - LISTED })}</p>
      )}
    </div>
  );
}

type Line = readonly [row: string, column: string, found: string, why: string];

function lineOf(
  { t }: Speech,
  { row, column, field, code, found }: RowProblem,
  { header }: BookingLook,
): Line {
  const heading =
    column === null ? '' : header[column - 1]?.trim() || t('setup.bookings.column', { number: column });
  const place = heading || (field === null ? '' : t(`setup.bookings.field.${field}`));
  const shown = code === 'twice' || code === 'cells' ? '' : found;
  return [String(row), place, shown, t(`setup.bookings.problem.${code}`, { found })];
}
