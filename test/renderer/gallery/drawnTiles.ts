/** Remembers what React made of each tile: an element that is drawn again has other props, one that is not has the same. Runs in the page. */
export function markDrawn(): void {
  const drawn = new Map<Element, unknown>();
  for (const tile of document.querySelectorAll('main article')) {
    const key = Object.keys(tile).find((one) => one.startsWith('__reactProps$'));
    if (key === undefined) throw new Error('a tile that React did not draw');
    drawn.set(tile, Reflect.get(tile, key));
  }
  Reflect.set(window, 'drawn', drawn);
}

/** Tickets that were drawn, or drawn again, since. Runs in the page. */
export function drawnSince(): string[] {
  const drawn: unknown = Reflect.get(window, 'drawn');
  if (!(drawn instanceof Map)) throw new Error('nothing was marked');
  return [...document.querySelectorAll('main article')]
    .filter((tile) => {
      const key = Object.keys(tile).find((one) => one.startsWith('__reactProps$')) ?? '';
      return drawn.get(tile) !== Reflect.get(tile, key);
    })
    .map((tile) => tile.getAttribute('data-ticket-id') ?? '');
}

/** A ticket onto the board of a house. Runs in the page. */
export function putHere(ticket: unknown): void {
  const port: unknown = Reflect.get(window, 'port');
  const put: unknown = typeof port === 'object' && port !== null ? Reflect.get(port, 'put') : null;
  if (typeof put !== 'function') throw new Error('this scene takes no put');
  put(ticket);
}
