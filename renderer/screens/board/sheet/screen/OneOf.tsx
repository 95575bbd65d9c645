import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';

/** One of several, by a press. `name`: of the zones and test ids, `volume-2`; `none`: what a value of nothing is called there. */
export function OneOf<T extends string | number | null>(props: {
  heading: string;
  name: string;
  chosen: T | undefined;
  options: readonly { readonly value: T; readonly words: string }[];
  onChoose: (value: T) => void;
  none?: string;
  /** How the chosen one is told from the others. */
  look?: 'chosen' | 'main';
}) {
  const { none = 'house', look = 'chosen' } = props;
  return (
    <>
      <p className={css.heading}>{props.heading}</p>
      <div className={css.choices}>
        {props.options.map(({ value, words }) => (
          <Press
            key={value}
            zone={`${props.name}:${value ?? none}`}
            testId={`${props.name}-${value ?? none}`}
            className={cls(css.button, value === props.chosen && css[look])}
            act={() => props.onChoose(value)}
          >
            {words}
          </Press>
        ))}
      </div>
    </>
  );
}
