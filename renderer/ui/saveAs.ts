/** Has the browser keep a file of comma-separated values. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Cells that begin like this are taken for a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/u;

/** As a spreadsheet shows it and never runs it. */
export function harmlessCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
