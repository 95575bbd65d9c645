import { halfWidthBetween, type Shaped } from '../../../ui/plan/geometry.ts';
import { FACT_ROWS, type Fact, type FactName } from './facts.ts';

/** What words measure, in px. */
export interface WordSizes {
  readonly widthOf: (text: string, isNumber: boolean) => number;
  /** A line of it, with the space to the next. */
  readonly numberPx: number;
  readonly wordPx: number;
  /** Between two words of a line; what a chip has round its word; what a shape before a word takes. */
  readonly gapPx: number;
  readonly chipPx: number;
  readonly shapePx: number;
  /** From the edge: to either side, and half of it above and below. */
  readonly insetPx: number;
}

export interface FittedWord {
  readonly fact: FactName;
  readonly text: string;
}
export type FittedLine = readonly FittedWord[];

/**
 * What goes first when a table is too small for all that is known of it, from the last line up: each step adds a fact in its shortest form,
 * or says one that is there already at more length. A step that does not fit is left out and the next is tried, so a short word may stand
 * where a longer one did not. Words are never smaller, only fewer.
 */
export const KEPT_FIRST: readonly (readonly [FactName, form: number])[] = [
  ['number', 0],
  ['allergy', 0],
  ['stage', 0],
  ['need', 0],
  ['stage', 1],
  ['stage', 2],
  ['away', 0],
  ['refire', 0],
  ['vip', 0],
  ['allergy', 1],
  ['covers', 0],
  ['move', 0],
  ['why', 0],
  ['allergy', 2],
  ['server', 0],
  ['guest', 0],
  ['next', 0],
  ['stage', 3],
  ['away', 1],
  ['next', 1],
];

export interface FittedWords {
  readonly lines: readonly FittedLine[];
  /** In its own size it is wider than the shape, or leaves an allergy no room: it is written like the words. */
  readonly isNumberSmall: boolean;
}

/** Upright lines for a shape, the most that fit in their order of importance. The number is there even where nothing fits. */
export function fitWords(shaped: Shaped, facts: readonly Fact[], sizes: WordSizes): FittedWords {
  const lines = chosenLines(shaped, facts, sizes);
  const owed = facts.some(({ fact }) => fact === 'allergy');
  // A large number is worth less than an allergy in sight.
  if (lines !== null && (!owed || saysAllergy(lines))) return { lines, isNumberSmall: false };
  const { wordPx, widthOf } = sizes;
  const inSmall = { ...sizes, numberPx: wordPx, widthOf: (text: string) => widthOf(text, false) };
  const small = chosenLines(shaped, facts, inSmall);
  if (lines !== null && (small === null || !saysAllergy(small))) return { lines, isNumberSmall: false };
  const number = facts.flatMap(({ fact, forms }) =>
    fact === 'number' ? [{ fact, text: forms[0] ?? '' }] : [],
  );
  return { lines: small ?? [number], isNumberSmall: true };
}

const saysAllergy = (lines: readonly FittedLine[]) => lines.flat().some(({ fact }) => fact === 'allergy');

/** null: not even the number. */
function chosenLines(shaped: Shaped, facts: readonly Fact[], sizes: WordSizes): readonly FittedLine[] | null {
  const chosen = new Map<FactName, string>();
  let lines: readonly FittedLine[] | null = null;
  for (const [name, form] of KEPT_FIRST) {
    const text = facts.find(({ fact }) => fact === name)?.forms[form];
    const was = chosen.get(name);
    if (text === undefined || text === was || (form > 0 && was === undefined)) continue;
    chosen.set(name, text);
    const next = arranged(shaped, chosen, sizes);
    if (next !== null) lines = next;
    else if (name === 'number') return null;
    else if (was === undefined) chosen.delete(name);
    else chosen.set(name, was);
  }
  return lines;
}

/** A line for each row of facts; where the shape is too low for that, as many words on each line as it takes. null: they do not fit. */
function arranged(
  shaped: Shaped,
  chosen: ReadonlyMap<FactName, string>,
  sizes: WordSizes,
): readonly FittedLine[] | null {
  const [head = [], ...rest] = FACT_ROWS.map((row) =>
    row.flatMap((fact) => {
      const text = chosen.get(fact);
      return text === undefined ? [] : [{ fact, text }];
    }),
  );
  // What has no words takes no line: it stands with the number.
  const marks = rest.flat().filter(({ text }) => text === '');
  const rows = [[...head, ...marks], ...rest.map((row) => row.filter(({ text }) => text !== ''))].filter(
    (row) => row.length > 0,
  );
  if (fits(shaped, rows, sizes)) return rows;
  const words = rows.flat();
  for (let count = rows.length - 1; count > 0; count -= 1) {
    const flowed = flow(shaped, words, count, sizes);
    if (flowed !== null) return flowed;
  }
  return null;
}

function fits(shaped: Shaped, lines: readonly FittedLine[], sizes: WordSizes): boolean {
  const room = roomFor(shaped, lines.length, sizes);
  return room !== null && lines.every((line, at) => widthOfLine(line, sizes) <= (room[at] ?? 0));
}

/** The words in turn on so many lines. */
function flow(
  shaped: Shaped,
  words: readonly FittedWord[],
  count: number,
  sizes: WordSizes,
): readonly FittedLine[] | null {
  const room = roomFor(shaped, count, sizes);
  if (room === null) return null;
  const lines: FittedWord[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const width = line && widthOfLine([...line, word], sizes);
    if (line && width !== undefined && width <= (room[lines.length - 1] ?? 0)) line.push(word);
    else if (widthOfLine([word], sizes) <= (room[lines.length] ?? 0)) lines.push([word]);
    else return null;
  }
  return lines.length === count ? lines : null;
}

/** The width of each of so many lines that stand about the middle, the number's first. null: they are too high. */
function roomFor(shaped: Shaped, count: number, { numberPx, wordPx, insetPx }: WordSizes): number[] | null {
  const heights = Array.from({ length: count }, (_, at) => (at === 0 ? numberPx : wordPx));
  const height = heights.reduce((sum, one) => sum + one, 0);
  const inner = { ...shaped, width: shaped.width - 2 * insetPx, height: shaped.height - insetPx };
  if (inner.width <= 0 || inner.height <= 0) return null;
  let top = -height / 2;
  const room = heights.map((one) => {
    const from = top;
    top += one;
    return 2 * halfWidthBetween(inner, from, top);
  });
  return room.every((width) => width > 0) ? room : null;
}

function widthOfLine(line: FittedLine, sizes: WordSizes): number {
  const words = line.reduce((sum, word) => sum + widthOfWord(word, sizes), (line.length - 1) * sizes.gapPx);
  const isParted = line.some(({ fact }, at) => fact === 'server' && line[at - 1]?.fact === 'guest');
  return isParted ? words + sizes.widthOf(PARTS, false) : words;
}

/** Between a guest's name and a server's, as the style sheet has it. */
const PARTS = '· ';

const CHIPS: ReadonlySet<FactName> = new Set(['need', 'allergy', 'away', 'refire', 'vip', 'move']);
const WITH_SHAPE: ReadonlySet<FactName> = new Set(['need', 'allergy']);

function widthOfWord({ fact, text }: FittedWord, sizes: WordSizes): number {
  const words = text === '' ? 0 : sizes.widthOf(text, fact === 'number');
  const chip = CHIPS.has(fact) ? sizes.chipPx : 0;
  return words + chip + (WITH_SHAPE.has(fact) ? sizes.shapePx : 0);
}
