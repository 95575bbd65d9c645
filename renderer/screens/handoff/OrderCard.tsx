import type { HandOffOrder } from '../../../shared/domain/selectors/handOffList.ts';
import { type Translate, useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { fireClockText, fireLevel, minutesText } from '../../ui/fireClock.ts';
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { useTick } from '../../ui/useTick.ts';
import { BarPress } from '../board/bar/BarPress.tsx';
import { useIsSelected } from '../board/bar/barContext.ts';
import { PlaceKey } from '../board/bar/PlaceKey.tsx';
import { AllergyBands } from '../board/tile/AllergyBands.tsx';
import { CustomerName } from '../board/tile/CustomerName.tsx';
import { OrderLine } from '../board/tile/OrderLine.tsx';
import { PossibleAsked } from '../board/tile/PossibleAsked.tsx';
import list from '../list/Card.module.css';
import { cardKey } from '../list/ListPlaces.ts';
import { Bags, type CardProps } from './Bags.tsx';
import { platesOf } from './foldLines.ts';
import css from './HandOff.module.css';
import { mainSteps, packableTogether, packLines, stepOf } from './packCommands.ts';

type Answer = (order: HandOffOrder, question: string, said: 'allergy' | 'taste', seen: number) => void;

/** One order: who fetches it and when, what must not be in it, what is in which bag, and the next press. */
export function OrderCard({ order, press, answer }: CardProps & { readonly answer: Answer }) {
  const isOver = order.stage === 'handed_over' || order.stage === 'returned';
  const isSelected = useIsSelected(cardKey(order.ticketId));
  return (
    <article
      className={cls(css.card, css[order.stage], isSelected && list.selected)}
      data-testid="hand-off"
      data-ticket-id={order.externalId}
      data-stage={order.stage}
      data-zone={order.ticketId}
    >
      <Head order={order} />
      <OrderLine tile={order} />
      <AllergyBands bands={order.bands} />
      {!isOver && order.head.notes !== null && <p className={css.note}>“{order.head.notes}”</p>}
      {!isOver &&
        order.possible.map((possible) => (
          <div key={possible.id} className={css.asked}>
            <PossibleAsked
              possible={possible}
              zone={order.ticketId}
              onAnswer={(said, down) => answer(order, possible.id, said, down.seen)}
            />
          </div>
        ))}
      {isOver ? null : <Bags order={order} press={press} />}
      <Steps order={order} press={press} />
    </article>
  );
}

function Head({ order }: Pick<CardProps, 'order'>) {
  const { t } = useSpeech();
  const { clock, readyAt, head } = order;
  const isOver = order.stage === 'handed_over' || order.stage === 'returned';
  const level = useTick((now) => (clock === null || isOver ? 'ok' : fireLevel(clock, true, now)));
  const text = useTick((now) => (clock === null ? '' : fireClockText(clock, now)));
  const ready = useTick((now) => (readyAt === null ? '' : minutesText(Math.max(0, now - readyAt))));
  return (
    <header className={css.head}>
      {!Object.values(mainSteps(order)).includes(true) && <PlaceKey place={cardKey(order.ticketId)} />}
      <span className={css.who}>
        <h2 className={css.title}>
          <CustomerName customer={order.customer} /> {order.title}
        </h2>
        <small>
          <b>{t(`handoff.stage.${order.stage}`)}</b>
          {!isOver && ' · '}
          {!isOver && (readyAt === null ? progress(order, t) : t('handoff.readyFor', { time: ready }))}
        </small>
      </span>
      {clock !== null && head.promisedAt !== null && !isOver && (
        <span className={cls(css.clock, css[level])} data-level={level}>
          <b>{text}</b>
          {(level === 'soon' || level === 'late') && (
            <small>
              <Shape name={level} /> {t(`state.${level}`)}
            </small>
          )}
        </span>
      )}
    </header>
  );
}

function progress({ lines }: HandOffOrder, t: Translate): string {
  const all = platesOf(lines);
  const ready = lines.reduce((sum, { line }) => sum + line.ready, 0);
  return t('handoff.stillCooking', { ready, all });
}

/** One press a step; pressed again, it is taken back. The next one is the large one. */
function Steps({ order, press }: CardProps) {
  const { t, time } = useSpeech();
  const { steps, stage, isPacked, hereAt, head } = order;
  const rest = packableTogether(order);
  const { canPack, isHandedNext } = mainSteps(order);
  const here = head.pickup?.kind === 'courier' ? 'courier_here' : 'guest_here';
  const said = (name: string, at: number | null) =>
    at === null ? t(`handoff.${name}`) : t('handoff.undo', { step: t(`handoff.${name}`), time: time(at) });
  const step = (name: Parameters<typeof stepOf>[1], at: number | null, words: string) => (
    <Press
      key={name}
      zone={order.ticketId}
      testId={`handoff-${name}`}
      className={cls(css.step, at !== null && css.done)}
      act={(down) => press(order, stepOf(order, name, at === null), down.seen)}
    >
      {words}
    </Press>
  );
  return (
    <footer className={css.foot}>
      <div className={css.steps}>
        {(hereAt === null || steps.courierHereAt !== null) &&
          stage !== 'handed_over' &&
          stage !== 'returned' &&
          step('courier_here', steps.courierHereAt, said(here, steps.courierHereAt))}
        {(isPacked || steps.returnedAt !== null) &&
          steps.handedOverAt === null &&
          step('returned', steps.returnedAt, said('returned', steps.returnedAt))}
      </div>
      {canPack && (
        <BarPress
          place={cardKey(order.ticketId)}
          zone={order.ticketId}
          testId="pack-all"
          className={css.main}
          act={(down) => press(order, packLines(order, rest, order.bags), down.seen)}
        >
          {t('handoff.packAll', { count: platesOf(rest) })}
        </BarPress>
      )}
      {isHandedNext && (
        <BarPress
          place={cardKey(order.ticketId)}
          zone={order.ticketId}
          testId="handoff-handed_over"
          className={cls(css.main, steps.handedOverAt !== null && css.done)}
          act={(down) => press(order, stepOf(order, 'handed_over', steps.handedOverAt === null), down.seen)}
        >
          {said('handed_over', steps.handedOverAt)}
        </BarPress>
      )}
    </footer>
  );
}
