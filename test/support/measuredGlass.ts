import type { Page } from 'playwright';
import { CAP_HEIGHT_EM } from '../../renderer/theme/physical.ts';

export interface Measured {
  /** By what is written: the least capital of it on the glass. */
  readonly capMm: Readonly<Record<string, number>>;
  /** The least of BUMP and HEARD; null: none of them on this glass. */
  readonly bumpMm: number | null;
  /** Shorter side of the least button that a finger can reach, outside of dishes, which are targets as a whole. */
  readonly smallestTargetPx: number;
  readonly tiles: number;
  /** Words of buttons that do not stand on the glass whole. */
  readonly outside: readonly string[];
}

/** By the names that the style sheets give them. */
const WRITTEN = {
  clock: '[data-testid=header] [class*=_clock_]',
  dish: '[data-testid=item] [class*=_name_]',
  quantity: '[data-testid=item] [class*=_quantity_]',
  modifier: '[data-testid=item] [class*=_verb_]',
  seat: '[data-testid=item] [class*=_seats_] [class*=_seat_]',
  allergy: '[data-testid=allergy][class*=_filled_] [class*=_main_]',
  server: '[data-testid=header] [class*=_who_]',
};

/** A tape measure held to the elements of a board. */
export async function measuredGlass(page: Page, pxPerMm: number): Promise<Measured> {
  const { fontPx, bumpPx, ...rest } = await page.evaluate((selectors) => {
    const sizes = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) =>
        Number.parseFloat(getComputedStyle(element).fontSize),
      );
    const box = (element: Element) => element.getBoundingClientRect();
    const bumps = [...document.querySelectorAll('[data-testid=bump], [data-testid=ack-allergy]')];
    const buttons = [...document.querySelectorAll('button')].filter(
      (one) => !one.closest('[data-testid=item]'),
    );
    const reached = buttons.filter((one) => {
      const { left, top, width, height } = box(one);
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return there !== null && one.contains(there);
    });
    const isOut = (one: Element) =>
      box(one).right > window.innerWidth || box(one).bottom > window.innerHeight;
    return {
      fontPx: Object.entries(selectors).map(
        ([what, selector]) => [what, Math.min(...sizes(selector))] as const,
      ),
      bumpPx: bumps.map((one) => box(one).height),
      smallestTargetPx: Math.min(...reached.map((one) => Math.min(box(one).width, box(one).height))),
      tiles: document.querySelectorAll('article').length,
      outside: [...document.querySelectorAll('footer [class*=_buttons_] button, article button')]
        .filter(isOut)
        .map(({ textContent }) => textContent),
    };
  }, WRITTEN);
  return {
    ...rest,
    capMm: Object.fromEntries(fontPx.map(([what, px]) => [what, (px * CAP_HEIGHT_EM) / pxPerMm])),
    bumpMm: bumpPx.length === 0 ? null : Math.min(...bumpPx) / pxPerMm,
  };
}
