import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';

/** One of several, by a press; the chosen one is outlined. `name`: of the zones and test ids, `volume-2`. */
export function OneOf<T extends string | number | null>(props: {
  heading: string;
  name: string;
  chosen: T;
  options: readonly { readonly value: T; readonly words: string }[];
  onChoose: (value: T) => void;
}) {
  return (
    <>
      <p className={css.heading}>{props.heading}</p>
      <div className={css.choices}>
        {props.options.map(({ value, words }) => (
          <Press
            key={value}
            zone={`${props.name}:${value ?? 'house'}`}
            testId={`${props.name}-${value ?? 'house'}`}
            className={cls(css.button, value === props.chosen && css.chosen)}
            act={() => props.onChoose(value)}
          >
            {words}
          </Press>
        ))}
      </div>
    </>
  );
}
