import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import sheet from '../board/sheet/Sheet.module.css';

export interface Choice<T> {
  readonly value: T;
  readonly words: string;
}

/** A question with its answers as large keys; one is chosen. */
export function Choices<T extends string | number | null>(props: {
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T | undefined;
  readonly onChosen: (value: T) => void;
}) {
  const { name, title, choices, chosen, onChosen } = props;
  return (
    <section className={sheet.section}>
      <p className={sheet.heading}>{title}</p>
      <div className={sheet.choices}>
        {choices.map(({ value, words }) => (
          <Press
            key={String(value)}
            zone={`key:${name}:${value}`}
            testId={`key-${name}-${value ?? 'none'}`}
            className={cls(sheet.button, value === chosen && sheet.main)}
            act={() => onChosen(value)}
          >
            {words}
          </Press>
        ))}
      </div>
    </section>
  );
}

/** Words that no key has: a keyboard, or the tablet's own. */
export function Typed(props: {
  readonly name: string;
  readonly title: string;
  readonly value: string;
  readonly onTyped: (value: string) => void;
  readonly className: string | undefined;
}) {
  const { name, title, value, onTyped, className } = props;
  return (
    <label className={className}>
      <span>{title}</span>
      <input
        name={name}
        data-testid={`key-${name}`}
        autoComplete="off"
        value={value}
        onChange={(event) => onTyped(event.target.value)}
      />
    </label>
  );
}
