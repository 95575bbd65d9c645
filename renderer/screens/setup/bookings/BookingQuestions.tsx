import { type ClockMeant, consentMeant, type DateOrder } from '../../../../shared/bookings/bookingFields.ts';
import { plainWords } from '../../../../shared/bookings/plainWords.ts';
import type { BookingLook } from '../../../../shared/protocol/bookingFiles.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { Choice, TextField } from '../fields.tsx';
import css from '../Setup.module.css';
import { useSection } from '../setupContext.ts';
import type { BookingsModel } from './BookingsModel.ts';

/** Nothing is chosen until a person chooses. */
const OPEN = 'open';
const MEANINGS = ['yes', 'no'] as const;
type Meaning = (typeof MEANINGS)[number];

/** What the file leaves open is asked with one of its own cells; nothing is guessed. */
export function BookingQuestions({ model, look }: { model: BookingsModel; look: BookingLook }) {
  const speech = useSpeech();
  const { t } = speech;
  const { draft } = useSection();
  const { mapping, orders, clock, consents } = look;
  const [first] = orders;
  const asks = orders.length > 1 || clock !== null || consents.length > 0;
  return (
    <section className={css.card}>
      {asks && <h2 className={css.subtitle}>{t('setup.bookings.asks')}</h2>}
      {orders.length > 1 && (
        <div className={css.field} data-testid="date-order">
          <Choice<DateOrder | typeof OPEN>
            label={t('setup.bookings.orderAsk', { text: first?.example?.text ?? '' })}
            value={mapping.dateOrder ?? OPEN}
            options={orders.map(({ order, unreadable, example }) => ({
              value: order,
              label: example === null ? t(`setup.bookings.orders.${order}`) : dayInWords(speech, example.day),
              why: [
                t(`setup.bookings.orders.${order}`),
                ...(unreadable > 0 ? [t('setup.bookings.unreadable', { count: unreadable })] : []),
              ].join(' · '),
            }))}
            onChange={(order) => void model.map({ dateOrder: order === OPEN ? null : order })}
          />
        </div>
      )}
      {clock !== null && (
        <div className={css.field} data-testid="clock-meant">
          <Choice<ClockMeant | typeof OPEN>
            label={t('setup.bookings.clockAsk', { text: clock })}
            value={mapping.clock ?? OPEN}
            options={[
              { value: 'evening', label: t('setup.bookings.clocks.evening') },
              { value: 'written', label: t('setup.bookings.clocks.written') },
            ]}
            onChange={(meant) => void model.map({ clock: meant === OPEN ? null : meant })}
          />
        </div>
      )}
      {consents.map((word) => (
        <div className={css.field} key={word} data-testid="consent-meant">
          <Choice<Meaning | typeof OPEN>
            label={t('setup.bookings.consentAsk', { text: word })}
            value={MEANINGS.find((meaning) => (meaning === 'yes') === consentMeant(word, mapping)) ?? OPEN}
            options={MEANINGS.map((meaning) => ({
              value: meaning,
              label: t(`setup.bookings.consents.${meaning}`),
            }))}
            onChange={(meaning) => {
              const consent = { ...mapping.consent, [plainWords(word)]: meaning === 'yes' };
              void model.map({ consent });
            }}
          />
        </div>
      ))}
      {mapping.columns.includes('consent') && <p>{t('setup.bookings.consentEmpty')}</p>}
      <p>{t('setup.bookings.zone', { zone: draft.venue.timeZone })}</p>
      <TextField
        label={t('setup.bookings.source')}
        why={t('setup.bookings.sourceWhy')}
        value={mapping.source}
        onChange={(source) => {
          if (source.trim() !== '') void model.map({ source });
        }}
      />
    </section>
  );
}

/** "3 September 2026": with the month as a word nobody takes one for the other. */
function dayInWords(
  { locale }: Speech,
  { year, month, day }: { year: number; month: number; day: number },
): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}
