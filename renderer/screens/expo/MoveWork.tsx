import { useCallback, useState } from 'react';
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
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { seatRuns } from '../board/tile/allergyWords.ts';

/** MOVE TO STATION: from which, then whole with one press, or only the dishes chosen. */
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

function From({ ticket, work, tools, onMoved }: FromProps) {
  const { t, stationName } = useSpeech();
  const port = usePort();
  const stations = usePicture(({ config }) => config.stations);
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
    const portions = going.map(({ item, batch }) => ({ item, batch }));
    const { station: from } = work;
    const { seq: seen } = port.get();
    tools.send(null, { type: 'part.move', ticket, portions, from, to: StationId.parse(to), seen });
    onMoved();
  };
  return (
    <>
      {work.dishes.map((dish) => (
        <Dish key={dish.key} dish={dish} isGoing={!staying.has(dish.key)} onPress={() => toggle(dish.key)} />
      ))}
      <div className={css.choices}>
        {stations
          .filter(({ id, state }) => id !== work.station && state === 'open')
          .map(({ id }) => (
            <Press
              key={id}
              zone={`move:to:${id}`}
              testId={`move-to-${id}`}
              className={cls(css.button, css.main)}
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

function Dish({ dish, isGoing, onPress }: { dish: MovableDish; isGoing: boolean; onPress: () => void }) {
  const speech = useSpeech();
  return (
    <Press
      zone={`move:dish:${dish.key}`}
      testId="move-dish"
      className={cls(css.choice, isGoing && css.chosen)}
      act={onPress}
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
