import type { Align, Op, Style } from '../languages/op.ts';
import { type CodePage, characterOf } from './codePages.ts';
import { type Cell, cellWidth, lineDots, type PaperLine, widthOf } from './paperLine.ts';

export interface Cut {
  readonly lines: readonly PaperLine[];
  /** Commands nobody knows and bytes that are no characters. */
  readonly errors: readonly string[];
}

interface RollOptions {
  readonly widthDots: number;
  /** A line feed in dots, unless the bytes say otherwise. */
  readonly lineDots: number;
  readonly onCut: (cut: Cut) => void;
}

const PLAIN: Style = {
  isBold: false,
  isUnderlined: false,
  isInverse: false,
  font: 'A',
  width: 1,
  height: 1,
};
const TAB_COLUMNS = 8;

/** The mechanism and its paper. What is printed stays on the roll until a cut, whatever happens to connections and power. */
export class PaperRoll {
  /** Dots the paper has moved, ever. */
  moved = 0;
  private readonly options: RollOptions;
  private lines: PaperLine[] = [];
  private errors: string[] = [];
  private cells: Cell[] = [];
  private stored = '';
  private style = PLAIN;
  private align: Align = 'left';
  private page: CodePage = 'cp437';
  private spacing: number;

  constructor(options: RollOptions) {
    this.options = options;
    this.spacing = options.lineDots;
  }

  /** Printed and not cut off. */
  get uncut(): readonly PaperLine[] {
    return this.lines;
  }

  /** As after power on: what was not yet printed of a line is lost, the paper stays. */
  initialize(): void {
    this.cells = [];
    this.stored = '';
    this.style = PLAIN;
    this.align = 'left';
    this.page = 'cp437';
    this.spacing = this.options.lineDots;
  }

  do(op: Op) {
    switch (op.kind) {
      case 'text':
        return this.putByte(op.byte);
      case 'tab':
        return this.tab();
      case 'inline':
        return this.put({ kind: 'image', image: op.image });
      case 'lineFeed':
        return this.feedLine();
      case 'feedLines':
        return this.feed(op.lines * this.spacing);
      case 'feedDots':
        return this.feed(op.dots);
      case 'style':
        this.style = { ...this.style, ...op.style };
        return;
      case 'align':
        this.align = op.align;
        return;
      case 'codePage':
        this.page = op.page;
        return;
      case 'lineSpacing':
        this.spacing = op.dots === 'usual' ? this.options.lineDots : op.dots;
        return;
      case 'initialize':
        return this.initialize();
      case 'raster':
        return this.printBlock({ kind: 'image', image: op.image, align: this.align });
      case 'code':
        return this.printBlock({ kind: 'code', symbology: op.symbology, data: op.data });
      case 'storeCode':
        this.stored = op.data;
        return;
      case 'printCode':
        return this.printBlock({ kind: 'code', symbology: op.symbology, data: this.stored });
      case 'cut':
        return this.cut(op.feedDots);
      case 'unknown':
        this.errors.push(op.why);
        return;
      case 'carriageReturn':
      case 'drawer':
      case 'beep':
      case 'answer':
      case 'reports':
      case 'resetEnds':
      case 'nothing':
        return;
      default:
        return op satisfies never;
    }
  }

  private putByte(byte: number) {
    const character = characterOf(this.page, byte);
    if (character === null) this.errors.push(`0x${byte.toString(16)} is no character of ${this.page}`);
    this.put({ kind: 'character', character: character ?? '\ufffd', style: this.style });
  }

  /** A line that is full is printed and the rest goes to the next. */
  private put(cell: Cell) {
    const { widthDots } = this.options;
    if (cellWidth(cell) > widthDots) this.errors.push(`${cellWidth(cell)} dots do not fit in ${widthDots}`);
    if (this.cells.length > 0 && widthOf(this.cells) + cellWidth(cell) > widthDots) this.feedLine();
    this.cells.push(cell);
  }

  private tab() {
    const column = Math.floor(widthOf(this.cells) / cellWidth({ ...SPACE, style: this.style }));
    for (let at = column; at === column || at % TAB_COLUMNS !== 0; at += 1)
      this.put({ ...SPACE, style: this.style });
  }

  private feedLine() {
    if (this.cells.length === 0) return this.feed(this.spacing);
    this.print({ kind: 'cells', cells: this.cells, align: this.align, feed: this.spacing });
    this.cells = [];
  }

  private feed(dots: number) {
    if (this.cells.length > 0) {
      this.print({ kind: 'cells', cells: this.cells, align: this.align, feed: 0 });
      this.cells = [];
    }
    if (dots > 0) this.print({ kind: 'feed', dots });
  }

  private printBlock(line: PaperLine) {
    if (this.cells.length > 0) this.feedLine();
    this.print(line);
  }

  private cut(feedDots: number) {
    this.feed(feedDots);
    const cut = { lines: this.lines, errors: this.errors };
    this.lines = [];
    this.errors = [];
    // A blade that meets no paper of ours cuts nothing off.
    if (cut.lines.some(({ kind }) => kind !== 'feed') || cut.errors.length > 0) this.options.onCut(cut);
  }

  private print(line: PaperLine): void {
    this.lines.push(line);
    this.moved += lineDots(line);
  }
}

const SPACE = { kind: 'character', character: ' ', style: PLAIN } as const;
