import type { PartHeights } from '../HeightBook.ts';
import { measurePart } from '../tile/measurePart.ts';

/** Above and beneath what stands in a header or a bump, beside their padding's own px. */
const ROOM_PX = 2;

/** As `measurePart`; here the foot's height is what header and bump would need by themselves, because neither stands over or under the dishes. */
export function measureRow(row: HTMLElement, part: number, isLast: boolean): PartHeights {
  const outer = row.offsetHeight - row.clientHeight;
  const sides = [...row.querySelectorAll<HTMLElement>('[data-side] > *')].map(contentHeight);
  return {
    ...measurePart(row, part, isLast),
    footPx: isLast ? Math.max(0, ...sides) + outer : null,
    tearPx: null,
  };
}

/** Of what stands in it, whatever room it was given. */
function contentHeight(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { paddingTop, paddingBottom } = getComputedStyle(element);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  return Math.ceil(range.getBoundingClientRect().height + padding) + ROOM_PX;
}
