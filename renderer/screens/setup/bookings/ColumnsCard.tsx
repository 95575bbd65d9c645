import { BookingField, mayStandTwice } from '../../../../shared/bookings/bookingFields.ts';
import type { BookingLook } from '../../../../shared/protocol/bookingFiles.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import css from '../Setup.module.css';
import own from './Bookings.module.css';
import type { BookingsModel } from './BookingsModel.ts';

const LEFT_OUT = '';
const SHOWN = 3;

/** What each column of the file is, beside what stands in it. */
export function ColumnsCard({ model, look }: { model: BookingsModel; look: BookingLook }) {
  const { t } = useSpeech();
  const { mapping, header, samples } = look;
  const choose = (at: number, value: string) => {
    const field = value === LEFT_OUT ? null : BookingField.parse(value);
    const columns = mapping.columns.map((known, index) => {
      if (index === at) return field;
      // Of most things there is one: said anew of one column it is no longer said of another.
      return field !== null && known === field && !mayStandTwice(field) ? null : known;
    });
    void model.map({ columns });
  };
  return (
    <section className={css.card}>
      <h2 className={css.subtitle}>{t('setup.bookings.columns')}</h2>
      <ul className={own.columns}>
        {mapping.columns.map((field, index) => {
          const heading = header[index]?.trim() || t('setup.bookings.column', { number: index + 1 });
          const cells = samples.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
            <li key={index} className={own.column}>
              <span className={own.heading}>{heading}</span>
              <span className={own.cells}>
                {cells.length === 0 ? t('setup.bookings.nothing') : cells.slice(0, SHOWN).join(' · ')}
              </span>
              <select
                className={cls(css.input, field === null && own.out)}
                aria-label={t('setup.bookings.is', { heading })}
                value={field ?? LEFT_OUT}
                data-testid={`column-${index + 1}`}
                onChange={({ target }) => choose(index, target.value)}
              >
                <option value={LEFT_OUT}>{t('setup.bookings.leftOut')}</option>
                {BookingField.options.map((value) => (
                  <option key={value} value={value}>
                    {t(`setup.bookings.field.${value}`)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
      <p className={css.quiet}>
        {t(mapping.columns.includes('id') ? 'setup.bookings.withId' : 'setup.bookings.withoutId')}
      </p>
    </section>
  );
}
