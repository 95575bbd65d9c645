import { type CSSProperties, memo, type ReactNode } from 'react';
import css from './BoardGridView.module.css';
import type { BoardGrid } from './boardGrid.ts';
import type { PlacedPlace } from './boardLayout.ts';
import { Hole } from './tile/Hole.tsx';
import { TilePart } from './tile/TilePart.tsx';
import { tileKey } from './tileKey.ts';

/** The page that is on the glass: every part in its cell, every hole in its place. */
export const BoardGridView = memo(function BoardGridView(props: {
  readonly grid: BoardGrid;
  readonly places: readonly PlacedPlace[];
  readonly page: number;
  readonly coming: ReadonlySet<string>;
  readonly refusal: TileRefusal | null;
}) {
  const { grid, places, page, coming, refusal } = props;
  const style = {
    '--tile-w': `${grid.tileWidthPx}px`,
    '--tile-h': `${grid.tileHeightPx}px`,
    gridTemplateColumns: `repeat(${grid.columns}, var(--tile-w))`,
    gridTemplateRows: `repeat(${grid.rows}, var(--tile-h))`,
    gap: grid.gapPx,
    padding: grid.gapPx,
  } as CSSProperties;
  return (
    <main className={css.grid} style={style}>
      {places
        .filter(({ parts }) => parts.some((part) => part.page === page))
        .map((place) =>
          place.kind === 'hole' ? (
            <Holes key={place.key} place={place} page={page} grid={grid} />
          ) : coming.has(place.key) ? (
            <Coming key={place.key} place={place} page={page} grid={grid} />
          ) : (
            <Ticket
              key={place.key}
              place={place}
              page={page}
              grid={grid}
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

const Ticket = memo(function Ticket(props: {
  readonly place: Placed<'tile'>;
  readonly page: number;
  readonly grid: BoardGrid;
  readonly refusal: string | null;
}) {
  const { place, page, grid, refusal } = props;
  const { tile, parts } = place;
  const shown = parts.filter((part) => part.page === page);
  const cells = shown.map(({ part, cell, range }) => (
    <Slot key={part} cell={cell} grid={grid}>
      <TilePart
        tile={tile}
        part={part}
        parts={parts.length}
        from={range.from}
        to={range.to}
        refusal={refusal}
        isTicket={shown.length === 1}
      />
    </Slot>
  ));
  if (shown.length === 1) return cells;
  // Several cells, one ticket: the element around them takes no part in the grid.
  return (
    <div className={css.spread} data-testid="ticket" data-ticket-id={tile.externalId}>
      {cells}
    </div>
  );
});

/** The cells of a tile that is drawn within the next frames. */
function Coming({ place, page, grid }: { place: Placed<'tile'>; page: number; grid: BoardGrid }) {
  return place.parts
    .filter((part) => part.page === page)
    .map(({ part, cell }) => (
      <Slot key={part} cell={cell} grid={grid}>
        <div />
      </Slot>
    ));
}

/** Tiles that close up stand one after the other as they come; in fixed slots each names its cell, because there are gaps between. */
function Slot({ cell, grid, children }: { cell: number; grid: BoardGrid; children: ReactNode }) {
  if (!grid.hasFixedSlots) return children;
  const style = { gridColumn: (cell % grid.columns) + 1, gridRow: Math.floor(cell / grid.columns) + 1 };
  return (
    <div className={css.slot} style={style}>
      {children}
    </div>
  );
}

function Holes({ place, page, grid }: { place: Placed<'hole'>; page: number; grid: BoardGrid }) {
  const { id, title, canUndo, parts } = place;
  return parts
    .filter((part) => part.page === page)
    .map(({ part, cell }) => (
      <Slot key={part} cell={cell} grid={grid}>
        <Hole id={id} title={title} canUndo={canUndo} isLast={part === parts.length - 1} />
      </Slot>
    ));
}
