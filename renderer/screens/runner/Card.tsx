import type { Plate, RunnerCard } from '../../../shared/domain/selectors/runnerList.ts';
import { usePicture } from '../../app/portContext.ts';
import { dishName, useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { minutesText } from '../../ui/fireClock.ts';
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { useTick } from '../../ui/useTick.ts';
import { BarPress } from '../board/bar/BarPress.tsx';
import { useIsSelected } from '../board/bar/barContext.ts';
import { PlaceKey } from '../board/bar/PlaceKey.tsx';
import { allergenWord, seatRuns } from '../board/tile/allergyWords.ts';
import { courseName } from '../board/tile/CourseStrip.tsx';
import list from '../list/Card.module.css';
import { cardKey } from '../list/ListPlaces.ts';
import css from './RunnerScreen.module.css';

interface CardProps {
  readonly card: RunnerCard;
  readonly onTake: (card: RunnerCard, plates: readonly Plate[], seen: number) => void;
}

const MINUTE_MS = 60_000;

/** One table: plates by seat, those for an allergy apart and never among ALL. */
export function Card({ card, onTake }: CardProps) {
  const speech = useSpeech();
  const { t } = speech;
  const limits = usePicture(({ config }) => config.thresholds.passClock);
  const clock = useTick((now) => minutesText(Math.max(0, now - card.since)));
  const level = useTick((now) => {
    if (now - card.since < limits.soon * MINUTE_MS) return 'ok';
    return now - card.since < limits.late * MINUTE_MS ? 'soon' : 'late';
  });
  const isCalled = card.calledAt !== null;
  const isSelected = useIsSelected(cardKey(card.key));
  return (
    <article
      className={cls(css.card, isCalled && css.calledCard, isSelected && list.selected)}
      data-testid="run-card"
      data-called={isCalled}
      data-zone={card.key}
    >
      <header className={cls(css.head, isCalled && css.called)}>
        {card.plates.length === 0 && <PlaceKey place={cardKey(card.key)} />}
        <b className={css.title}>{card.title}</b>
        <span className={css.what}>
          <b>{t(isCalled ? 'pass.hands' : 'state.ready')}</b>
          {/* The one course of a table has no name worth its place. */}
          {(card.course > 0 || card.courseName !== null) && (
            <small>{courseName({ number: card.course, name: card.courseName }, speech)}</small>
          )}
          {card.isAway && <b>{t('table.away')}</b>}
        </span>
        <span className={cls(css.clock, css[level])}>
          <b>{clock}</b>
          {level !== 'ok' && (
            <small>
              <Shape name={level} /> {t(`state.${level}`)}
            </small>
          )}
        </span>
      </header>
      <div className={css.plates}>
        {card.plates.map((plate) => (
          <OnePlate key={plate.key} card={card} plate={plate} onTake={onTake} />
        ))}
        {card.allergyPlates.length > 0 && (
          <p className={css.apart}>
            <Shape name="allergy" /> {t('pass.apart')}
          </p>
        )}
        {card.allergyPlates.map((plate) => (
          <OnePlate key={plate.key} card={card} plate={plate} onTake={onTake} />
        ))}
      </div>
      {card.plates.length > 0 && (
        <BarPress
          place={cardKey(card.key)}
          zone={card.key}
          testId="take-all"
          className={css.take}
          act={(down) => onTake(card, card.plates, down.seen)}
        >
          {t('pass.take', { title: card.title, count: count(card.plates) })}
        </BarPress>
      )}
    </article>
  );
}

const count = (plates: readonly Plate[]) => plates.reduce((sum, { quantity }) => sum + quantity, 0);

function OnePlate({ card, plate, onTake }: CardProps & { readonly plate: Plate }) {
  const speech = useSpeech();
  const { t } = speech;
  const allergens = [...new Set(plate.allergies.map(({ allergen }) => allergenWord(speech, allergen)))];
  const name = dishName(plate, speech.language);
  return (
    <Press
      zone={card.key}
      testId="take-plate"
      className={cls(css.plate, allergens.length > 0 && css.allergic)}
      hint={t('pass.takeHint', { dish: name })}
      act={(down) => onTake(card, [plate], down.seen)}
    >
      <span className={css.seat}>
        {plate.seats.length > 0 ? seatRuns(plate.seats, speech) : t('line.seatUnknown')}
      </span>
      <span className={css.dish}>
        <b>
          {plate.quantity} {name}
        </b>
        {plate.modifiers.length > 0 && (
          <small>
            {plate.modifiers
              .map((one) =>
                [
                  one.kind && speech.has(`verb.${one.kind}`) ? t(`verb.${one.kind}`) : '',
                  dishName(one, speech.language),
                ]
                  .join(' ')
                  .trim(),
              )
              .join(', ')}
          </small>
        )}
        {plate.notes !== null && <small>“{plate.notes}”</small>}
        {allergens.length > 0 && <b className={css.allergens}>{allergens.join(', ')}</b>}
      </span>
    </Press>
  );
}
