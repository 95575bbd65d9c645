import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, wordFor } from '../../../app/words.ts';

/** What a header says beside the table, in one line. */
export function headWords({ head, openedAt }: TileView, speech: Speech): string {
  const { t, time } = speech;
  const words = [
    head.server,
    head.covers === null ? null : t('tile.covers', { count: head.covers }),
    head.channel === 'dine_in' ? null : wordFor(speech, 'channel', head.channel),
    head.table === null ? null : t('tile.number', { number: head.number }),
    t('sheet.openedAt', { time: time(openedAt) }),
  ];
  return words.filter((word) => word !== null).join(' · ');
}
