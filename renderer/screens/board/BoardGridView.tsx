import { type CSSProperties, memo, type ReactNode, useLayoutEffect, useRef } from 'react';
import css from './BoardGridView.module.css';
import type { Block } from './blocks.ts';
import type { BoardGrid } from './boardGrid.ts';
import type { PlacedPart, PlacedPlace } from './boardLayout.ts';
import type { Coming } from './FillPace.ts';
import { LaneHeadings } from './layouts/LaneHeadings.tsx';
import type { Lane } from './layouts/lanes.ts';
import { segmentsOf, segmentsOn } from './layouts/segments.ts';
import { useMeasure } from './measureContext.ts';
import { RowPart } from './row/RowPart.tsx';
import { Hole } from './tile/Hole.tsx';
import { TilePart } from './tile/TilePart.tsx';
import { TileNowProvider } from './tile/tileNow.ts';
import { tileKey } from './tileKey.ts';

/** The page that is on the glass: every part in its cell, every hole in its place. */
export const BoardGridView = memo(function BoardGridView(props: {
  readonly grid: BoardGrid;
  readonly lanes: readonly Lane[];
  readonly places: readonly PlacedPlace[];
  readonly page: number;
  readonly coming: Coming;
  readonly refusal: TileRefusal | null;
}) {
  const { grid, lanes, places, page, coming, refusal } = props;
  const style = {
    '--tile-w': `${grid.tileWidthPx}px`,
    '--tile-h': `${grid.tileHeightPx}px`,
    gridTemplateColumns: `repeat(${grid.columns}, var(--tile-w))`,
    gridTemplateRows: `${hasHeadings(grid) ? `${grid.headPx}px ` : ''}repeat(${grid.rows}, var(--tile-h))`,
    gap: grid.gapPx,
    padding: grid.gapPx,
  } as CSSProperties;
  return (
    <main className={css.grid} style={style} data-layout={grid.layout}>
      {hasHeadings(grid) && <LaneHeadings lanes={lanes} />}
      {places
        .filter(({ parts }) => parts.some((part) => part.page === page))
        .map((place) =>
          place.kind === 'hole' ? (
            <Holes key={place.key} place={place} page={page} grid={grid} />
          ) : coming.get(place.key) === 0 ? (
            <Awaited key={place.key} place={place} page={page} grid={grid} />
          ) : (
            <Ticket
              key={place.key}
              place={place}
              page={page}
              grid={grid}
              drawn={coming.get(place.key) ?? null}
              refusal={refusal?.ticket === tileKey(place.tile) ? refusal.words : null}
            />
          ),
        )}
    </main>
  );
});

export interface TileRefusal {
  readonly ticket: string;
  readonly words: string;
}

type Placed<K extends PlacedPlace['kind']> = Extract<PlacedPlace, { kind: K }>;

const NONE: readonly Block[] = [];

const hasHeadings = ({ headPx }: BoardGrid) => headPx > 0;

/** What of a place stands on this page, with its number among all there is of it. */
function onPage({ parts }: PlacedPlace, page: number, grid: BoardGrid) {
  return { shown: segmentsOn(parts, page, grid), count: segmentsOf(parts, grid).length };
}

const Ticket = memo(function Ticket(props: {
  readonly place: Placed<'tile'>;
  readonly page: number;
  readonly grid: BoardGrid;
  /** Of its pieces here, from the first; the others come with the next frames. null: all. */
  readonly drawn: number | null;
  readonly refusal: string | null;
}) {
  const { place, page, grid, drawn, refusal } = props;
  const { tile } = place;
  const measure = useMeasure();
  // Above the parts: one that is not drawn again still takes presses on the tile as it stands.
  const now = useRef(tile);
  useLayoutEffect(() => {
    now.current = tile;
  }, [tile]);
  const { shown, count } = onPage(place, page, grid);
  const common = { tile, parts: count, refusal, isTicket: shown.length === 1 };
  const blocksOf = ({ from, to }: PlacedPart['range']) => measure.blocksOf(tile).slice(from, to);
  const cells = shown.map(({ cells: own, number }, at) => (
    <Slot key={number} cells={own} grid={grid}>
      {at >= (drawn ?? shown.length) ? (
        <div />
      ) : grid.layout === 'list' ? (
        <RowPart {...common} part={number} cells={own} columns={grid.itemColumns} />
      ) : (
        <TilePart {...common} part={number} blocks={own[0] ? blocksOf(own[0].range) : NONE} />
      )}
    </Slot>
  ));
  if (shown.length === 1) return <TileNowProvider value={now}>{cells}</TileNowProvider>;
  // Several cells, one ticket: the element around them takes no part in the grid.
  return (
    <div className={css.spread} data-testid="ticket" data-ticket-id={tile.externalId}>
      <TileNowProvider value={now}>{cells}</TileNowProvider>
    </div>
  );
});

/** The cells of a tile that is drawn within the next frames. */
function Awaited({ place, page, grid }: { place: Placed<'tile'>; page: number; grid: BoardGrid }) {
  return onPage(place, page, grid).shown.map(({ cells, number }) => (
    <Slot key={number} cells={cells} grid={grid}>
      <div />
    </Slot>
  ));
}

/** Tiles that close up stand one after the other as they come; where there may be gaps between, each names its cell. */
function Slot(props: { cells: readonly PlacedPart[]; grid: BoardGrid; children: ReactNode }) {
  const { cells, grid, children } = props;
  if (!grid.hasFixedSlots && grid.layout === 'tiles') return children;
  const cell = cells[0]?.cell ?? 0;
  const row = Math.floor(cell / grid.columns) + (hasHeadings(grid) ? 2 : 1);
  const style = { gridColumn: (cell % grid.columns) + 1, gridRow: `${row} / span ${cells.length}` };
  return (
    <div className={css.slot} style={style}>
      {children}
    </div>
  );
}

function Holes({ place, page, grid }: { place: Placed<'hole'>; page: number; grid: BoardGrid }) {
  const { id, title, canUndo } = place;
  const { shown, count } = onPage(place, page, grid);
  return shown.map(({ cells, number }) => (
    <Slot key={number} cells={cells} grid={grid}>
      <Hole
        id={id}
        title={title}
        canUndo={canUndo}
        isLast={number === count - 1}
        isRow={grid.layout === 'list'}
      />
    </Slot>
  ));
}
