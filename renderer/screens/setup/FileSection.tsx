import { useId, useState } from 'react';
import type { SetupTrial } from '../../../shared/protocol/setup.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import css from './Setup.module.css';
import { sayChange, sayProblem } from './said.ts';
import { setupApi } from './setupApi.ts';
import { useSection, useSetupModel, useSetupPicture } from './setupContext.ts';

interface ChosenFile {
  readonly name: string;
  readonly document: unknown;
  /** null: it is no settings file at all. */
  readonly trial: SetupTrial | null;
}

export function FileSection() {
  const { t } = useSpeech();
  const { state } = useSection();
  const { changes } = useSetupPicture();
  const model = useSetupModel();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [isDone, setDone] = useState(false);
  const id = useId();
  const choose = async (chosen: File) => {
    setDone(false);
    const document = parsed(await chosen.text());
    const answer = await setupApi.trial(state.version, document);
    setFile({ name: chosen.name, document, trial: answer.ok ? answer.value : null });
  };
  const apply = async (document: unknown) => {
    const isTaken = await model.import(document);
    setFile(null);
    setDone(isTaken);
  };
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.file.title')}</h1>
      <section className={css.card}>
        <p>{t('setup.file.exportWhy')}</p>
        <div>
          <a className={cls(css.button, css.primary)} href="/api/setup/export" download data-testid="export">
            {t('setup.file.export')}
          </a>
        </div>
      </section>
      <section className={css.card}>
        <p>{t('setup.file.importWhy')}</p>
        {changes.length > 0 && <p className={css.note}>{t('setup.history.unsaved')}</p>}
        <input
          id={id}
          className={css.hidden}
          type="file"
          accept="application/json,.json"
          disabled={changes.length > 0}
          data-testid="import"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen) void choose(chosen);
            target.value = '';
          }}
        />
        <div>
          {/* A browser's own button speaks the browser's language. */}
          <label className={cls(css.button, changes.length > 0 && css.blocked)} htmlFor={id}>
            {t('setup.file.import')}
          </label>
        </div>
        {file !== null && (
          <FileTrial file={file} onApply={() => void apply(file.document)} onLeave={() => setFile(null)} />
        )}
        {isDone && <p className={css.good}>{t('setup.file.done')}</p>}
      </section>
    </div>
  );
}

function FileTrial(props: { file: ChosenFile; onApply: () => void; onLeave: () => void }) {
  const { file, onApply, onLeave } = props;
  const { name, trial } = file;
  const speech = useSpeech();
  const { t } = speech;
  if (trial === null) return <p className={css.bad}>{t('setup.file.notJson', { name })}</p>;
  if (trial.problems.length > 0) {
    return (
      <div className={cls(css.note, css.badNote)}>
        <p>{t('setup.file.bad', { name })}</p>
        <ul className={css.plain}>
          {trial.problems.map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>{sayProblem(speech, problem)}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (trial.changes.length === 0) return <p>{t('setup.file.same', { name })}</p>;
  return (
    <div className={css.field} data-testid="import-changes">
      <p>
        <b>{t('setup.file.would', { name })}</b>
      </p>
      <ul className={css.plain}>
        {trial.changes.map((change) => {
          const said = sayChange(speech, change);
          return <li key={said}>{said}</li>;
        })}
      </ul>
      {trial.warnings.map((warning) => {
        const said = sayProblem(speech, warning);
        return (
          <p key={said} className={css.note}>
            {said}
          </p>
        );
      })}
      <div className={css.row}>
        <button type="button" className={css.button} onClick={onLeave}>
          {t('setup.file.discard')}
        </button>
        <button
          type="button"
          className={cls(css.button, css.primary)}
          data-testid="apply-import"
          onClick={onApply}
        >
          {t('setup.file.apply')}
        </button>
      </div>
    </div>
  );
}

/** A file that is no JSON is a text, which the hub refuses like any other thing that is no configuration. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
