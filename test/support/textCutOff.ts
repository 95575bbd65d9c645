/** Texts inside tiles that their own box does not show whole. Runs in the page. */
export function textCutOff(): string[] {
  const cut: string[] = [];
  for (const tile of document.querySelectorAll('[data-testid=ticket] article, article[data-testid=ticket]')) {
    const frame = tile.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const element of tile.querySelectorAll('*')) {
      if (element.children.length > 0 || !element.textContent?.trim()) continue;
      const box = element.getBoundingClientRect();
      const isOut = box.right > frame.right + 1 || box.bottom > frame.bottom + 1 || box.left < frame.left - 1;
      if (isOut) cut.push(`${tile.getAttribute('data-ticket-id')}: ${element.textContent}`);
    }
  }
  return cut;
}
