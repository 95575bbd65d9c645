import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { NO_STATION, type StationId } from '../../../shared/lib/ids.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { useTick } from '../../ui/useTick.ts';
import { useActions } from '../board/boardActions.ts';
import { tileKey } from '../board/tileKey.ts';
import css from './Waiting.module.css';

interface WaitingProps {
  readonly tile: TileView;
  readonly stations: readonly StationId[];
}

/** Whom the table waits for; a press on a name asks HOW LONG?, and the answer counts down beside it. */
export function Waiting({ tile, stations }: WaitingProps) {
  const { t } = useSpeech();
  return (
    <span className={css.waiting}>
      {t('pass.waitingOn')}
      {stations.map((station) => (
        <One key={station} tile={tile} station={station} />
      ))}
    </span>
  );
}

function One({ tile, station }: { tile: TileView; station: StationId }) {
  const { t, stationName } = useSpeech();
  const actions = useActions();
  const name = stationName(station);
  if (!actions.canAnswer || station === NO_STATION) return <b className={css.name}>{name}</b>;
  return (
    <Press
      zone={tileKey(tile)}
      testId="how-long"
      className={cls(css.station, css.name)}
      hint={t('pass.askHint', { station: name })}
      data={{ 'data-station': station }}
      act={(down) => actions.askStation(tile, station, down)}
    >
      <span>
        {name} <Answer tile={tile} station={station} />
      </span>
    </Press>
  );
}

const MINUTE_MS = 60_000;

/** `?` till somebody answers, then the minutes that are left, and whose word that is where another stood in; past them it says so with a shape. */
export function Answer({ tile, station }: { tile: TileView; station: StationId }) {
  const { t, stationName } = useSpeech();
  const asked = tile.howLong?.find((one) => one.station === station);
  const dueAt = asked?.dueAt ?? null;
  const left = useTick((now) => (dueAt === null ? 0 : Math.ceil((dueAt - now) / MINUTE_MS)));
  if (!asked) return null;
  const { saidBy } = asked;
  if (dueAt === null) return <span data-testid="how-long-open">{t('pass.asked')}</span>;
  return (
    <span className={cls(left <= 0 && css.over)} data-testid="how-long-answer">
      {left <= 0 && <Shape name="late" />}{' '}
      {saidBy === null
        ? t('pass.minutes', { count: left })
        : t('pass.minutesBy', { count: left, who: stationName(saidBy) })}
    </span>
  );
}
