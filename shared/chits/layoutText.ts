import type { ChitLine, Columns } from './chitLines.ts';

/** A chit as plain text, a line for a line of paper: what a decoder must read out of the bytes, and what a test compares. */
export function layoutText(lines: readonly ChitLine[], columns: Columns): string[] {
  return lines.flatMap((line) => {
    switch (line.kind) {
      case 'text':
        return [
          line.runs
            .map(({ text }) => text)
            .join('')
            .trimEnd(),
        ];
      case 'rule':
        return [line.mark.repeat(columns)];
      case 'cut':
        return [];
      default:
        return line satisfies never;
    }
  });
}
