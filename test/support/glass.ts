import type { Page } from 'playwright';

/** What a person sees of a board, read off the page itself. */
export interface Glass {
  /** Log number of the picture. */
  readonly seq: number;
  readonly link: string | null;
  /** Tickets and tombstones in the order they stand on the glass, row by row. */
  readonly places: readonly GlassPlace[];
  /** "+12 waiting". */
  readonly waiting: number;
}

export type GlassPlace = GlassTile | { readonly kind: 'hole'; readonly id: string };

export interface GlassTile {
  readonly kind: 'tile';
  readonly id: string;
  readonly title: string;
  /** The POS's item ids of each line, in order, and all that is written there. */
  readonly lines: readonly { readonly ids: readonly string[]; readonly text: string }[];
  readonly place: 'bump' | 'hear' | 'undo' | 'none';
  /** It goes on on the next page, with the rest of its lines and its foot. */
  readonly isTorn: boolean;
  readonly text: string;
}

export async function readGlass(page: Page): Promise<Glass> {
  return await page.evaluate(() => {
    const say = (element: Element) => (element instanceof HTMLElement ? element.innerText : '');
    const lineIds = (line: Element) =>
      [line, ...line.querySelectorAll('[data-testid=item]')].map(
        (item) => item.getAttribute('data-item-id') ?? '',
      );
    const linesOf = (tile: Element) => {
      const lines: { ids: string[]; text: string }[] = [];
      for (const item of tile.querySelectorAll('[data-testid=item]')) {
        if (item.parentElement?.closest('[data-testid=item]')) continue;
        const ids = lineIds(item);
        const last = lines.at(-1);
        // A line torn between two cells is one line.
        if (last && last.ids.join() === ids.join()) last.text += `\n${say(item)}`;
        else lines.push({ ids, text: say(item) });
      }
      return lines;
    };
    const placeOf = (tile: Element) => {
      if (tile.querySelector('[data-testid=ack-allergy]')) return 'hear';
      if (tile.querySelector('[data-testid=bump]')) return 'bump';
      return tile.querySelector('[data-testid=undo]') ? 'undo' : 'none';
    };
    const places = [...document.querySelectorAll('[data-testid=ticket], [data-testid=tombstone]')].map(
      (element) => {
        const first = element.querySelector('article') ?? element;
        const { top, left } = first.getBoundingClientRect();
        const id = element.getAttribute('data-ticket-id');
        if (id === null)
          return { top, left, kind: 'hole' as const, id: element.getAttribute('data-ticket') ?? '' };
        const title = element.querySelector('[data-testid=header] span');
        return {
          top,
          left,
          kind: 'tile' as const,
          id,
          title: title ? say(title).trim() : '',
          lines: linesOf(element),
          place: placeOf(element) as 'hear' | 'bump' | 'undo' | 'none',
          isTorn:
            [...element.querySelectorAll('[data-tear]')].length ===
            Math.max(1, element.querySelectorAll('article').length),
          text: say(element),
        };
      },
    );
    places.sort((a, b) => Math.round(a.top - b.top) || a.left - b.left);
    const stage = document.querySelector('[data-seq]');
    const waiting = /\+(\d+)/u.exec(document.querySelector('nav')?.innerText ?? '');
    return {
      seq: Number(stage?.getAttribute('data-seq') ?? -1),
      link: document.querySelector('[data-testid=link-state]')?.getAttribute('data-state') ?? null,
      places: places.map(({ top: _top, left: _left, ...place }) => place),
      waiting: Number(waiting?.[1] ?? 0),
    };
  });
}
