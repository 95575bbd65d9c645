import { memo } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import type { PlacedPart } from '../boardLayout.ts';
import { useMeasure } from '../measureContext.ts';
import type { PartRange } from '../splitTile.ts';
import { AllergyBandAgain, AllergyBands } from '../tile/AllergyBands.tsx';
import { BumpPlace } from '../tile/BumpPlace.tsx';
import { CourseStrip } from '../tile/CourseStrip.tsx';
import { DownMark } from '../tile/DownMark.tsx';
import { Labels } from '../tile/Labels.tsx';
import { Lines } from '../tile/Lines.tsx';
import { OrderLine } from '../tile/OrderLine.tsx';
import { PaperMarks } from '../tile/PaperMarks.tsx';
import { Refusal } from '../tile/Refusal.tsx';
import { TileHeader } from '../tile/TileHeader.tsx';
import { useTileFrame } from '../tile/useTileFrame.ts';
import { tileKey } from '../tileKey.ts';
import { measureRow } from './measureRow.ts';
import css from './RowPart.module.css';

interface RowPartProps {
  readonly tile: TileView;
  /** Of all there is of this ticket, where the foot of a column tears it. */
  readonly part: number;
  readonly parts: number;
  readonly cells: readonly PlacedPart[];
  /** Dishes beside each other, whether there are so many or not: a dish is as wide, and so as high, wherever it stands. */
  readonly columns: number;
  readonly refusal: string | null;
  /** As `TilePart` has it. */
  readonly isTicket: boolean;
}

/** A ticket as a row of a list: table and clock, what is to be made, and its bump, all that a tile says in the same words and sizes. */
export const RowPart = memo(function RowPart(props: RowPartProps) {
  const { tile, part, parts, cells, columns, refusal, isTicket } = props;
  const isLast = part === parts - 1;
  const frame = useTileFrame(tile, part, (element) => measureRow(element, part, isLast));
  return (
    <article
      ref={frame.element}
      className={cls(frame.className, css.row)}
      data-testid={isTicket ? 'ticket' : undefined}
      data-ticket-id={isTicket ? tile.externalId : undefined}
      data-zone={tileKey(tile)}
    >
      <div className={css.head} data-side="">
        <TileHeader tile={tile} part={part} parts={parts} isRow />
      </div>
      <div className={css.middle}>
        <div data-top="" className={css.top}>
          <DownMark tile={tile} />
          {part === 0 && <OrderLine tile={tile} />}
          {part === 0 && <Labels tile={tile} />}
          {part === 0 && <PaperMarks tile={tile} />}
          {part === 0 && <CourseStrip courses={tile.courses} />}
          {part === 0 ? <AllergyBands bands={tile.bands} /> : <AllergyBandAgain bands={tile.bands} />}
        </div>
        {cells.map(({ part: row, range }) => (
          <RowItems key={row} tile={tile} beside={range.beside ?? []} columns={columns} isAgain={row > 0} />
        ))}
      </div>
      <div className={css.foot} data-side="" data-foot="">
        {isLast ? <BumpPlace tile={tile} /> : <GoesOn part={part} parts={parts} />}
      </div>
      {isLast && refusal !== null && <Refusal words={refusal} />}
    </article>
  );
});

/** One row of the ticket's dishes. A dish that goes on in the next column is named again there. */
function RowItems(props: {
  tile: TileView;
  beside: readonly PartRange[];
  columns: number;
  isAgain: boolean;
}) {
  const { tile, beside, columns, isAgain } = props;
  const { blocksOf } = useMeasure();
  const blocks = blocksOf(tile);
  const numbered = beside.map((range, column) => ({ ...range, column }));
  return (
    <div className={css.items} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {numbered.map(({ from, to, column }) => (
        <div key={column} className={css.column}>
          <Lines tile={tile} blocks={blocks.slice(from, to)} isAgain={isAgain || column > 0} />
        </div>
      ))}
    </div>
  );
}

function GoesOn({ part, parts }: { part: number; parts: number }) {
  const { t } = useSpeech();
  return (
    <p className={css.goesOn} data-tear="">
      <Shape name="tear" /> {t('tile.continues')} {t('tile.part', { part: part + 2, parts })}
    </p>
  );
}
