import type { WordSizes } from './fitWords.ts';

/** As `FloorPlan.module.css` has them. */
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
  const widthOf = (text: string, isNumber: boolean) => {
    const font = isNumber ? `${NUMBER_WEIGHT} ${numberPx}px ${face}` : `${WORD_WEIGHT} ${wordPx}px ${face}`;
    const key = `${font} ${text}`;
    const found = known.get(key);
    if (found !== undefined || context === null) return found ?? text.length * wordPx;
    context.font = font;
    const width = context.measureText(text).width * SLACK;
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
