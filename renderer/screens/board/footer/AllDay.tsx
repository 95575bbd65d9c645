import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { AllDayLine } from '../../../../shared/domain/selectors/boardView.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useSheet } from '../sheet/sheetContext.ts';
import css from './AllDay.module.css';

/** Total still to cook here: the big number is fired and not ready, `+5` held, allergy dishes apart. */
export const AllDay = memo(function AllDay({ lines }: { lines: readonly AllDayLine[] }) {
  const { t, language } = useSpeech();
  const [list, fitting] = useFitting(lines);
  const hidden = lines.length - fitting;
  const { open, show, close } = useSheet();
  const lit = open?.kind === 'dish' ? open.key : null;
  return (
    <div className={css.allDay} data-testid="all-day">
      <ul ref={list} className={css.list}>
        {lines.map((line, index) => (
          <li key={line.key} aria-hidden={index >= fitting || undefined} inert={index >= fitting}>
            <Press
              zone={`all-day:${line.key}`}
              className={cls(css.press, line.key === lit && css.lit)}
              act={() => (line.key === lit ? close() : show({ kind: 'dish', key: line.key }))}
            >
              <b>{line.cooking}</b>
              {line.held > 0 && (
                <span className={css.held}>{t('footer.allDayHeld', { count: line.held })}</span>
              )}
              <span className={css.name}>{dishName(line, language)}</span>
              {line.allergy > 0 && (
                <span className={css.allergy}>
                  <Shape name="allergy" /> {line.allergy}
                </span>
              )}
            </Press>
          </li>
        ))}
      </ul>
      {hidden > 0 && <span className={css.more}>{t('footer.allDayMore', { count: hidden })}</span>}
    </div>
  );
});

/** How many stand in the rows there is room for; the others are counted, never cut in the middle. */
function useFitting(lines: readonly AllDayLine[]): [React.RefObject<HTMLUListElement | null>, number] {
  const list = useRef<HTMLUListElement>(null);
  const [fitting, setFitting] = useState(lines.length);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const count = () => {
      const bottom = element.getBoundingClientRect().bottom + 1;
      const shown = [...element.children].filter((child) => child.getBoundingClientRect().bottom <= bottom);
      setFitting(Math.min(lines.length, shown.length));
    };
    count();
    const watch = new ResizeObserver(count);
    watch.observe(element);
    return () => watch.disconnect();
  }, [lines]);
  return [list, fitting];
}
