import { useCallback, useMemo, useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type DishView, dishList } from '../../../../shared/domain/selectors/eightySix.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import css from './EightySix.module.css';
import { FindKeys } from './FindKeys.tsx';
import { isFound } from './find.ts';
import sheet from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** What is off, then what runs short, then by name. */
function inOrder(dishes: readonly DishView[], speech: Speech): DishView[] {
  const left = ({ remaining }: DishView) => remaining ?? Number.MAX_SAFE_INTEGER;
  const byName = byShownName(speech);
  return [...dishes].sort((a, b) => Number(b.isOff) - Number(a.isOff) || left(a) - left(b) || byName(a, b));
}

/** The dishes made here, what is off first. A press opens one; the next takes it off or brings it back. */
export function EightySixSheet({ place }: { place: BoardPlace }) {
  const speech = useSpeech();
  const { t } = speech;
  const { show } = useSheet();
  const station = place.kind === 'expo' ? null : place.station;
  const known = useLook(
    useCallback((state: State, config: HouseConfig) => dishList(state, config, station), [station]),
  );
  const dishes = useMemo(() => inOrder(known, speech), [known, speech]);
  const [typed, setTyped] = useState('');
  const names = dishes.map((dish) => nameOf(dish, speech));
  const shown = dishes.filter((dish) => isFound(nameOf(dish, speech), typed));
  return (
    <Sheet title={t('eightySix.title')} why={t('eightySix.why')}>
      {dishes.length > 0 && <FindKeys typed={typed} names={names} onTyped={setTyped} />}
      {dishes.length === 0 && <p className={sheet.empty}>{t('eightySix.none')}</p>}
      <ul className={css.list}>
        {shown.map((dish) => (
          <li key={dish.key}>
            <Press
              zone={`dish:${dish.key}`}
              testId="dish"
              className={css.dish}
              act={() => show({ kind: 'eightySixDish', dish: dish.key, backTo: 'eightySix' })}
            >
              <span className={css.name}>{nameOf(dish, speech)}</span>
              <Standing dish={dish} />
            </Press>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

export function nameOf({ names, dish }: DishView, { language }: Speech): string {
  return dishName({ name: dish.name, names }, language);
}

/** As the list of this language has it: `É` beside `E`. */
export function byShownName(speech: Speech): (a: DishView, b: DishView) => number {
  return (a, b) => nameOf(a, speech).localeCompare(nameOf(b, speech), speech.locale);
}

/** `86 since 19:31`, `3 left`, or nothing: it is on. */
export function Standing({ dish }: { dish: DishView }) {
  const { t, time } = useSpeech();
  if (dish.isOff)
    return (
      <span className={cls(css.standing, css.off)}>
        {t('eightySix.since', { time: dish.since === null ? '' : time(dish.since) })}
      </span>
    );
  if (dish.remaining === null) return null;
  return <span className={css.standing}>{t('eightySix.left', { count: dish.remaining })}</span>;
}
