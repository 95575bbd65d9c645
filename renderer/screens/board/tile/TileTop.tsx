import { memo } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useActions } from '../boardActions.ts';
import { AllergyBandAgain, AllergyBands } from './AllergyBands.tsx';
import { CourseStrip } from './CourseStrip.tsx';
import { DownMark } from './DownMark.tsx';
import { Labels } from './Labels.tsx';
import { OrderLine } from './OrderLine.tsx';
import { PaperMarks } from './PaperMarks.tsx';
import { isTopSame } from './sameDrawn.ts';
import { TileHeader } from './TileHeader.tsx';

interface TileTopProps {
  readonly tile: TileView;
  readonly part: number;
  readonly parts: number;
}

/** All above the food. A dish that was pressed does not draw it again. */
export const TileTop = memo(
  function TileTop({ tile, part, parts }: TileTopProps) {
    const { kind } = useActions();
    return (
      <div data-top="">
        <DownMark tile={tile} />
        <TileHeader tile={tile} part={part} parts={parts} />
        {part === 0 && <OrderLine tile={tile} />}
        {part === 0 && <Labels tile={tile} />}
        {part === 0 && <PaperMarks tile={tile} />}
        {part === 0 && kind === 'station' && <CourseStrip courses={tile.courses} />}
        {part === 0 ? <AllergyBands bands={tile.bands} /> : <AllergyBandAgain bands={tile.bands} />}
      </div>
    );
  },
  (a, b) => a.part === b.part && a.parts === b.parts && isTopSame(a.tile, b.tile),
);
