import { memo } from 'react';
import { type ChitLine, type ChitRun, type Columns, heightOf } from '../../../shared/chits/chitLines.ts';
import { charColumns, columnsOf, lettersOf, RIGHT_TO_LEFT } from '../../../shared/chits/columns.ts';
import { cls } from '../cls.ts';
import css from './ChitPaper.module.css';

interface ChitPaperProps {
  readonly lines: readonly ChitLine[];
  readonly columns: Columns;
  /** What it is, for those who do not see it: `Chit 58, table 12`. */
  readonly label: string;
}

/** A chit as it comes out of the printer: the same layout, cell for cell, black on white on every screen. */
export const ChitPaper = memo(function ChitPaper({ lines, columns, label }: ChitPaperProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wide paper scrolls on a narrow glass, and a keyboard must reach its end
    <figure className={css.paper} aria-label={label} data-testid="chit-paper" tabIndex={0}>
      <div className={css.print} style={{ width: `${columns}ch` }}>
        {lines.map((line, index) => (
          // Lines have no name but their place, and a chit is laid out anew as a whole.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Line key={index} line={line} columns={columns} />
        ))}
      </div>
    </figure>
  );
});

function Line({ line, columns }: { line: ChitLine; columns: Columns }) {
  switch (line.kind) {
    case 'text':
      return (
        <div className={cls(css.line, heightOf(line) === 2 && css.high)} data-testid="chit-line">
          {line.runs.map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place either
            <Run key={index} run={run} />
          ))}
        </div>
      );
    case 'rule':
      return (
        <div className={css.line} data-testid="chit-line" aria-hidden="true">
          {line.mark.repeat(columns)}
        </div>
      );
    case 'cut':
      return <div className={css.cut} />;
    default:
      return line satisfies never;
  }
}

function Run({ run }: { run: ChitRun }) {
  return (
    <span className={cls(css.run, css[run.size], run.isBold && css.bold, run.isInverse && css.inverse)}>
      {pieces(run.text).map(({ key, text, columns }) =>
        columns === null ? (
          text
        ) : (
          <span key={key} className={css.cell} style={{ width: `${columns}ch` }}>
            {text}
          </span>
        ),
      )}
    </span>
  );
}

interface Piece {
  readonly key: number;
  readonly text: string;
  /** The cells it takes; null: letters of the typeface itself, one each. */
  readonly columns: number | null;
}

/** Letters that another typeface lends would push the rest of the line out of its cells: each gets the room the printer gives it. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let own = '';
  const flush = () => {
    if (own !== '') found.push({ key: found.length, text: own, columns: null });
    own = '';
  };
  const lend = (letters: string) => {
    flush();
    found.push({ key: found.length, text: letters, columns: columnsOf(letters) });
  };
  // Every other part is read from the right; its letters join and stay in one cell.
  for (const [index, part] of text.split(RIGHT_TO_LEFT).entries()) {
    for (const letter of index % 2 === 1 ? [part] : lettersOf(part)) {
      if ([...letter].every((char) => charColumns(char) === 1 && char < '\u0250')) own += letter;
      else lend(letter);
    }
  }
  flush();
  return found;
}
