import { memo } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { type FireLevel, fireClockText, fireLevel } from '../../../ui/fireClock.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useTick } from '../../../ui/useTick.ts';
import { BAR_HEADER } from '../bar/barGlass.ts';
import { useActions } from '../boardActions.ts';
import { isOnPaper } from '../paper/isOnPaper.ts';
import { tileKey } from '../tileKey.ts';
import { CustomerName } from './CustomerName.tsx';
import { type HeaderField, headerWas } from './headerChange.ts';
import css from './TileHeader.module.css';

/** Letters of a number, `T-41` or `Bar 2`. */
const SHORT = 5;

export type HeaderLevel = FireLevel | 'none';

/** State of the header by the second: neutral while OK or NEW, filled when SOON or LATE. */
export function useHeaderLevel(tile: TileView): HeaderLevel {
  // Who has it on paper has taken it: it is not new food when their screen comes back.
  const isTaken = tile.isHeard || isOnPaper(tile);
  return useTick((now) => (tile.clock ? fireLevel(tile.clock, isTaken, now) : 'none'));
}

export const TileHeader = memo(function TileHeader({ tile, part, parts, isRow = false }: TileHeaderProps) {
  const speech = useSpeech();
  const actions = useActions();
  const level = useHeaderLevel(tile);
  return (
    <Press
      zone={tileKey(tile)}
      testId="header"
      className={cls(css.header, css[level])}
      hint={speech.t(actions.kind === 'expo' ? 'table.open' : 'tile.hear', { title: tile.title })}
      act={(down) => actions.header(tile, down)}
      data={BAR_HEADER}
    >
      <span className={cls(css.title, tile.title.length > SHORT && css.long)}>
        <Changed tile={tile} field={tile.head.table === null ? 'number' : 'table'}>
          {tile.title}
        </Changed>
      </span>
      <span className={css.who}>
        {part === 0 && <Who tile={tile} isShort={isRow} />}
        {parts > 1 && <b className={css.part}>{speech.t('tile.part', { part: part + 1, parts })}</b>}
      </span>
      <span className={cls(css.right, part > 0 && css.inRow)}>
        <Right tile={tile} level={level} />
      </span>
    </Press>
  );
});

interface TileHeaderProps {
  readonly tile: TileView;
  readonly part: number;
  readonly parts: number;
  /** It stands at the side of a row, and not over a tile. */
  readonly isRow?: boolean;
}

function Clock({ tile, level }: { tile: TileView; level: HeaderLevel }) {
  const { t } = useSpeech();
  const text = useTick((now) => (tile.clock ? fireClockText(tile.clock, now) : ''));
  const isReady = tile.isReady && level !== 'late';
  const shape = level === 'none' ? 'ok' : level;
  return (
    <>
      <span className={css.clock}>{text}</span>
      <span className={cls(css.word, isReady && css.readyWord)}>
        <Shape name={isReady ? 'ready' : shape} /> {t(`state.${isReady ? 'ready' : shape}`)}
      </span>
    </>
  );
}

function Right({ tile, level }: { tile: TileView; level: HeaderLevel }) {
  if (tile.clock) return <Clock tile={tile} level={level} />;
  return tile.waitsFor === undefined ? <ComingUp tile={tile} /> : <Awaited stations={tile.waitsFor} />;
}

/** All its food here is still in the hands of others. */
function Awaited({ stations }: { stations: readonly string[] }) {
  const { t, stationName } = useSpeech();
  return (
    <span className={css.coming} data-testid="awaited">
      {t('line.from', { station: stations.map(stationName).join(', ') })}
    </span>
  );
}

const MINUTE_MS = 60_000;

function ComingUp({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const minutes = useTick((now) => Math.max(0, Math.ceil(((tile.comingUpAt ?? now) - now) / MINUTE_MS)));
  return (
    <span className={css.coming}>
      {t('tile.comingUp')}
      {tile.comingUpAt !== null && <small>{t('tile.comingUpIn', { count: minutes })}</small>}
    </span>
  );
}

/** `isShort`: the order's number is read where somebody asks for it, on the sheet of its ticket. */
function Who({ tile, isShort }: { tile: TileView; isShort: boolean }) {
  const speech = useSpeech();
  const { head } = tile;
  const covers = head.covers === null ? null : speech.t('tile.covers', { count: head.covers });
  return (
    <>
      {head.server !== null && (
        <Changed tile={tile} field="server">
          {head.server}
        </Changed>
      )}
      <CustomerName customer={tile.customer} />
      {covers !== null && (
        <Changed tile={tile} field="covers">
          {covers}
        </Changed>
      )}
      {head.table !== null && !isShort && <span>{speech.t('tile.number', { number: head.number })}</span>}
      <OpenFor tile={tile} />
    </>
  );
}

/** Ticket age, small: it sets no state. Worth its place only when it differs from the clock. */
function OpenFor({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const since = tile.clock?.firedAt ?? null;
  const minutes = useTick((now) => Math.floor((now - tile.openedAt) / MINUTE_MS));
  if (since === null || since - tile.openedAt < 5 * MINUTE_MS) return null;
  return <span>{t('tile.open', { count: minutes })}</span>;
}

/** A new value of the header stands out for a while, with the old one beside it. */
function Changed({ tile, field, children }: { tile: TileView; field: HeaderField; children: string }) {
  const { t } = useSpeech();
  const was = useTick((now) => {
    const before = headerWas(tile, field, now);
    return before === undefined ? '' : t('tile.was', { value: before ?? '–' });
  });
  if (was === '') return <span>{children}</span>;
  return (
    <span className={css.changed}>
      {children} <small>{was}</small>
    </span>
  );
}
