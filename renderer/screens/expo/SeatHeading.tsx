import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import { useActions } from '../board/boardActions.ts';
import { tileKey } from '../board/tileKey.ts';
import css from './SeatHeading.module.css';

/** Plates are called by seat, and may be sent by seat: a press picks all of it. */
export function SeatHeading({ tile, line }: { tile: TileView; line: LineView }) {
  const { t } = useSpeech();
  const actions = useActions();
  if (!actions.canRun) return <p className={css.seat}>{words()}</p>;
  const seat = line.seats.join(' ');
  const lines = tile.lines.filter((one) => one.seats.join(' ') === seat);
  return (
    <Press
      zone={tileKey(tile)}
      testId="pick-seat"
      className={css.seat}
      label={t('expo.pickSeat', { seat: words() })}
      act={(down) => actions.pick(tile, lines, down)}
    >
      {words()}
    </Press>
  );

  function words(): string {
    if (line.seats.length === 0) return t('expo.seatUnknown');
    if (line.seats.length === 1 && line.seats[0] === 0) return t('expo.forTable');
    return t('expo.seat', { seat: line.seats.join(', ') });
  }
}
