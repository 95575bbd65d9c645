import type { PartHeights } from '../HeightBook.ts';

/** Reads what the browser made of one part of a tile. Called before the frame is painted. */
export function measurePart(tile: HTMLElement, part: number, isLast: boolean): PartHeights {
  const blocks = new Map<string, number>();
  for (const block of tile.querySelectorAll<HTMLElement>('[data-block]')) {
    // The line around it has an edge of one px that belongs to its last block; counted with each, it is never too little.
    blocks.set(block.dataset.block ?? '', Math.ceil(block.getBoundingClientRect().height) + LINE_EDGE_PX);
  }
  const outer = tile.offsetHeight - tile.clientHeight;
  return {
    blocks,
    part,
    topPx: heightOf(tile, '[data-top]') + outer,
    footPx: isLast ? heightOf(tile, '[data-foot]') : null,
    tearPx: isLast ? null : heightOf(tile, '[data-tear]'),
  };
}

const LINE_EDGE_PX = 1;

function heightOf(tile: HTMLElement, selector: string): number {
  return Math.ceil(tile.querySelector(selector)?.getBoundingClientRect().height ?? 0);
}
