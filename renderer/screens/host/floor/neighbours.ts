import { middleOf, type Point } from '../../../ui/plan/geometry.ts';
import type { PlanPlace } from './planLayout.ts';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const ARROWS: Readonly<Record<Arrow, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** What lies beside the line of the arrow is further away by so much: the eye follows rows. */
const ASIDE = 2;

export const isArrow = (key: string): key is Arrow => Object.hasOwn(ARROWS, key);

/** The table an arrow leads to from this one: the nearest that lies that way. null: none does. */
export function neighbourOf(places: readonly PlanPlace[], from: PlanPlace, arrow: Arrow): PlanPlace | null {
  const way = ARROWS[arrow];
  const here = middleOf(from);
  let nearest: PlanPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const { x, y } = middleOf(place);
    const ahead = (x - here.x) * way.x + (y - here.y) * way.y;
    const aside = Math.abs((x - here.x) * way.y - (y - here.y) * way.x);
    // More aside than ahead is the other arrow's.
    if (place === from || ahead <= 0 || aside > ahead * ASIDE) continue;
    const far = ahead + aside * ASIDE;
    if (far < least) [nearest, least] = [place, far];
  }
  return nearest;
}
