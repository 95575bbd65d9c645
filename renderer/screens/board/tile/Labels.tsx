import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech, wordFor } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { useTick } from '../../../ui/useTick.ts';
import css from './Labels.module.css';

/** Filled, with words: what must be known of the whole ticket before its food. */
export function Labels({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const isRush = tile.rushAt !== null;
  const hasSteps = tile.handoff !== null || (tile.head.pickup?.arrivedAt ?? null) !== null;
  const { vip, occasion } = tile.head;
  const { keyed } = tile;
  if (!isRush && !tile.isOnTheFly && !vip && occasion === null && tile.away === null && !hasSteps && !keyed)
    return null;
  return (
    <p className={css.labels}>
      {isRush && (
        <span className={cls(css.label, css.rush)}>
          <Shape name="rush" /> {t('tile.rush')}
        </span>
      )}
      {tile.isOnTheFly && (
        <span className={cls(css.label, css.rush)}>
          <Shape name="refire" /> {t('tile.onTheFly')}
        </span>
      )}
      {keyed !== null && <KeyedLabel keyed={keyed} />}
      {tile.away !== null && <Away away={tile.away} />}
      {hasSteps && <HandOffLabel tile={tile} />}
      {vip && (
        <span className={cls(css.label, css.vip)}>
          <Shape name="vip" /> {t('tile.vip')}
        </span>
      )}
      {occasion !== null && (
        <span className={cls(css.label, css.vip)}>
          <Shape name="vip" /> {occasion}
        </span>
      )}
    </p>
  );
}

/** `KEYED BY HAND 19:05 · EXPO`: the POS knows nothing of it yet. */
function KeyedLabel({ keyed }: { keyed: NonNullable<TileView['keyed']> }) {
  const { t, time, stationName } = useSpeech();
  const by = keyed.by === 'expo' ? t('footer.expo') : stationName(keyed.by);
  return (
    <span className={cls(css.label, css.keyed)} data-testid="keyed-mark">
      {t('keying.mark', { time: time(keyed.at), by })}
    </span>
  );
}

const MINUTE_MS = 60_000;

/** The guests have left the table: nothing new is started, and what is started says for how long. */
function Away({ away }: { away: NonNullable<TileView['away']> }) {
  const speech = useSpeech();
  const { t } = speech;
  const minutes = useTick((now) => Math.max(0, Math.floor((now - away.since) / MINUTE_MS)));
  return (
    <span className={cls(css.label, css.away)} data-testid="away-mark">
      <Shape name="away" /> {t('table.awayMinutes', { count: minutes })}
      {away.reason !== null && ` · ${wordFor(speech, 'table.awayFor', away.reason)}`}
      {away.until !== null && ` · ${t('table.awayUntil', { time: speech.time(away.until) })}`}
    </span>
  );
}

/** The last step of an order's way out: `COURIER HERE 19:42`. */
function HandOffLabel({ tile }: { tile: TileView }) {
  const { t, time } = useSpeech();
  const { handoff } = tile;
  const here = handoff?.courierHereAt ?? tile.head.pickup?.arrivedAt ?? null;
  const steps = [
    ['returned', handoff?.returnedAt ?? null],
    ['handed_over', handoff?.handedOverAt ?? null],
    ['courier_here', here],
    ['packed', handoff?.packedAt ?? null],
  ] as const;
  const last = steps.find(([, at]) => at !== null);
  if (!last || last[1] === null) return null;
  return (
    <span className={cls(css.label, css.step)} data-testid="handoff-mark">
      {t(
        last[0] === 'courier_here' && tile.head.pickup?.kind !== 'courier'
          ? 'handoff.guest_here'
          : `handoff.${last[0]}`,
      )}{' '}
      {time(last[1])}
    </span>
  );
}
