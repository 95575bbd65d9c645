import { BOLD, type ChitLine, DOUBLE, MARK, type Paper, run } from './chitLines.ts';
import { bar, wrap } from './wrap.ts';

/** Letters that a wrong code page turns into others: whoever holds the slip sees it. */
const LETTERS = 'ñ Ñ á é í ó ú ü ç ¿ ¡ € ½';

/** A slip that shows what a printer can do: every size and mark of a chit, the width of the paper, the letters of the house. */
export function testSlip(printer: string, at: number, { columns, speech }: Paper): ChitLine[] {
  const { t, time } = speech;
  const ruler = Array.from({ length: columns }, (_, column) => String((column + 1) % 10)).join('');
  return [
    ...bar(t('chit.test.title'), MARK, columns),
    ...wrap([run(printer, DOUBLE)], { columns }),
    ...wrap([run(t('chit.test.why', { time: time(at) }))], { columns }),
    { kind: 'rule', mark: '-' },
    ...wrap([run(LETTERS, BOLD)], { columns }),
    ...wrap([run(ruler)], { columns }),
    ...wrap([run(t('chit.test.ruler', { columns }))], { columns }),
    { kind: 'rule', mark: '=' },
    { kind: 'cut' },
  ];
}
