import { useState } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { TextField } from './fields.tsx';
import css from './Setup.module.css';
import { StationCard } from './StationCard.tsx';
import { useSection } from './setupContext.ts';
import { addStation, moved, type Removal, removeStation } from './stationEdits.ts';

interface Removed extends Removal {
  readonly name: string;
  readonly before: HouseConfig;
}

export function StationsSection() {
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const [newName, setNewName] = useState('');
  const [removed, setRemoved] = useState<Removed | null>(null);
  const { stations } = draft;
  const add = () => {
    if (newName.trim() === '') return;
    edit((config) => addStation(config, newName.trim()));
    setNewName('');
  };
  const remove = (id: string, name: string) => {
    const removal = removeStation(draft, id);
    setRemoved({ ...removal, name, before: draft });
    edit(() => removal.config);
  };
  return (
    <div className={css.column}>
      <h1 className={css.title}>{t('setup.stations.title')}</h1>
      <p className={css.why}>{t('setup.stations.why')}</p>
      {removed !== null && (
        <RemovedNote
          removed={removed}
          // Only while nothing else was changed since: otherwise DISCARD is the way back.
          onUndo={draft === removed.config ? () => edit(() => removed.before) : null}
          onGone={() => setRemoved(null)}
        />
      )}
      {stations.map((station, at) => (
        <StationCard
          key={station.id}
          station={station}
          at={at}
          onRemove={stations.length > 1 ? () => remove(station.id, station.name) : null}
          onMove={(by) => edit((config) => ({ ...config, stations: moved(config.stations, at, by) }))}
        />
      ))}
      <form
        className={cls(css.card, css.row, css.ends)}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className={css.grow}>
          <TextField
            label={t('setup.stations.newName')}
            value={newName}
            maxLength={40}
            testId="new-station"
            onChange={setNewName}
          />
        </div>
        <button
          type="submit"
          className={cls(css.button, css.primary)}
          disabled={newName.trim() === ''}
          data-testid="add-station"
        >
          {t('setup.add')}
        </button>
      </form>
      {stations.length === 1 && <p className={css.quiet}>{t('setup.stations.last')}</p>}
    </div>
  );
}

function RemovedNote(props: { removed: Removed; onUndo: (() => void) | null; onGone: () => void }) {
  const { t } = useSpeech();
  const { name, rulesGone, rulesKept, heir } = props.removed;
  const { onUndo, onGone } = props;
  return (
    <div className={cls(css.note, css.row, css.spread)} role="status">
      <span>
        {t('setup.stations.removed', { name })} {heir !== null && t('setup.stations.removedHeir', { heir })}{' '}
        {rulesGone > 0 && t('setup.stations.removedRules', { count: rulesGone })}{' '}
        {rulesKept > 0 && t('setup.stations.removedFrom', { count: rulesKept })}
      </span>
      {onUndo !== null && (
        <button
          type="button"
          className={css.button}
          onClick={() => {
            onUndo();
            onGone();
          }}
        >
          {t('setup.stations.undoRemove', { name })}
        </button>
      )}
    </div>
  );
}
