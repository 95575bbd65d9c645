import { chanceOf } from './chance.ts';

const FIRST = ['Ana', 'Bo', 'Chloé', 'Dmitri', 'Íñigo', 'Fatima', 'Grace', 'Hugo'];
const LAST = ['Ruiz', 'Li', 'Muñoz', 'O’Neill', 'van Dijk', 'Silva', 'Okafor', 'Zephyrine'];
const NOTES = ['', '', 'window, please', '"the usual"\nand a cake', 'severe nut allergy', 'high chair'];
const DAY_MS = 24 * 3_600_000;

type Cells = readonly [name: string, date: string, time: string, covers: string, phone: string, note: string];

/** What may be wrong with a row, and the code it must be explained with. */
const FAULTS: readonly (readonly [code: string, spoil: (cells: Cells) => Cells])[] = [
  ['name_missing', ([, ...rest]) => ['', ...rest]],
  ['date_unread', ([name, , ...rest]) => [name, '31/02/2031', ...rest]],
  ['time_unread', ([name, date, , ...rest]) => [name, date, '29:10', ...rest]],
  ['covers_unread', ([name, date, time, , ...rest]) => [name, date, time, 'many', ...rest]],
  ['covers_missing', ([name, date, time, , ...rest]) => [name, date, time, '', ...rest]],
];

export interface BookingsFile {
  readonly text: string;
  /** Code by row, counted as a spreadsheet does. */
  readonly bad: ReadonlyMap<number, string>;
}

/** A file of bookings for the month after `from` as a system exports it: quoted, with notes over two lines, `bad` of its rows spoilt. */
export function bookingsFile(rows: number, bad: number, from: number, seed = 1): BookingsFile {
  const below = chanceOf(seed);
  const spoilt = new Map<number, string>();
  const lines = ['Name;Date;Time;Covers;Phone;Notes'];
  for (let index = 0; index < rows; index += 1) {
    const row = index + 2;
    const at = new Date(from + DAY_MS * (1 + (index % 30)));
    const two = (number: number) => String(number).padStart(2, '0');
    const date = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
    const cells: Cells = [
      `${FIRST[below(8)]} ${LAST[below(8)]} ${index}`,
      date,
      `${18 + below(5)}:${two(15 * below(4))}`,
      String(1 + below(8)),
      `+34 6${String(10_000_000 + index)}`,
      NOTES[below(NOTES.length)] ?? '',
    ];
    // Spread over the whole file, so that no part of it is without.
    const isBad = Math.floor((index * bad) / rows) !== Math.floor(((index + 1) * bad) / rows);
    const [code, spoil] = FAULTS[spoilt.size % FAULTS.length] ?? ['', (same: Cells) => same];
    if (isBad) spoilt.set(row, code);
    lines.push((isBad ? spoil(cells) : cells).map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
  }
  return { text: `${lines.join('\r\n')}\r\n`, bad: spoilt };
}
