import type { WordSizes } from './fitWords.ts';

/** As `PlanTable.module.css` has them. */
const NUMBER_WEIGHT = 800;
const WORD_WEIGHT = 650;
const LINE_EM = { number: 1.05, word: 1.1 } as const;
/** In units, as every line has it below. */
const LINE_GAP = 0.5;
/** What a canvas and a line of text may differ by. */
const SLACK = 1.02;

export interface PlanType {
  readonly numberPx: number;
  readonly wordPx: number;
  /** 1 mm as seen from 1 m. */
  readonly unitPx: number;
  readonly face: string;
}

/** Measures as the page would draw, without drawing. Every text is measured once. */
export function wordSizes({ numberPx, wordPx, unitPx, face }: PlanType): WordSizes {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  const figures = new Map<string, number>();
  const widthOf = (text: string, isNumber: boolean) => {
    const font = isNumber ? `${NUMBER_WEIGHT} ${numberPx}px ${face}` : `${WORD_WEIGHT} ${wordPx}px ${face}`;
    const key = `${font} ${text}`;
    const found = known.get(key);
    if (found !== undefined || context === null) return found ?? text.length * wordPx;
    context.font = font;
    const figure = figures.get(font) ?? figureWidth(font);
    figures.set(font, figure);
    const width = widthWithFigures(text, (words) => context.measureText(words).width, figure) * SLACK;
    known.set(key, width);
    return width;
  };
  return {
    widthOf,
    numberPx: numberPx * LINE_EM.number + unitPx * LINE_GAP,
    wordPx: wordPx * LINE_EM.word + unitPx * LINE_GAP,
    gapPx: unitPx * 1.2,
    chipPx: unitPx * 2.4,
    shapePx: wordPx * 0.82 + unitPx * 0.6,
    insetPx: unitPx * 1.4,
  };
}

/** All figures of the page are as wide as each other (`base.css`); a canvas knows only their own widths, of which a 1 is the narrowest. */
export function widthWithFigures(text: string, widthOf: (words: string) => number, figurePx: number): number {
  const words = text.replace(FIGURES, '');
  return widthOf(words) + (text.length - words.length) * figurePx;
}

const FIGURES = /\d/gu;
/** So many that a rounded pixel is none. */
const MEASURED = 10;

/** Of one figure as the page writes it. */
function figureWidth(font: string): number {
  const probe = document.createElement('span');
  Object.assign(probe.style, { position: 'absolute', visibility: 'hidden', font });
  probe.style.fontVariantNumeric = 'tabular-nums';
  probe.textContent = '0'.repeat(MEASURED);
  document.body.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width / MEASURED;
}
