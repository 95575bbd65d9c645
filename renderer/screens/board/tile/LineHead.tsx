import { memo } from 'react';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { dishName, type Speech, useSpeech, wordFor } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { BAR_COUNT } from '../bar/barGlass.ts';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { seatRuns } from './allergyWords.ts';
import css from './Line.module.css';
import { SeatsButton } from './SeatsButton.tsx';
import { useTileNow } from './tileNow.ts';

/** Quantity first, the dish bold, whose it is; above it why it is here, below it what stage it was voided at. */
export const LineHead = memo(function LineHead({ tile, line, isResumed }: LineHeadProps) {
  const speech = useSpeech();
  const actions = useActions();
  const tileNow = useTileNow(tile);
  const dish = dishName(line, speech.language);
  return (
    <>
      {!isResumed && <WhyHere line={line} />}
      <div className={css.head}>
        <Quantity tile={tile} line={line} dish={dish} />
        <div className={css.what}>
          <Press
            zone={tileKey(tile)}
            className={css.dish}
            hint={pressLabel(line, dish, speech)}
            act={(down) => actions.dish(tileNow(), line, down)}
            stay={() => actions.card(line)}
          >
            {(line.state === 'ready' || line.state === 'run') && <Shape name="ready" className={css.tick} />}
            <span className={css.name}>{dish}</span>
            {isResumed && <span className={css.small}> {speech.t('tile.continued')}</span>}
          </Press>
          {(actions.kind === 'station' || tile.isLarge) && !isResumed && <Seats tile={tile} line={line} />}
        </div>
      </div>
      {!isResumed && <Marks line={line} />}
    </>
  );
});

interface LineHeadProps {
  readonly tile: TileView;
  readonly line: LineView;
  readonly isResumed: boolean;
}

function pressLabel(line: LineView, dish: string, { t }: Speech): string {
  return t(line.state === 'ready' ? 'line.dishBack' : 'line.dishReady', { dish });
}

/** `4`, or `1/4` once one of them is ready. A press counts one. */
function Quantity({ tile, line, dish }: { tile: TileView; line: LineView; dish: string }) {
  const { t } = useSpeech();
  const actions = useActions();
  const tileNow = useTileNow(tile);
  const isCounted = line.ready > 0 && line.ready < line.quantity;
  const text = isCounted
    ? `${quantityText(line.ready)}/${quantityText(line.quantity)}`
    : quantityText(line.quantity);
  if (line.quantity <= 1) return <span className={css.quantity}>{text}</span>;
  return (
    <Press
      zone={tileKey(tile)}
      className={cls(css.quantity, css.countable)}
      hint={t('line.countOne', { dish })}
      act={(down) => actions.count(tileNow(), line, 1, down)}
      data={BAR_COUNT}
    >
      {text}
    </Press>
  );
}

/** At most three decimals come from outside; halves are written as cooks do. */
function quantityText(quantity: number): string {
  return quantity === 0.5 ? '½' : `${quantity}`;
}

/** More do not fit beside a dish: they stand behind a press. */
const SEATS_ON_LINE = 4;

function Seats({ tile, line }: { tile: TileView; line: LineView }) {
  const speech = useSpeech();
  if (line.seats.length === 0 && !line.isShared) return null;
  if (tile.isLarge && line.seats.length > SEATS_ON_LINE) return <SeatsButton tile={tile} line={line} />;
  return (
    <span className={css.seats}>
      {line.isShared && <span className={cls(css.seat, css.share)}>{speech.t('line.share')}</span>}
      {line.seats.length > 0 && <span className={css.seat}>{seatRuns(line.seats, speech)}</span>}
    </span>
  );
}

function WhyHere({ line }: { line: LineView }) {
  const speech = useSpeech();
  const { t, time } = speech;
  return (
    <>
      {line.addedAt !== null && (
        <div className={css.addOn}>
          <Shape name="added" /> {t('line.addOn', { time: time(line.addedAt) })}
        </div>
      )}
      {line.is86 && (
        <div className={css.eightySix}>
          <Shape name="stop" /> {t('eightySix.mark')}
        </div>
      )}
      {line.isNoStation && <div className={css.noStation}>{t('line.noStation')}</div>}
      {line.refire !== null && (
        <div className={css.refire}>
          <Shape name="refire" /> <b>{t('line.refire')}</b>{' '}
          {line.refire.firedAt !== null && t('line.refireOf', { time: time(line.refire.firedAt) })} ·{' '}
          {wordFor(speech, 'reason', line.refire.reason)}
        </div>
      )}
      {line.onTheFly && line.refire === null && (
        <div className={css.refire}>
          <Shape name="refire" /> {t('tile.onTheFly')}
        </div>
      )}
    </>
  );
}

/** `WITH Ribeye`, `AS READY`, `ON CALL` */
export function goesWords({ goes }: Pick<LineView, 'goes'>, { t, language }: Speech): string | null {
  if (goes === undefined) return null;
  return goes.kind === 'with'
    ? t('line.goes.with', { dish: dishName(goes, language) })
    : t(`line.goes.${goes.kind}`);
}

function Marks({ line }: { line: LineView }) {
  const speech = useSpeech();
  const { t, stationName } = speech;
  const goes = goesWords(line, speech);
  if (line.state === 'void')
    return (
      <div className={css.marks}>
        <span className={css.voidMark}>
          <Shape name="void" /> {t('line.void')}
          {line.stage !== null && `: ${t(`line.voidAt.${line.stage}`)}`}
        </span>
        {line.voidReason !== null && <span className={css.reason}>{line.voidReason}</span>}
      </div>
    );
  const isHeld = line.state === 'held';
  if (line.state !== 'started' && !line.comped && !isHeld && line.standsInFor === null && goes === null)
    return null;
  return (
    <div className={css.marks}>
      {line.state === 'started' && line.parts.length === 0 && (
        <span className={css.startedMark}>{t('line.started')}</span>
      )}
      {isHeld && <span className={css.small}>{t('line.heldCourse')}</span>}
      {goes !== null && (
        <span className={css.goes} data-testid="goes">
          {goes}
        </span>
      )}
      {line.standsInFor !== null && (
        <span className={css.standIn}>{t('line.standsIn', { station: stationName(line.standsInFor) })}</span>
      )}
      {line.comped && <span className={css.small}>{t('line.comped')}</span>}
    </div>
  );
}
