import { memo, useMemo } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { RunPlace } from '../../expo/RunPlace.tsx';
import { useActions } from '../boardActions.ts';
import { useMeasure } from '../measureContext.ts';
import { tileKey } from '../tileKey.ts';
import { AllergyBandAgain, AllergyBands } from './AllergyBands.tsx';
import { BumpPlace } from './BumpPlace.tsx';
import { CourseStrip } from './CourseStrip.tsx';
import { DownMark } from './DownMark.tsx';
import { Labels } from './Labels.tsx';
import { Lines } from './Lines.tsx';
import { measurePart } from './measurePart.ts';
import { OrderLine } from './OrderLine.tsx';
import { PaperMarks } from './PaperMarks.tsx';
import { Refusal } from './Refusal.tsx';
import css from './Tile.module.css';
import { TileHeader } from './TileHeader.tsx';
import { TileNowProvider } from './tileNow.ts';
import { useTileFrame } from './useTileFrame.ts';

export interface TilePartProps {
  readonly tile: TileView;
  readonly part: number;
  readonly parts: number;
  readonly from: number;
  readonly to: number;
  /** Words of a refused press, over the foot of the tile. */
  readonly refusal: string | null;
  /** The one cell of a ticket is the ticket; of several, the element around them. */
  readonly isTicket: boolean;
}

export const TilePart = memo(function TilePart(props: TilePartProps) {
  const { tile, part, parts, from, to, refusal, isTicket } = props;
  const { kind } = useActions();
  const measure = useMeasure();
  const blocks = useMemo(() => measure.blocksOf(tile).slice(from, to), [measure, tile, from, to]);
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
      <div data-top="">
        <DownMark tile={tile} />
        <TileHeader tile={tile} part={part} parts={parts} />
        {part === 0 && <OrderLine tile={tile} />}
        {part === 0 && <Labels tile={tile} />}
        {part === 0 && <PaperMarks tile={tile} />}
        {part === 0 && kind === 'station' && <CourseStrip courses={tile.courses} />}
        {part === 0 ? <AllergyBands bands={tile.bands} /> : <AllergyBandAgain bands={tile.bands} />}
      </div>
      <div className={css.body}>
        <TileNowProvider value={frame.now}>
          <Lines tile={tile} blocks={blocks} isAgain={part > 0} />
        </TileNowProvider>
      </div>
      {isLast ? (
        <div data-foot="">{kind === 'station' ? <BumpPlace tile={tile} /> : <RunPlace tile={tile} />}</div>
      ) : (
        <Tear part={part} parts={parts} />
      )}
      {isLast && refusal !== null && <Refusal words={refusal} />}
    </article>
  );
});

function Tear({ part, parts }: { part: number; parts: number }) {
  const { t } = useSpeech();
  return (
    <p className={css.tear} data-tear="">
      <Shape name="tear" /> {t('tile.continues')} {t('tile.part', { part: part + 2, parts })}
    </p>
  );
}
