import type { ChitSpeech } from './speech.ts';

/** How a chit lies on the paper: printer, screen and picture draw the same lines. */
export interface ChitRun {
  readonly text: string;
  readonly isBold: boolean;
  /** White on black. */
  readonly isInverse: boolean;
  /** `tall` is twice as high, `double` twice as high and wide. */
  readonly size: 'normal' | 'tall' | 'double';
}

export type ChitLine =
  | { readonly kind: 'text'; readonly runs: readonly ChitRun[] }
  | { readonly kind: 'rule'; readonly mark: '-' | '=' }
  /** The printer itself knows how far its knife stands above the last line. */
  | { readonly kind: 'cut' };

export type Columns = 32 | 48;

export interface Paper {
  /** Letters of font A in a line: 58 mm has 32, 80 mm has 48. */
  readonly columns: Columns;
  readonly speech: ChitSpeech;
}

export type Style = Omit<ChitRun, 'text'>;
export const NORMAL: Style = { isBold: false, isInverse: false, size: 'normal' };
export const BOLD: Style = { ...NORMAL, isBold: true };
export const TALL: Style = { ...BOLD, size: 'tall' };
export const DOUBLE: Style = { ...BOLD, size: 'double' };
export const MARK: Style = { ...BOLD, isInverse: true };
export const TALL_MARK: Style = { ...TALL, isInverse: true };

export function widthOf(size: ChitRun['size']): 1 | 2 {
  return size === 'double' ? 2 : 1;
}

export function heightOf(line: Extract<ChitLine, { kind: 'text' }>): 1 | 2 {
  return line.runs.some(({ size }) => size !== 'normal') ? 2 : 1;
}

export function run(text: string, style: Style = NORMAL): ChitRun {
  return { text, ...style };
}
