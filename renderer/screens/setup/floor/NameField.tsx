import { useState } from 'react';
import { Field } from '../fields.tsx';
import css from '../Setup.module.css';

/** A name that others are told by: taken when it is left or Enter is pressed, so that half of it never is one. */
export function NameField(props: {
  label: string;
  value: string;
  testId: string;
  /** Said while what is typed cannot be taken. */
  wrong: string;
  /** False: it was not taken. */
  onChange: (value: string) => boolean;
}) {
  const { label, value, testId, wrong, onChange } = props;
  const [typed, setTyped] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    if (typed.trim() === value) return;
    setWrong(!onChange(typed));
  };
  return (
    <Field label={label} {...(isWrong ? { why: wrong } : {})}>
      {(id) => (
        <input
          id={id}
          className={css.input}
          value={typed}
          maxLength={40}
          autoComplete="off"
          aria-invalid={isWrong}
          data-testid={testId}
          onBlur={take}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
      )}
    </Field>
  );
}
