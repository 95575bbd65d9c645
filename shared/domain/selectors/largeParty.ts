import type { HouseConfig } from '../../config/houseConfig.ts';
import { dishKey, dishOf } from '../model/dish.ts';
import type { Ticket } from '../model/ticket.ts';
import type { LineView, TileView } from './boardView.ts';

/** Over 12 covers a tile by seat is longer than any glass: lines group by dish (PRODUCT.md "Coursing"). */
export function isLargeParty(ticket: Ticket, config: HouseConfig): boolean {
  return (ticket.head.covers ?? 0) > config.thresholds.largePartyCovers;
}

export function largeMark(ticket: Ticket, config: HouseConfig): Pick<TileView, 'isLarge'> {
  return isLargeParty(ticket, config) ? { isLarge: true } : {};
}

/** Of two lines of one dish that stand as one: how far the least finished is. */
export function joinedPlates(a: LineView, b: LineView): Pick<LineView, 'state' | 'parts'> {
  return { state: joinedState(a.state, b.state), parts: joinedParts(a.parts, b.parts) };
}

function joinedState(a: LineView['state'], b: LineView['state']): LineView['state'] {
  if (a === b) return a;
  const isDone = (state: LineView['state']) => state === 'ready' || state === 'run';
  if (isDone(a) && isDone(b)) return 'ready';
  return a === 'started' || b === 'started' ? 'started' : 'fired';
}

type Part = LineView['parts'][number];

const LEAST_FIRST: readonly Part['state'][] = ['waits', 'fired', 'heard', 'started', 'up', 'ready'];

/** Of each station what is furthest behind: that is what the dish waits for. */
function joinedParts(a: LineView['parts'], b: LineView['parts']): LineView['parts'] {
  const stations = [...new Set([...a, ...b].map(({ station }) => station))];
  return stations.flatMap((station): Part[] => {
    const both = [...a, ...b].filter((part) => part.station === station);
    const [first] = both.sort((x, y) => LEAST_FIRST.indexOf(x.state) - LEAST_FIRST.indexOf(y.state));
    return first ? [first] : [];
  });
}

/**
 * Of each course the dishes in the order in which the ticket names them, all lines of one together: an allergy's stands beside its like. The
 * order is the ticket's and not that of what is left, so that no dish moves when plates of another have gone.
 */
export function byDish(ticket: Ticket, lines: readonly LineView[]): LineView[] {
  const first = new Map<string, number>();
  for (const [index, { face }] of ticket.items.entries()) {
    const key = dishKey(dishOf(ticket.source, face));
    if (!first.has(key)) first.set(key, index);
  }
  const rank = ({ dish }: LineView) => first.get(dish) ?? ticket.items.length;
  return [...lines].sort((a, b) => a.course - b.course || rank(a) - rank(b));
}
