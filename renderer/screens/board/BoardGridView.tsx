import { type CSSProperties, memo } from 'react';
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
            <Holes key={place.key} place={place} page={page} />
          ) : coming.has(place.key) ? (
            <Coming key={place.key} place={place} page={page} />
          ) : (
            <Ticket
              key={place.key}
              place={place}
              page={page}
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
  readonly refusal: string | null;
}) {
  const { place, page, refusal } = props;
  const { tile, parts } = place;
  const shown = parts.filter((part) => part.page === page);
  const cells = shown.map(({ part, range }) => (
    <TilePart
      key={part}
      tile={tile}
      part={part}
      parts={parts.length}
      from={range.from}
      to={range.to}
      refusal={refusal}
      isTicket={shown.length === 1}
    />
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
function Coming({ place, page }: { place: Placed<'tile'>; page: number }) {
  return place.parts.filter((part) => part.page === page).map(({ part }) => <div key={part} />);
}

function Holes({ place, page }: { place: Placed<'hole'>; page: number }) {
  const { id, title, canUndo, parts } = place;
  return parts
    .filter((part) => part.page === page)
    .map(({ part }) => (
      <Hole key={part} id={id} title={title} canUndo={canUndo} isLast={part === parts.length - 1} />
    ));
}
