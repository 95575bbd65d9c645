import { useCallback } from 'react';
import type { State } from '../../../shared/domain/model/state.ts';
import type { StripCourse } from '../../../shared/domain/selectors/boardView.ts';
import {
  bySeat,
  type CoursingDish,
  coursingDishes,
} from '../../../shared/domain/selectors/coursingDishes.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { dishName, useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { seatRuns } from '../board/tile/allergyWords.ts';
import { courseName } from '../board/tile/CourseStrip.tsx';
import { goesWords } from '../board/tile/LineHead.tsx';

interface OneByOneProps {
  readonly ticket: TicketId;
  readonly courses: readonly StripCourse[];
  readonly tools: BoardTools;
}

/** FIRE and HOLD for a seat or a dish apart from its course: kids first, a cake when it is called, a guest who is late. */
export function OneByOne({ ticket, courses, tools }: OneByOneProps) {
  const speech = useSpeech();
  const { t } = speech;
  const port = usePort();
  const dishes = useLook(useCallback((state: State) => coursingDishes(state, ticket), [ticket]));
  if (dishes.length === 0) return null;
  const send = (which: readonly CoursingDish[], isFire: boolean) => {
    const items = [...new Set(which.filter(({ isHeld }) => isHeld === isFire).map(({ item }) => item))];
    tools.send(null, { type: isFire ? 'item.fire' : 'item.hold', ticket, items, seen: port.get().seq });
  };
  return (
    <section data-testid="one-by-one">
      <div className={css.section}>
        <p className={css.heading}>{t('table.oneByOne')}</p>
        <div className={css.choices}>
          {[...bySeat(dishes)].flatMap(([seat, own]) =>
            [true, false].map((isFire) => {
              const count = own
                .filter(({ isHeld }) => isHeld === isFire)
                .reduce((sum, { quantity }) => sum + quantity, 0);
              const words = { seat: seatRuns([seat], speech), count };
              return count === 0 ? null : (
                <Press
                  key={`${seat}/${isFire}`}
                  zone={`seat:${seat}:${isFire}`}
                  testId={`${isFire ? 'fire' : 'hold'}-seat-${seat}`}
                  className={css.button}
                  act={() => send(own, isFire)}
                >
                  {t(isFire ? 'table.fireSeat' : 'table.holdSeat', words)}
                </Press>
              );
            }),
          )}
        </div>
      </div>
      {dishes.map((dish) => (
        <Dish
          key={`${dish.item}/${dish.isHeld}`}
          dish={dish}
          course={courses.find(({ number }) => number === dish.course)}
          onPress={() => send([dish], dish.isHeld)}
        />
      ))}
    </section>
  );
}

function Dish(props: { dish: CoursingDish; course: StripCourse | undefined; onPress: () => void }) {
  const { dish, course, onPress } = props;
  const speech = useSpeech();
  const { t } = speech;
  const name = dishName(dish, speech.language);
  const details = [
    dish.seats.length > 0 ? seatRuns(dish.seats, speech) : null,
    course ? courseName(course, speech) : null,
    t(`course.state.${dish.isHeld ? 'held' : 'fired'}`),
    goesWords(dish, speech),
  ];
  return (
    <div className={css.row} data-testid="one-dish">
      <div>
        <p className={css.name}>
          {dish.quantity} {name}
        </p>
        <p className={css.detail}>{details.filter((one) => one !== null).join(' · ')}</p>
      </div>
      <Press
        zone={`one:${dish.item}:${dish.isHeld}`}
        testId={dish.isHeld ? 'fire-dish' : 'hold-dish'}
        className={css.button}
        label={t(dish.isHeld ? 'table.fireDish' : 'table.holdDish', { dish: name })}
        act={onPress}
      >
        {t(dish.isHeld ? 'expo.fire' : 'expo.hold')}
      </Press>
    </div>
  );
}
