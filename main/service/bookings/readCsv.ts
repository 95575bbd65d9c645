import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { Separator } from '../../../shared/protocol/bookingFiles.ts';

/** A cell longer than this is a quotation mark that nothing closes. */
const MOST_RECORD_CHARACTERS = 32 * 1024;
/** The parser gives way to the hub's other work after each. */
const SLICE_BYTES = 64 * 1024;
const SAMPLE_CHARACTERS = 32 * 1024;
const SAMPLE_RECORDS = 60;
const NEW_LINE = 0x0a;

const RULES = {
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: MOST_RECORD_CHARACTERS,
} as const;

export interface CsvRow {
  /** Counted from 1, blank lines included, as a spreadsheet does. */
  readonly row: number;
  /** null: its quotation marks do not close. */
  readonly cells: readonly string[] | null;
}

/**
 * The rows of a text whose lines end in `\n`, without the blank ones. A quotation mark that nothing closes costs the line it stands in, not
 * the rest of the file: reading goes on behind it.
 */
export async function readCsv(text: string, separator: Separator): Promise<CsvRow[]> {
  const bytes = Buffer.from(text, 'utf8');
  const rows: CsvRow[] = [];
  const at = { byte: 0, row: 0, width: 0 };
  while (at.byte < bytes.length) {
    const begun = at.byte;
    const isWhole = await parseRecords(bytes.subarray(begun), separator, (cells, end) => {
      at.width ||= cells.length;
      if (isRunaway(cells, at.width)) throw new Runaway();
      at.row += 1;
      at.byte = begun + end;
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: at.row, cells });
    });
    if (isWhole) break;
    at.row += 1;
    rows.push({ row: at.row, cells: null });
    const end = bytes.indexOf(NEW_LINE, at.byte);
    at.byte = end === -1 ? bytes.length : end + 1;
  }
  return rows;
}

/** False where quotation marks ended it; what came before them was taken. `end`: the byte behind a record. */
async function parseRecords(
  bytes: Buffer,
  delimiter: Separator,
  take: (cells: string[], end: number) => void,
): Promise<boolean> {
  const parser = parse({
    ...RULES,
    delimiter,
    // Not read off the stream: what it holds when it fails would be lost.
    on_record: (cells: string[], { bytes: end }) => {
      take(cells, end);
      return null;
    },
  });
  try {
    await pipeline(Readable.from(slices(bytes)), parser.resume());
    return true;
  } catch (error) {
    if (error instanceof CsvError || error instanceof Runaway) return false;
    throw error;
  }
}

/** A quotation mark took the next lines along until another one happened to close it. */
class Runaway extends Error {}

function isRunaway(cells: readonly string[], width: number): boolean {
  return cells.length < width && cells.some((cell) => cell.startsWith('"') && cell.includes('\n'));
}

async function* slices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES);
    await setImmediate();
  }
}

/** The separator that cuts most rows into the same number of cells, and into more than one. */
export function separatorOf(text: string): Separator {
  const end = text.length <= SAMPLE_CHARACTERS ? text.length : text.lastIndexOf('\n', SAMPLE_CHARACTERS);
  const sample = text.slice(0, end === -1 ? SAMPLE_CHARACTERS : end);
  const judged = Separator.options.map((separator) => ({ separator, score: evenness(sample, separator) }));
  return judged.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

function evenness(sample: string, separator: Separator): number {
  const widths = new Map<number, number>();
  for (const { length } of recordsOf(sample, separator)) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, times] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
  return width < 2 ? 0 : times + Math.min(width, 50) / 100;
}

function recordsOf(sample: string, delimiter: Separator): string[][] {
  try {
    return parseSync(sample, {
      ...RULES,
      delimiter,
      to: SAMPLE_RECORDS,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}
