import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type DishView, dishList, fallout } from '../../../../shared/domain/selectors/eightySix.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import type { BoardTools } from '../boardTools.ts';
import css from './EightySix.module.css';
import { nameOf, Standing } from './EightySixSheet.tsx';
import sheet from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** One dish: what taking it off would hit, said before it is done. */
export function EightySixDishSheet(props: { dish: string; backTo: 'eightySix' | null; tools: BoardTools }) {
  const { dish: key, backTo, tools } = props;
  const speech = useSpeech();
  const { t } = speech;
  const { show } = useSheet();
  const dish = useLook(
    useCallback(
      (state: State, config: HouseConfig) => dishList(state, config, null).find((one) => one.key === key),
      [key],
    ),
  );
  if (!dish)
    return (
      <Sheet title={t('eightySix.title')}>
        <p className={sheet.empty}>{t('rejection.not_found')}</p>
      </Sheet>
    );
  const foot = (
    <>
      {backTo !== null && (
        <Press zone="eightySix:back" className={sheet.place} act={() => show({ kind: backTo })}>
          {t('sheet.back')}
        </Press>
      )}
      <Decide dish={dish} tools={tools} />
    </>
  );
  return (
    <Sheet title={nameOf(dish, speech)} why={t(`eightySix.by.${dish.offBy[0] ?? 'nobody'}`)} foot={foot}>
      <Fallout dish={dish} />
      <Count dish={dish} tools={tools} />
    </Sheet>
  );
}

/** "86 Sea bass: on 12, 9, T-41" */
function Fallout({ dish }: { dish: DishView }) {
  const speech = useSpeech();
  const { t } = speech;
  const ref = dish.dish;
  const hit = useLook(useCallback((state: State) => fallout(state, ref), [ref]));
  const tables = hit.map(({ title, quantity }) => (quantity > 1 ? `${title} ×${quantity}` : title));
  const name = nameOf(dish, speech);
  return (
    <section className={sheet.section} data-testid="fallout">
      <p className={css.fallout}>
        <Shape name="stop" />{' '}
        {hit.length === 0
          ? t('eightySix.falloutNone', { dish: name })
          : t('eightySix.fallout', { dish: name, tables: tables.join(', ') })}
      </p>
      <p className={sheet.detail}>{t('eightySix.falloutWhy')}</p>
      <p className={css.now}>
        <Standing dish={dish} />
      </p>
    </section>
  );
}

/** The POS's own word stays the POS's: what it took off it must bring back itself. */
function Decide({ dish, tools }: { dish: DishView; tools: BoardTools }) {
  const { t } = useSpeech();
  const { close } = useSheet();
  const off = (untilRestored: boolean) => {
    tools.send(null, { type: 'menuItem.eightySix', dish: dish.dish, untilRestored });
    close();
  };
  const isOurs = dish.offBy.some((who) => who !== 'pos');
  if (isOurs)
    return (
      <Press
        zone="restore"
        testId="restore"
        className={cls(sheet.place, css.restore)}
        act={() => {
          tools.send(null, { type: 'menuItem.restore', dish: dish.dish });
          close();
        }}
      >
        {t('eightySix.restore')}
      </Press>
    );
  return (
    <>
      <Press zone="86:restored" testId="eighty-six-long" className={sheet.place} act={() => off(true)}>
        {t('eightySix.untilRestored')}
      </Press>
      <Press
        zone="86:today"
        testId="eighty-six"
        className={cls(sheet.place, css.take)}
        act={() => off(false)}
      >
        {t('eightySix.today')}
      </Press>
    </>
  );
}

const FIRST_COUNTS = [5, 10, 20] as const;

/** A count goes down with what is ordered; 0 is 86. */
function Count({ dish, tools }: { dish: DishView; tools: BoardTools }) {
  const { t } = useSpeech();
  const { remaining } = dish;
  const count = (next: number | null) =>
    tools.send(null, {
      type: 'menuItem.count',
      dish: dish.dish,
      remaining: next,
      untilRestored: dish.untilRestored,
    });
  const steps: readonly (readonly [string, number | null])[] =
    remaining === null
      ? FIRST_COUNTS.map((first) => [`${first}`, first] as const)
      : [
          ['−1', Math.max(0, remaining - 1)],
          ['+1', remaining + 1],
          ['+5', remaining + 5],
          [t('eightySix.noCount'), null],
        ];
  return (
    <section className={sheet.section}>
      <p className={sheet.heading}>{t('eightySix.count')}</p>
      <p className={css.remaining}>
        {remaining === null ? t('eightySix.notCounted') : t('eightySix.left', { count: remaining })}
      </p>
      <div className={sheet.choices}>
        {steps.map(([words, next]) => (
          <Press
            key={words}
            zone={`count:${words}`}
            testId="count"
            className={sheet.button}
            act={() => count(next)}
          >
            {words}
          </Press>
        ))}
      </div>
    </section>
  );
}
