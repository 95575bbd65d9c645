import { type DragEvent, useId, useState, useSyncExternalStore } from 'react';
import { Encoding, Separator } from '../../../../shared/protocol/bookingFiles.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { SelectField } from '../fields.tsx';
import css from '../Setup.module.css';
import own from './Bookings.module.css';
import type { BookingsModel } from './BookingsModel.ts';

const SEPARATOR_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Which file, and how its bytes are read: found out, and to be changed where it was found out wrong. */
export function FileCard({ model }: { model: BookingsModel }) {
  const { t } = useSpeech();
  const { name, look, run, isBusy } = useSyncExternalStore(model.subscribe, model.get);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const isRunning = run?.phase === 'running';
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && !isRunning) void model.choose(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={cls(css.card, own.drop, isOver && own.over)}
      aria-label={t('setup.bookings.file')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className={css.hidden}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        disabled={isRunning}
        data-testid="bookings-choose"
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <div className={css.row}>
        <label
          className={cls(css.button, look === null && css.primary, isRunning && css.blocked)}
          htmlFor={id}
        >
          {t(look === null ? 'setup.bookings.choose' : 'setup.bookings.another')}
        </label>
        <span className={css.quiet}>
          {look === null && (isBusy ? t('setup.bookings.reading') : t('setup.bookings.drop'))}
          {look !== null && <b>{t('setup.bookings.rows', { name: name ?? '', count: look.rows })}</b>}
        </span>
      </div>
      {look !== null && (
        <fieldset className={own.reading} disabled={isRunning}>
          <SelectField
            label={t('setup.bookings.encoding')}
            value={look.encoding}
            options={Encoding.options.map((value) => ({
              value,
              label: t(`setup.bookings.encodings.${value}`),
            }))}
            onChange={(value) => void model.change({ encoding: Encoding.parse(value) })}
          />
          <SelectField
            label={t('setup.bookings.separator')}
            value={look.separator}
            testId="bookings-separator"
            options={Separator.options.map((value) => ({
              value,
              label: t(`setup.bookings.separators.${SEPARATOR_WORDS[value]}`),
            }))}
            onChange={(value) => void model.change({ separator: Separator.parse(value) })}
          />
          <SelectField
            label={t('setup.bookings.firstRow')}
            value={look.mapping.hasHeader ? 'header' : 'booking'}
            options={[
              { value: 'header', label: t('setup.bookings.isHeader') },
              { value: 'booking', label: t('setup.bookings.isBooking') },
            ]}
            onChange={(value) => void model.map({ hasHeader: value === 'header' })}
          />
        </fieldset>
      )}
      {look?.isRemembered && <p className={css.good}>{t('setup.bookings.remembered')}</p>}
    </section>
  );
}
