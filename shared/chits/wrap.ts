import { type ChitLine, type ChitRun, NORMAL, run, type Style, widthOf } from './chitLines.ts';
import { columnsOf, lettersOf, plain } from './columns.ts';

/** Stands where a word goes on in the next line. It is in every code page of the West. */
export const BROKEN = '¬';

/** No line ends here. */
const HOLDING_SPACE = '\u00a0';

/** Longer than this, words that belong together may still be parted: half a line of the narrow paper. */
const FEW = 16;

export function held(words: string): string {
  return words.length > FEW ? words : words.replaceAll(' ', HOLDING_SPACE);
}

interface Wrapping {
  readonly columns: number;
  /** Stands before the first line; the others are indented as far as it reaches. */
  readonly before?: readonly ChitRun[];
  /** Where that would leave too little room, they hang this far instead. */
  readonly hang?: number;
}

interface Word {
  readonly text: string;
  readonly style: Style;
  /** The looks of the space before it; null: there is none. */
  readonly space: Style | null;
}

/** Words in lines: nothing is cut off, a word too long for a line is broken with a mark. */
export function wrap(runs: readonly ChitRun[], { columns, before = [], hang }: Wrapping): ChitLine[] {
  const indent = hang ?? sum(before);
  const lines: ChitRun[][] = [[...before]];
  let used = sum(before);
  let isEmpty = true;
  const next = () => {
    lines.push(indent > 0 ? [run(' '.repeat(indent))] : []);
    used = indent;
    isEmpty = true;
  };
  const put = (text: string, style: Style) => {
    lines.at(-1)?.push(run(text.replaceAll(HOLDING_SPACE, ' '), style));
    used += columnsOf(text) * widthOf(style.size);
    isEmpty = false;
  };
  for (const { text, style, space } of wordsOf(runs)) {
    const wide = widthOf(style.size);
    const gap = space === null || isEmpty ? 0 : widthOf(space.size);
    const own = columnsOf(text) * wide;
    if (used + gap + own <= columns) {
      if (gap > 0 && space !== null) put(' ', space);
      put(text, style);
      continue;
    }
    if (!isEmpty) next();
    if (used + own <= columns) {
      put(text, style);
      continue;
    }
    let room = '';
    for (const letter of lettersOf(text)) {
      if (used + (columnsOf(room) + columnsOf(letter) + 1) * wide > columns && room !== '') {
        put(room + BROKEN, style);
        next();
        room = '';
      }
      room += letter;
    }
    put(room, style);
  }
  return lines.map((own) => ({ kind: 'text', runs: joined(own) }));
}

/** Scripts without spaces may go on anywhere: each of their letters is a word of its own. */
const SQUARE = /[\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{ff00}-\u{ff60}\u{20000}-\u{3fffd}]/u;

function wordsOf(runs: readonly ChitRun[]): Word[] {
  const words: Word[] = [];
  let space: Style | null = null;
  for (const { text, ...style } of runs) {
    for (const piece of plain(text).split(/( +)/u)) {
      if (piece === '') continue;
      if (piece.startsWith(' ')) {
        space = style;
        continue;
      }
      const parts = SQUARE.test(piece) ? pieces(piece) : [piece];
      for (const part of parts) {
        words.push({ text: part, style, space });
        space = null;
      }
    }
  }
  return words;
}

function pieces(text: string): string[] {
  const found: string[] = [];
  let latin = '';
  for (const letter of lettersOf(text)) {
    if (!SQUARE.test(letter)) {
      latin += letter;
      continue;
    }
    if (latin !== '') found.push(latin);
    latin = '';
    found.push(letter);
  }
  return latin === '' ? found : [...found, latin];
}

export function sum(runs: readonly ChitRun[]): number {
  return runs.reduce((columns, { text, size }) => columns + columnsOf(text) * widthOf(size), 0);
}

/** Neighbours of one style are one run. */
function joined(runs: readonly ChitRun[]): ChitRun[] {
  const all: ChitRun[] = [];
  for (const one of runs) {
    const last = all.at(-1);
    if (last && isSameStyle(last, one)) all[all.length - 1] = { ...last, text: last.text + one.text };
    else all.push(one);
  }
  return all;
}

function isSameStyle(a: ChitRun, b: ChitRun): boolean {
  return a.isBold === b.isBold && a.isInverse === b.isInverse && a.size === b.size;
}

/** A bar across the paper, as many lines as its words need. */
export function bar(text: string, style: Style, columns: number): ChitLine[] {
  const wide = widthOf(style.size);
  return wrap([run(text, style)], { columns: columns - 2 * wide }).map((line) => {
    const runs = line.kind === 'text' ? line.runs : [];
    const left = columns - wide - sum(runs);
    const fill = ' '.repeat(Math.floor(left / wide));
    return {
      kind: 'text',
      runs: joined([run(' ', style), ...runs.map((one) => ({ ...one, ...style })), run(fill, style)]),
    };
  });
}

/** One at each end of the line, or under each other where that does not fit. */
export function ends(left: readonly ChitRun[], right: readonly ChitRun[], columns: number): ChitLine[] {
  const room = columns - sum(left) - sum(right);
  if (room < 1) return [...wrap(left, { columns }), ...wrap(right, { columns })];
  return [{ kind: 'text', runs: joined([...left, run(' '.repeat(room), NORMAL), ...right]) }];
}
