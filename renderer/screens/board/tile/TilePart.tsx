import { memo } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { RunPlace } from '../../expo/RunPlace.tsx';
import type { Block } from '../blocks.ts';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { BumpPlace } from './BumpPlace.tsx';
import { Lines } from './Lines.tsx';
import { measurePart } from './measurePart.ts';
import { Refusal } from './Refusal.tsx';
import { isPartSame } from './sameDrawn.ts';
import css from './Tile.module.css';
import { TileTop } from './TileTop.tsx';
import { useTileFrame } from './useTileFrame.ts';

export interface TilePartProps {
  readonly tile: TileView;
  /** Of the tile, those that stand in this part. */
  readonly blocks: readonly Block[];
  readonly part: number;
  readonly parts: number;
  /** Words of a refused press, over the foot of the tile. */
  readonly refusal: string | null;
  /** The one cell of a ticket is the ticket; of several, the element around them. */
  readonly isTicket: boolean;
}

export const TilePart = memo(function TilePart(props: TilePartProps) {
  const { tile, blocks, part, parts, refusal, isTicket } = props;
  const { kind } = useActions();
  const isLast = part === parts - 1;
  const frame = useTileFrame(tile, part, (element) => measurePart(element, part, isLast));

  return (
    <article
      ref={frame.element}
      className={frame.className}
      data-testid={isTicket ? 'ticket' : undefined}
      data-ticket-id={isTicket ? tile.externalId : undefined}
      data-zone={tileKey(tile)}
    >
      <TileTop tile={tile} part={part} parts={parts} />
      <div className={css.body}>
        <Lines tile={tile} blocks={blocks} isAgain={part > 0} />
      </div>
      {isLast ? (
        <div data-foot="">{kind === 'station' ? <BumpPlace tile={tile} /> : <RunPlace tile={tile} />}</div>
      ) : (
        <Tear part={part} parts={parts} />
      )}
      {isLast && refusal !== null && <Refusal words={refusal} />}
    </article>
  );
}, isDrawnTheSame);

function isDrawnTheSame(a: TilePartProps, b: TilePartProps): boolean {
  return a.refusal === b.refusal && a.isTicket === b.isTicket && isPartSame(a, b);
}

function Tear({ part, parts }: { part: number; parts: number }) {
  const { t } = useSpeech();
  return (
    <p className={css.tear} data-tear="">
      <Shape name="tear" /> {t('tile.continues')} {t('tile.part', { part: part + 2, parts })}
    </p>
  );
}
