import { useCallback, useEffect, useState } from 'react';
import { THIS_DEVICE } from '../../../shared/domain/events/actor.ts';
import type { SetupVersion } from '../../../shared/protocol/setup.ts';
import { type Speech, useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import css from './Setup.module.css';
import { sayChange, sayChanges, sayWhen } from './said.ts';
import { setupApi } from './setupApi.ts';
import { useSection, useSetupModel, useSetupPicture } from './setupContext.ts';

/** The name under which the hub notes itself. */
const HOUSE = 'house';
const MOST_CHANGES = 1;

export function HistorySection() {
  const { t } = useSpeech();
  const { state } = useSection();
  const { changes } = useSetupPicture();
  const [versions, setVersions] = useState<readonly SetupVersion[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const read = useCallback(async (before: number | null) => {
    const answer = await setupApi.history(before);
    if (!answer.ok) return;
    setVersions((known) => (before === null ? answer.value.versions : [...known, ...answer.value.versions]));
    setNext(answer.value.next);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a new line
  useEffect(() => {
    void read(null);
  }, [read, state.version]);
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.history.title')}</h1>
      <p className={css.why}>{t('setup.history.why')}</p>
      {changes.length > 0 && <p className={css.note}>{t('setup.history.unsaved')}</p>}
      <ol className={css.list}>
        {versions.map((entry) => (
          <li key={entry.version}>
            <VersionCard entry={entry} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <div>
          <button type="button" className={css.button} onClick={() => void read(next)}>
            {t('setup.history.older')}
          </button>
        </div>
      )}
    </div>
  );
}

function VersionCard({ entry }: { entry: SetupVersion }) {
  const speech = useSpeech();
  const { t } = speech;
  const model = useSetupModel();
  const { state } = useSection();
  const { changes: unsaved, isSaving } = useSetupPicture();
  const { version, at, by, changes, note } = entry;
  const isNow = version === state.version;
  const isBlocked = unsaved.length > 0 || isSaving;
  const date = sayWhen(speech, at, state.config.venue.timeZone);
  const title = t('setup.history.version', { version });
  return (
    <section className={css.card} aria-label={title} data-testid="version" data-version={version}>
      <div className={cls(css.row, css.spread)}>
        <div>
          <h2 className={css.subtitle}>
            {title} {isNow && <span className={css.good}>({t('setup.history.now')})</span>}
          </h2>
          <p className={css.quiet}>
            {noteOf(speech, note)} · {t('setup.history.by', { who: nameOf(t, by), date })}
          </p>
        </div>
        {isNow && changes !== null && changes.length > 0 && version > 1 && (
          <button
            type="button"
            className={cls(css.button, css.primary)}
            disabled={isBlocked}
            data-testid="undo"
            onClick={() => void model.undo(version - 1)}
          >
            {t('setup.history.undo', { what: sayChanges(speech, changes, MOST_CHANGES) })}
          </button>
        )}
        {!isNow && (changes !== null || version === 1) && (
          <button
            type="button"
            className={css.button}
            disabled={isBlocked}
            data-testid="back-to"
            onClick={() => void model.undo(version)}
          >
            {t('setup.history.back', { version })}
          </button>
        )}
      </div>
      <Changes entry={entry} />
    </section>
  );
}

function Changes({ entry: { version, changes } }: { entry: SetupVersion }) {
  const speech = useSpeech();
  const { t } = speech;
  // The first has nothing before it that it could differ from.
  if (version === 1) return null;
  if (changes === null) return <p className={css.quiet}>{t('setup.history.unreadable')}</p>;
  if (changes.length === 0) return <p className={css.quiet}>{t('setup.history.noChanges')}</p>;
  return (
    <ul className={css.plain}>
      {changes.map((change) => {
        const said = sayChange(speech, change);
        return <li key={said}>{said}</li>;
      })}
    </ul>
  );
}

function noteOf({ t }: Speech, note: SetupVersion['note']): string {
  if (note === null) return t('setup.history.unknown');
  const { kind, ...values } = note;
  return t(`setup.history.note.${kind}`, values);
}

function nameOf(t: Speech['t'], by: string | null): string {
  if (by === null) return t('setup.history.unknown');
  if (by === HOUSE) return t('setup.history.house');
  return by === THIS_DEVICE ? t('setup.history.device') : by;
}
