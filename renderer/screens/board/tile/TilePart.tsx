import { memo, useContext, useLayoutEffect, useMemo, useRef } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { RunPlace } from '../../expo/RunPlace.tsx';
import { useIsSelected } from '../bar/barContext.ts';
import { useActions } from '../boardActions.ts';
import { placeKey } from '../boardLayout.ts';
import { LitDish } from '../litDish.ts';
import { useMeasure } from '../measureContext.ts';
import { isOnPaper } from '../paper/isOnPaper.ts';
import { tileKey } from '../tileKey.ts';
import { AllergyBandAgain, AllergyBands } from './AllergyBands.tsx';
import { BumpPlace } from './BumpPlace.tsx';
import { CourseStrip } from './CourseStrip.tsx';
import { DownMark, useDownStation } from './DownMark.tsx';
import { Labels } from './Labels.tsx';
import { Lines } from './Lines.tsx';
import { measurePart } from './measurePart.ts';
import { OrderLine } from './OrderLine.tsx';
import { PaperMarks } from './PaperMarks.tsx';
import { Refusal } from './Refusal.tsx';
import css from './Tile.module.css';
import { TileHeader, useHeaderLevel } from './TileHeader.tsx';
import { TileNowProvider } from './tileNow.ts';

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
  const element = useRef<HTMLElement>(null);
  const now = useRef(tile);
  useLayoutEffect(() => {
    now.current = tile;
  }, [tile]);
  const level = useHeaderLevel(tile);
  const isLast = part === parts - 1;
  const lit = useContext(LitDish);
  const isDown = useDownStation(tile) !== null;
  const isSelected = useIsSelected(placeKey({ kind: 'tile', id: tileKey(tile) }));
  const isLit = lit !== null && tile.lines.some(({ dish }) => dish === lit);

  // Without dependencies on purpose: whatever was drawn is what is measured.
  useLayoutEffect(() => {
    if (element.current) measure.note(tileKey(tile), measurePart(element.current, part, isLast));
  });

  return (
    <article
      ref={element}
      className={cls(
        css.tile,
        css[level],
        tile.clock === null && css.coming,
        isOnPaper(tile) && css.onPaper,
        part > 0 && css.again,
        isLit && css.lit,
        isSelected && css.selected,
        isDown && css.down,
      )}
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
        <TileNowProvider value={now}>
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
