import { GLYPH_WIDTH } from './font.ts';
import { type Cell, cellWidth, lineDots, type PaperLine, startOf, widthOf } from './paperLine.ts';

/** What is on the paper as a person reads it: a line of text a line of paper, images and codes named. */
export function paperText(lines: readonly PaperLine[], widthDots: number): string {
  return lines.map((line) => `${lineText(line, widthDots)}\n`).join('');
}

function lineText(line: PaperLine, widthDots: number): string {
  switch (line.kind) {
    case 'cells': {
      const start = startOf(line.align, widthDots - widthOf(line.cells));
      return `${' '.repeat(Math.floor(start / GLYPH_WIDTH))}${line.cells.map(cellText).join('')}`.trimEnd();
    }
    case 'image':
      return `[image ${line.image.width}x${line.image.height}]`;
    case 'code':
      return `[${line.symbology} ${line.data}]`;
    case 'feed':
      // Half a line and more is an empty line to the eye; a long feed is one gap.
      return '';
    default:
      return line satisfies never;
  }
}

function cellText(cell: Cell): string {
  if (cell.kind === 'character') return cell.character;
  return `[image ${cellWidth(cell)}x${lineDots({ kind: 'image', image: cell.image, align: 'left' })}]`;
}
