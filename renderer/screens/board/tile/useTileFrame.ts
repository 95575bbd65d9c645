import { type RefObject, useContext, useLayoutEffect, useRef } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { cls } from '../../../ui/cls.ts';
import { useIsSelected } from '../bar/barContext.ts';
import { placeKey } from '../boardLayout.ts';
import type { PartHeights } from '../HeightBook.ts';
import { LitDish } from '../litDish.ts';
import { useMeasure } from '../measureContext.ts';
import { isOnPaper } from '../paper/isOnPaper.ts';
import { tileKey } from '../tileKey.ts';
import { useDownStation } from './DownMark.tsx';
import css from './Tile.module.css';
import { useHeaderLevel } from './TileHeader.tsx';

interface TileFrame {
  readonly element: RefObject<HTMLElement | null>;
  readonly className: string;
}

/** What a ticket's edge says of it, whatever stands inside: the same for a tile and for a row. `heightsOf`: what the glass made of it. */
export function useTileFrame(
  tile: TileView,
  part: number,
  heightsOf: (element: HTMLElement) => PartHeights,
): TileFrame {
  const measure = useMeasure();
  const element = useRef<HTMLElement>(null);
  const level = useHeaderLevel(tile);
  const lit = useContext(LitDish);
  const isDown = useDownStation(tile) !== null;
  const isSelected = useIsSelected(placeKey({ kind: 'tile', id: tileKey(tile) }));
  const isLit = lit !== null && tile.lines.some(({ dish }) => dish === lit);

  // Without dependencies on purpose: whatever was drawn is what is measured.
  useLayoutEffect(() => {
    if (element.current) measure.note(tileKey(tile), heightsOf(element.current));
  });

  const className = cls(
    css.tile,
    css[level],
    tile.clock === null && css.coming,
    isOnPaper(tile) && css.onPaper,
    part > 0 && css.again,
    isLit && css.lit,
    isSelected && css.selected,
    isDown && css.down,
  );
  return { element, className };
}
