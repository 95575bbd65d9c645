import { useState } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { TextField } from '../fields.tsx';
import css from '../Setup.module.css';

/** A name, and ADD. */
export function AddLine(props: { label: string; testId: string; onAdd: (name: string) => void }) {
  const { label, testId, onAdd } = props;
  const { t } = useSpeech();
  const [name, setName] = useState('');
  const said = name.trim();
  return (
    <form
      className={cls(css.row, css.ends)}
      onSubmit={(event) => {
        event.preventDefault();
        if (said === '') return;
        onAdd(said);
        setName('');
      }}
    >
      <div className={css.grow}>
        <TextField label={label} value={name} maxLength={40} testId={testId} onChange={setName} />
      </div>
      <button
        type="submit"
        className={cls(css.button, css.primary)}
        disabled={said === ''}
        aria-label={`${t('setup.add')}: ${label}`}
        data-testid={`add-${testId}`}
      >
        {t('setup.add')}
      </button>
    </form>
  );
}
