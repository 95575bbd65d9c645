import type { HandClock } from '../../../ui/handClock.ts';
import type { BoardModel, BoardPicture } from '../BoardModel.ts';
import type { PlacedPlace } from '../boardLayout.ts';
import { tileKey } from '../tileKey.ts';

/** What a number of the bar finds. */
export interface BarPlace {
  readonly key: string;
  /** What a refusal is said on. */
  readonly ticket: string;
  /** Why it is not selected now; null: it may be. */
  readonly refusal: string | null;
}

/** The numbered places of a screen, for whatever it is made of. */
export interface BarPlaces {
  subscribe(listener: () => void): () => void;
  at(number: number): BarPlace | null;
  /** The number of its bump place; null: that is not on the glass, or has none. */
  numberOf(key: string): number | null;
  isShown(key: string): boolean;
}

/** A board's: the cells of a page from 1 in reading order, empty ones and holes too, so that a number stays where it is whatever leaves the board. */
export function boardPlaces(
  model: Pick<BoardModel, 'get' | 'subscribe' | 'judge' | 'judgeUndo'>,
  clock: Pick<HandClock, 'now'>,
): BarPlaces {
  return {
    subscribe: model.subscribe,
    at: (number) => {
      const place = placeAt(model.get(), number);
      if (place === null) return null;
      const now = clock.now();
      const isTile = place.kind === 'tile';
      const ticket = isTile ? tileKey(place.tile) : place.id;
      const reason = isTile ? model.judge(ticket, false, now) : model.judgeUndo(ticket, now);
      return { key: place.key, ticket, refusal: reason && `refusal.${reason}` };
    },
    numberOf: (key) => numberOf(model.get(), key),
    isShown: (key) => {
      const { places, page } = model.get();
      return places.some((place) => place.key === key && place.parts.some((part) => part.page === page));
    },
  };
}

export function placeAt(picture: BoardPicture, number: number): PlacedPlace | null {
  const cell = number - 1;
  if (isCovered(picture, cell)) return null;
  return (
    picture.places.find(({ parts }) =>
      parts.some((part) => part.page === picture.page && part.cell === cell),
    ) ?? null
  );
}

/** Where its bump place stands: the cell of its last part, or null while that is not on the glass. */
export function numberOf(picture: BoardPicture, key: string): number | null {
  const last = picture.places.find((place) => place.key === key)?.parts.at(-1);
  if (last === undefined || last.page !== picture.page || isCovered(picture, last.cell)) return null;
  return last.cell + 1;
}

/** A sheet lies over it. */
function isCovered({ grid, covered }: BoardPicture, cell: number): boolean {
  return cell % grid.columns >= grid.columns - covered;
}
