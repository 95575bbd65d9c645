import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type DishView, dishList } from '../../../../shared/domain/selectors/eightySix.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { nameOf } from '../sheet/EightySixSheet.tsx';
import css from './AlertLine.module.css';

const NONE: readonly DishView[] = [];

/** What is off or nearly out. Most nights that is nothing, and then no ticket is looked at. */
function shortOf(state: State, config: HouseConfig): readonly DishView[] {
  if (Object.keys(state.dishes).length === 0) return NONE;
  const { lowCount } = config.thresholds;
  return dishList(state, config, null).filter(
    ({ isOff, remaining }) => isOff || (remaining !== null && remaining <= lowCount),
  );
}

/** `86 Sea bass · Lamb rack: 2 left`, in the place of quiet words: before the next table orders it, everybody has read it. */
export function ShortDishes({ otherwise }: { otherwise: string }) {
  const speech = useSpeech();
  const { t } = speech;
  const short = useLook(shortOf);
  const words = short.map((dish) =>
    dish.isOff
      ? t('eightySix.of', { dish: nameOf(dish, speech) })
      : t('eightySix.leftOf', { dish: nameOf(dish, speech), count: dish.remaining ?? 0 }),
  );
  return (
    <p className={css.quiet} data-testid="short-dishes">
      {words.length === 0 ? otherwise : words.join(' · ')}
    </p>
  );
}
