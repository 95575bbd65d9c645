import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech, wordFor } from '../../../app/words.ts';
import css from './OrderLine.module.css';

/** How an order leaves the house, in one line of its own beneath the header; nothing for a table's. */
export function OrderLine({ tile }: { tile: Pick<TileView, 'head'> }) {
  const speech = useSpeech();
  const words = orderWords(tile, speech);
  if (words.length === 0) return null;
  return (
    <p className={css.line}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}

function orderWords({ head }: Pick<TileView, 'head'>, speech: Speech): string[] {
  const { t, time } = speech;
  const words: string[] = [];
  if (head.channel !== 'dine_in') words.push(wordFor(speech, 'channel', head.channel));
  if (head.promisedAt !== null) words.push(t('tile.readyBy', { time: time(head.promisedAt) }));
  if (head.pickup?.code) words.push(t('tile.pickupCode', { code: head.pickup.code }));
  if (head.cutlery !== null) words.push(t(head.cutlery ? 'tile.cutlery' : 'tile.noCutlery'));
  return words;
}
