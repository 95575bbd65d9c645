import { type ChitLine, type Columns, widthOf } from './chitLines.ts';

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
      case 'feed':
      case 'cut':
        return [];
      default:
        return line satisfies never;
    }
  });
}

/** The same with its looks: `#12#` is double, `^2 Ribeye^` tall, `*NO*` bold, `[[VOID]]` inverse. */
export function layoutMarkup(lines: readonly ChitLine[], columns: Columns): string[] {
  return lines.map((line) => {
    switch (line.kind) {
      case 'text':
        return line.runs
          .map(({ text, isBold, isInverse, size }) => {
            const sized =
              widthOf(size) === 2 ? `#${text}#` : size === 'tall' ? `^${text}^` : isBold ? `*${text}*` : text;
            return isInverse ? `[[${sized}]]` : sized;
          })
          .join('');
      case 'rule':
        return line.mark.repeat(columns);
      case 'feed':
        return `(feed ${line.lines})`;
      case 'cut':
        return '(cut)';
      default:
        return line satisfies never;
    }
  });
}
