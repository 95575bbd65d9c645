import sheet from '../board/sheet/Sheet.module.css';
import { OneOf } from '../board/sheet/screen/OneOf.tsx';

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
      <OneOf
        heading={title}
        name={`key-${name}`}
        chosen={chosen}
        options={choices}
        onChoose={onChosen}
        none="none"
        look="main"
      />
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
  /** Which keys a telephone or tablet shows for it. */
  readonly kind?: 'text' | 'tel' | 'email';
}) {
  const { name, title, value, onTyped, className, kind = 'text' } = props;
  return (
    <label className={className}>
      <span>{title}</span>
      <input
        name={name}
        type={kind}
        data-testid={`key-${name}`}
        autoComplete="off"
        value={value}
        onChange={(event) => onTyped(event.target.value)}
      />
    </label>
  );
}
