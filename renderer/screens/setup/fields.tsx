import { type ReactNode, useId, useState } from 'react';
import { cls } from '../../ui/cls.ts';
import own from './Fields.module.css';
import css from './Setup.module.css';

/** A label over what it names. */
export function Field(props: { label: string; why?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {props.label}
      </label>
      {props.children(id)}
      {props.why !== undefined && <p className={css.quiet}>{props.why}</p>}
    </div>
  );
}

export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  why?: string;
  isWrong?: boolean;
  placeholder?: string;
  maxLength?: number;
  testId?: string;
}) {
  const { label, value, onChange, why, isWrong = false, placeholder, maxLength = 100, testId } = props;
  return (
    <Field label={label} {...(why === undefined ? {} : { why })}>
      {(id) => (
        <input
          id={id}
          className={css.input}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          autoComplete="off"
          aria-invalid={isWrong}
          data-testid={testId}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A number; what is none, or out of bounds, is not taken and gone when the field is left. */
export function NumberField(props: {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  isWrong?: boolean;
  onChange: (value: number) => void;
}) {
  const { label, unit, value, min, max, isWrong = false, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label}>
      {(id) => (
        <span className={css.row}>
          <input
            id={id}
            className={cls(css.input, own.number)}
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            step="any"
            value={typed ?? value}
            aria-invalid={isWrong}
            onBlur={() => setTyped(null)}
            onChange={({ target }) => {
              setTyped(target.value);
              const next = target.valueAsNumber;
              if (Number.isFinite(next) && next >= min && next <= max) onChange(next);
            }}
          />
          <span>{unit}</span>
        </span>
      )}
    </Field>
  );
}

export interface Option<T> {
  readonly value: T;
  readonly label: string;
}

export function SelectField(props: {
  label: string;
  value: string;
  options: readonly Option<string>[];
  why?: string;
  testId?: string;
  onChange: (value: string) => void;
}) {
  const { label, value, options, why, testId, onChange } = props;
  return (
    <Field label={label} {...(why === undefined ? {} : { why })}>
      {(id) => (
        <select
          id={id}
          className={css.input}
          value={value}
          data-testid={testId}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all in sight. `why` makes each a card that says what it means. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (Option<T> & { readonly why?: string })[];
  onChange: (value: T) => void;
}) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className={own.choices}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={cls(own.choice, option.why !== undefined && own.big)}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <b>{option.label}</b>
          {option.why !== undefined && <span>{option.why}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Any of some. */
export function Chips<T extends string | number>(props: {
  label: string;
  options: readonly Option<T>[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const { label, options, chosen, onChange } = props;
  const toggle = (value: T) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand above the line of chips
    <div className={css.row} role="group" aria-label={label}>
      {options.map(({ value, label: word }) => (
        <button
          key={value}
          type="button"
          className={own.chip}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
