/**
 * Words and buttons that the glass does not show whole, each in a sentence: a text of a tile that stands out of it, a button of it that what
 * the footer says lies on, and whatever something around it cuts off that cannot be scrolled. Inside a tile nothing is scrolled: food that must
 * be looked for is food that is not cooked. Not counted: what ends in an ellipsis, which says itself that it goes on, and a line of the all-day
 * that `+3 dishes` counts. Runs in the page.
 */
export function textCutOff(): string[] {
  /** Of a text's height: its letters are less high than its box. */
  const EMPTY_SHARE = 0.22;
  const BUTTON_EDGE_PX = 2;
  /** Words for ears alone stand in a box of a pixel. */
  const SEEN_PX = 3;
  const TILES = '[data-testid=ticket] article, article[data-testid=ticket]';
  const found = new Set<string>();

  const isSeen = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('svg, [inert], [data-testid=all-day]') === null;
  const doesWith = (element: Element, overflow: string) => {
    if (overflow === 'hidden' || overflow === 'clip') return 'cuts';
    if (overflow !== 'auto' && overflow !== 'scroll') return 'shows';
    return element.closest('main article') === null ? 'scrolls' : 'cuts';
  };
  const isCut = (inside: Element | null, rect: DOMRect, allowedPx: number): boolean => {
    let [isHeldX, isHeldY] = [true, true];
    for (let around = inside; around !== null && (isHeldX || isHeldY); around = around.parentElement) {
      const { overflowX, overflowY, position, textOverflow } = getComputedStyle(around);
      if (position === 'fixed' || textOverflow === 'ellipsis') return false;
      const box = around.getBoundingClientRect();
      const [x, y] = [doesWith(around, overflowX), doesWith(around, overflowY)];
      const isOutX = rect.right > box.right + allowedPx || rect.left < box.left - allowedPx;
      const isOutY = rect.bottom > box.bottom + allowedPx || rect.top < box.top - allowedPx;
      if (isHeldX && x === 'cuts' && box.width > SEEN_PX && isOutX) return true;
      if (isHeldY && y === 'cuts' && box.height > SEEN_PX && isOutY) return true;
      isHeldX &&= x !== 'scrolls';
      isHeldY &&= y !== 'scrolls';
    }
    return false;
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    const said = text.textContent?.trim() ?? '';
    if (element === null || said === '' || !isSeen(element)) continue;
    const tile = element.closest(TILES)?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      const allowedPx = rect.height * EMPTY_SHARE + 1;
      const isOut =
        tile !== undefined &&
        tile.width > 0 &&
        (rect.right > tile.right + 1 || rect.left < tile.left - 1 || rect.bottom > tile.bottom + allowedPx);
      if (rect.width > 0 && (isOut || isCut(element, rect, allowedPx))) found.add(`"${said}" is cut`);
    }
  }
  for (const button of document.querySelectorAll('button')) {
    const rect = button.getBoundingClientRect();
    if (!isSeen(button) || rect.width <= SEEN_PX) continue;
    // What grows up from the footer may lie over the edge of a BUMP or a RUN, never over its words.
    const over = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
    if (button.closest(TILES) && over?.closest('footer'))
      found.add(`the button "${button.textContent ?? ''}" is covered`);
    if (isCut(button.parentElement, rect, BUTTON_EDGE_PX))
      found.add(`the button "${button.textContent ?? ''}" is cut`);
  }
  return [...found];
}
