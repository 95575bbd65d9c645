/** Cells that begin like this are taken for a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/u;

/** A file every spreadsheet opens: with a byte order mark, every cell quoted, and no cell of a guest's run as a formula. */
export function problemsCsv(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [heads, ...lines].map((cells) => cells.map(cell).join(','));
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}
