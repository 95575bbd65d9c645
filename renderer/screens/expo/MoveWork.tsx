import { useCallback, useRef, useState } from 'react';
import type { State } from '../../../shared/domain/model/state.ts';
import {
  type MovableDish,
  type MovableWork,
  movableWork,
} from '../../../shared/domain/selectors/movableWork.ts';
import { StationId, type TicketId } from '../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { dishName, useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import type { Carry } from '../../ui/press/InHand.ts';
import { Press } from '../../ui/press/Press.tsx';
import { usePageStill } from '../../ui/press/usePageStill.ts';
import { Shape } from '../../ui/Shape.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { seatRuns } from '../board/tile/allergyWords.ts';
import own from './MoveWork.module.css';

/** MOVE TO STATION: from which, then whole with one press, or only the dishes chosen; or one dish, held and slid on to the station. */
export function MoveWork({ ticket, tools }: { ticket: TicketId; tools: BoardTools }) {
  const { t, stationName } = useSpeech();
  const work = useLook(useCallback((state: State) => movableWork(state, ticket), [ticket]));
  const [from, setFrom] = useState<string | null>(null);
  if (work.length === 0) return null;
  const open = work.find(({ station }) => station === from);
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('pass.move')}</p>
      <div className={css.choices}>
        {work.map(({ station, dishes }) => (
          <Press
            key={station}
            zone={`move:${station}`}
            testId={`move-from-${station}`}
            className={cls(css.button, station === from && css.chosen)}
            act={() => setFrom(station === from ? null : station)}
          >
            {t('pass.moveFrom', { station: stationName(station), count: dishes.length })}
          </Press>
        ))}
      </div>
      {open && (
        <From key={open.station} ticket={ticket} work={open} tools={tools} onMoved={() => setFrom(null)} />
      )}
    </section>
  );
}

interface FromProps {
  readonly ticket: TicketId;
  readonly work: MovableWork;
  readonly tools: BoardTools;
  readonly onMoved: () => void;
}

/** A dish under a finger, and the station it would go to; null: nowhere. */
interface Carried {
  readonly dish: MovableDish;
  readonly to: string | null;
}

function From({ ticket, work, tools, onMoved }: FromProps) {
  const { t, stationName } = useSpeech();
  const rows = useRef<HTMLDivElement>(null);
  usePageStill(rows);
  const [carried, setCarried] = useState<Carried | null>(null);
  const port = usePort();
  const stations = usePicture(({ config }) => config.stations).filter(
    ({ id, state }) => id !== work.station && state === 'open',
  );
  // Kept as what stays, so that a dish that comes meanwhile goes with the others.
  const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(staying);
    if (!next.delete(key)) next.add(key);
    setStaying(next);
  };
  const going = work.dishes.filter(({ key }) => !staying.has(key));
  const move = (to: string) => {
    if (going.length === 0) {
      tools.refuse(null, 'pass.moveNone');
      return;
    }
    send(going, to, port.get().seq);
    onMoved();
  };
  const send = (dishes: readonly MovableDish[], to: string, seen: number) => {
    const portions = dishes.map(({ item, batch }) => ({ item, batch }));
    const { station: from } = work;
    tools.send(null, { type: 'part.move', ticket, portions, from, to: StationId.parse(to), seen });
  };
  const stationOf = (zone: string | null) => stations.find(({ id }) => zone === zoneOf(id))?.id ?? null;
  const carryOf = (dish: MovableDish): Carry => ({
    take: () => setCarried({ dish, to: null }),
    over: (zone) => setCarried({ dish, to: stationOf(zone) }),
    drop: (zone, seen) => {
      setCarried(null);
      const to = stationOf(zone);
      if (to !== null) send([dish], to, seen);
    },
  });
  return (
    <>
      <div ref={rows}>
        {work.dishes.map((dish) => (
          <Dish
            key={dish.key}
            dish={dish}
            isGoing={!staying.has(dish.key)}
            isInHand={carried?.dish.key === dish.key}
            onPress={() => toggle(dish.key)}
            carry={carryOf(dish)}
          />
        ))}
      </div>
      <Said carried={carried} />
      <div className={css.choices}>
        {stations.map(({ id }) => (
          <Press
            key={id}
            zone={zoneOf(id)}
            testId={`move-to-${id}`}
            className={cls(css.button, css.main, carried?.to === id && own.under)}
            isBlocked={going.length === 0}
            act={() => move(id)}
          >
            {t('pass.moveTo', { station: stationName(id) })}
          </Press>
        ))}
      </div>
    </>
  );
}

const zoneOf = (station: string) => `move:to:${station}`;

/** Where what is in hand would go. */
function Said({ carried }: { carried: Carried | null }) {
  const { t, stationName, language } = useSpeech();
  if (carried === null) return <p className={own.said}>{t('pass.mayCarry')}</p>;
  const { dish, to } = carried;
  const name = `${dish.quantity} ${dishName(dish, language)}`;
  return (
    <p className={cls(own.said, own.carried)} role="status" data-testid="carried">
      {to === null
        ? t('pass.carried', { dish: name })
        : t('pass.carriedTo', { dish: name, station: stationName(to) })}
    </p>
  );
}

function Dish(props: {
  dish: MovableDish;
  isGoing: boolean;
  isInHand: boolean;
  onPress: () => void;
  carry: Carry;
}) {
  const { dish, isGoing, isInHand, onPress, carry } = props;
  const speech = useSpeech();
  return (
    <Press
      zone={`move:dish:${dish.key}`}
      testId="move-dish"
      className={cls(css.choice, isGoing && css.chosen, isInHand && own.inHand)}
      act={onPress}
      carry={carry}
    >
      <span>
        {isGoing && <Shape name="ready" />} {dish.quantity} {dishName(dish, speech.language)}{' '}
        <small className={css.detail}>
          {dish.seats.length > 0 && seatRuns(dish.seats, speech)} {dish.isHeld && speech.t('line.heldCourse')}
        </small>
      </span>
    </Press>
  );
}
