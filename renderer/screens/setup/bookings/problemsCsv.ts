import { harmlessCell } from '../../../ui/saveAs.ts';

/** A file every spreadsheet opens: with a byte order mark, every cell quoted, and no cell of a guest's run as a formula. */
export function problemsCsv(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${harmlessCell(text).replaceAll('"', '""')}"`;
  const rows = [heads, ...lines].map((cells) => cells.map(cell).join(','));
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}
