import type { ReactNode } from 'react';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import css from './Setup.module.css';
import { sayChanges, sayProblem } from './said.ts';
import { useSetupModel, useSetupPicture } from './setupContext.ts';

const MOST_CHANGES = 4;

/** What waits to be saved, what stands against it, and what came of it. `children`: the way on in the first run, whose NEXT also saves. */
export function SaveBar({ hasNext, children }: { hasNext: boolean; children?: ReactNode }) {
  const model = useSetupModel();
  const { changes, problems, isSaving, clash } = useSetupPicture();
  const { t } = useSpeech();
  const isDirty = changes.length > 0;
  return (
    <footer className={css.bar}>
      <div className={css.barText} role="status" data-testid="save-state">
        <BarText />
      </div>
      {clash !== null ? (
        <>
          <button type="button" className={css.button} onClick={() => model.takeTheirs()}>
            {t('setup.bar.theirs')}
          </button>
          <button type="button" className={cls(css.button, css.primary)} onClick={() => model.keepMine()}>
            {t('setup.bar.both')}
          </button>
        </>
      ) : (
        isDirty && (
          <>
            <button type="button" className={css.button} onClick={() => model.discard()}>
              {t('setup.bar.discard')}
            </button>
            {!hasNext && (
              <button
                type="button"
                className={cls(css.button, css.primary)}
                disabled={isSaving || problems.length > 0}
                data-testid="save"
                onClick={() => void model.save()}
              >
                {t('setup.bar.save')}
              </button>
            )}
          </>
        )
      )}
      {children}
    </footer>
  );
}

function BarText() {
  const model = useSetupModel();
  const { changes, problems, isSaving, saved, clash, trouble } = useSetupPicture();
  const speech = useSpeech();
  const { t } = speech;
  if (trouble !== null) {
    return (
      <span className={cls(css.row, css.bad)}>
        {t('setup.unreachable')}
        <button type="button" className={css.button} onClick={() => void model.refresh()}>
          {t('setup.again')}
        </button>
      </span>
    );
  }
  if (clash !== null) {
    return (
      <span className={css.bad}>
        {t('setup.bar.conflict')} {sayChanges(speech, clash.changes, MOST_CHANGES)}
      </span>
    );
  }
  if (problems.length > 0) {
    const [first] = problems;
    const more = problems.length - 1;
    return (
      <span className={css.bad}>
        {t('setup.bar.problems', { count: problems.length })} {first && sayProblem(speech, first)}
        {more > 0 && ` ${t('setup.bar.more', { count: more })}`}
      </span>
    );
  }
  if (isSaving) return <span>{t('setup.bar.saving')}</span>;
  if (changes.length > 0) {
    return (
      <span>
        <b>{t('setup.bar.changes', { count: changes.length })}</b> {sayChanges(speech, changes, MOST_CHANGES)}
      </span>
    );
  }
  if (saved !== null) {
    return (
      <span className={cls(css.row, css.good)}>
        {t('setup.bar.saved', { version: saved.version })}
        <button
          type="button"
          className={css.button}
          data-testid="undo-save"
          onClick={() => void model.undo(saved.before)}
        >
          {t('setup.bar.undo')}
        </button>
      </span>
    );
  }
  return <span className={css.quiet}>{t('setup.bar.nothing')}</span>;
}
