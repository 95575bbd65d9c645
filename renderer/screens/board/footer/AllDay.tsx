import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { AllDayLine } from '../../../../shared/domain/selectors/boardView.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useAfterPaint } from '../../../ui/useAfterPaint.ts';
import { useSheet } from '../sheet/sheetContext.ts';
import css from './AllDay.module.css';
import type { AllDayGap } from './allDayGaps.ts';

/**
 * Total still to cook here: the big number is fired and not ready, `+5` held, allergy dishes apart. Drawn a frame after the tiles: to count it
 * again costs a press as much as its own dish.
 */
export const AllDay = memo(function AllDay(props: {
  lines: readonly AllDayLine[];
  gaps: readonly AllDayGap[];
}) {
  const { t } = useSpeech();
  const { gaps } = props;
  const counted = useAfterPaint(props.lines);
  const lines = useMemo(() => withUncounted(counted, gaps), [counted, gaps]);
  const [list, fitting] = useFitting(lines);
  const hidden = lines.length - fitting;
  const { open } = useSheet();
  const lit = open?.kind === 'dish' ? open.key : null;
  return (
    <div className={css.allDay} data-testid="all-day">
      <ul ref={list} className={css.list}>
        {lines.map((line, index) => (
          <Dish
            key={line.key}
            line={line}
            onTickets={gaps.find(({ key }) => key === line.key)?.shown ?? null}
            isLit={line.key === lit}
            isHidden={index >= fitting}
          />
        ))}
      </ul>
      {hidden > 0 && <span className={css.more}>{t('footer.allDayMore', { count: hidden })}</span>}
    </div>
  );
});

const Dish = memo(function Dish({ line, onTickets, isLit, isHidden }: DishProps) {
  const { t, language } = useSpeech();
  const { show, close } = useSheet();
  return (
    <li aria-hidden={isHidden || undefined} inert={isHidden}>
      <Press
        zone={`all-day:${line.key}`}
        className={cls(css.press, isLit && css.lit)}
        act={() => (isLit ? close() : show({ kind: 'dish', key: line.key }))}
      >
        <b>{line.cooking}</b>
        {onTickets !== null && (
          <span className={css.wrong} data-testid="all-day-wrong">
            <Shape name="stop" /> {t('allDay.tickets', { count: onTickets })}
          </span>
        )}
        {line.held > 0 && <span className={css.held}>{t('footer.allDayHeld', { count: line.held })}</span>}
        <span className={css.name}>{dishName(line, language)}</span>
        {line.allergy > 0 && (
          <span className={css.allergy}>
            <Shape name="allergy" /> {line.allergy}
          </span>
        )}
      </Press>
    </li>
  );
});

interface DishProps {
  readonly line: AllDayLine;
  /** What the tickets say, where that is another number; the cook sees both. */
  readonly onTickets: number | null;
  readonly isLit: boolean;
  readonly isHidden: boolean;
}

/** What stands on tickets and was not counted at all is named first: nobody would look for it. */
function withUncounted(lines: readonly AllDayLine[], gaps: readonly AllDayGap[]): readonly AllDayLine[] {
  if (gaps.length === 0) return lines;
  const known = new Set(lines.map(({ key }) => key));
  const wrong = new Set(gaps.map(({ key }) => key));
  const uncounted = gaps
    .filter(({ key }) => !known.has(key))
    .map(({ key, name, names }): AllDayLine => ({ key, name, names, cooking: 0, held: 0, allergy: 0 }));
  return [
    ...uncounted,
    ...lines.filter(({ key }) => wrong.has(key)),
    ...lines.filter(({ key }) => !wrong.has(key)),
  ];
}

/** How many stand in the rows there is room for; the others are counted, never cut in the middle. */
function useFitting(lines: readonly AllDayLine[]): [React.RefObject<HTMLUListElement | null>, number] {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(lines.length);
  const { language } = useSpeech();
  const widths = lines.map((line) => widthOf(line, language)).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking the glass costs a layout, and the widths say when its answer can be another
  useLayoutEffect(() => {
    if (list.current) setFitting(fittingIn(list.current));
  }, [widths]);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const count = () => setFitting(fittingIn(element));
    const watch = new ResizeObserver(count);
    watch.observe(element);
    document.fonts.addEventListener('loadingdone', count);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', count);
    };
  }, []);
  return [list, Math.min(lines.length, fitting)];
}

function fittingIn(list: HTMLElement): number {
  const inRow = () => {
    const bottom = list.getBoundingClientRect().bottom + 1;
    return [...list.children].filter((child) => child.getBoundingClientRect().bottom <= bottom).length;
  };
  // "and 3 more" takes room itself: whether all would fit without it is asked first, or what stands there would hang on what stood there.
  const more = list.nextElementSibling;
  if (more instanceof HTMLElement) more.style.display = 'none';
  const alone = inRow();
  if (more instanceof HTMLElement) more.style.removeProperty('display');
  return alone === list.children.length ? alone : inRow();
}

/** What of a line its width comes from: figures are tabular, so one digit is as wide as another. */
function widthOf({ cooking, held, allergy, ...dish }: AllDayLine, language: string): string {
  const figures = [`${cooking}`, held > 0 ? `${held}` : '', allergy > 0 ? `${allergy}` : ''];
  return `${figures.join(' ').replaceAll(/\d/g, '0')} ${dishName(dish, language)}`;
}
