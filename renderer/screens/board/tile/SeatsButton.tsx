import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { dishName, useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useSheet } from '../sheet/sheetContext.ts';
import { tileKey } from '../tileKey.ts';
import css from './Line.module.css';

/** `14 SEATS`: whose each plate of a large party is, beside the board. */
export function SeatsButton({ tile, line }: { tile: TileView; line: LineView }) {
  const { t, language } = useSpeech();
  const { show } = useSheet();
  const { ticketId: ticket, station } = tile;
  return (
    <Press
      zone={tileKey(tile)}
      testId="seats"
      className={css.seatsButton}
      hint={t('line.seatsOf', { dish: dishName(line, language) })}
      act={() => show({ kind: 'seats', ticket, station, dish: line.dish, course: line.course })}
    >
      {t('line.seats', { count: line.seats.length })}
    </Press>
  );
}
