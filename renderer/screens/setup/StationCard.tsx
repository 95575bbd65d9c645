import { type StationConfig, StationLayout } from '../../../shared/config/houseConfig.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { mayFix } from '../board/layouts/gridOf.ts';
import { Choice, SelectField, TextField } from './fields.tsx';
import { LayoutPreview } from './LayoutPreview.tsx';
import css from './Setup.module.css';
import { StationPaper } from './StationPaper.tsx';
import { StationVoiceField } from './StationVoiceField.tsx';
import { useSection } from './setupContext.ts';
import { changeStation } from './stationEdits.ts';

const NOBODY = '';

export function StationCard(props: {
  station: StationConfig;
  at: number;
  /** null: a house keeps its last one. */
  onRemove: (() => void) | null;
  onMove: (by: -1 | 1) => void;
}) {
  const { station, at, onRemove, onMove } = props;
  const { t } = useSpeech();
  const { draft, edit } = useSection();
  const { stations } = draft;
  const change = (part: Partial<StationConfig>) => edit((config) => changeStation(config, station.id, part));
  const others = stations
    .filter(({ id }) => id !== station.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  const standIn = stations.find(({ id }) => id === station.standIn);
  return (
    <section className={css.card} aria-label={station.name} data-testid="station" data-station={station.id}>
      <div className={cls(css.row, css.ends)}>
        <div className={css.grow}>
          <TextField
            label={t('setup.stations.name')}
            value={station.name}
            maxLength={40}
            isWrong={station.name.trim() === ''}
            testId="station-name"
            onChange={(name) => change({ name })}
          />
        </div>
        <button
          type="button"
          className={css.button}
          disabled={at === 0}
          aria-label={`${t('setup.up')}: ${station.name}`}
          onClick={() => onMove(-1)}
        >
          {t('setup.up')}
        </button>
        <button
          type="button"
          className={css.button}
          disabled={at === stations.length - 1}
          aria-label={`${t('setup.down')}: ${station.name}`}
          onClick={() => onMove(1)}
        >
          {t('setup.down')}
        </button>
        {onRemove !== null && (
          <button
            type="button"
            className={css.button}
            aria-label={`${t('setup.remove')}: ${station.name}`}
            data-testid="remove-station"
            onClick={onRemove}
          >
            {t('setup.remove')}
          </button>
        )}
      </div>
      <Choice
        label={t('setup.stations.layout')}
        value={station.layout}
        options={StationLayout.options.map((layout) => ({
          value: layout,
          label: t(`setup.stations.layouts.${layout}`),
          why: t(`setup.stations.layoutsWhy.${layout}`),
        }))}
        onChange={(layout) => change({ layout })}
      />
      <LayoutPreview station={station} />
      <div className={css.two}>
        <Choice
          label={t('setup.stations.state')}
          value={station.state}
          options={[
            { value: 'open', label: t('setup.stations.open') },
            { value: 'closed', label: t('setup.stations.closed') },
          ]}
          onChange={(state) => change({ state })}
        />
        <Choice
          label={t('setup.stations.steps')}
          value={station.steps === 2 ? '2' : '3'}
          options={[
            { value: '2', label: t('setup.stations.two') },
            { value: '3', label: t('setup.stations.three') },
          ]}
          onChange={(steps) => change({ steps: steps === '2' ? 2 : 3 })}
        />
        {mayFix(station.layout) && (
          <Choice
            label={t('setup.stations.slots')}
            value={station.hasFixedSlots ? 'fixed' : 'closeUp'}
            options={[
              { value: 'closeUp', label: t('setup.stations.closeUp') },
              { value: 'fixed', label: t('setup.stations.fixed') },
            ]}
            onChange={(slots) => change({ hasFixedSlots: slots === 'fixed' })}
          />
        )}
        <SelectField
          label={t('setup.stations.standIn')}
          value={station.standIn ?? NOBODY}
          options={[{ value: NOBODY, label: t('setup.stations.nextOpen') }, ...others]}
          onChange={(id) => change({ standIn: id === NOBODY ? null : id })}
        />
        <SelectField
          label={t('setup.stations.neighbour')}
          value={station.neighbour ?? NOBODY}
          options={[{ value: NOBODY, label: t('setup.stations.next') }, ...others]}
          onChange={(id) => change({ neighbour: id === NOBODY ? null : id })}
        />
      </div>
      <StationVoiceField station={station} onChange={(voice) => change({ voice })} />
      <StationPaper station={station} onChange={change} />
      {station.state === 'closed' && (
        <p className={css.note}>
          {standIn ? t('setup.stations.closedWhy', { name: standIn.name }) : t('setup.stations.closedNext')}
        </p>
      )}
      <p className={cls(css.quiet, css.address)}>
        {t('setup.stations.address', { address: `/kitchen/${station.id}` })}
      </p>
    </section>
  );
}
