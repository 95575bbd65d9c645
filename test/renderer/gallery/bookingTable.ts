import type { BookingMapping } from '../../../shared/bookings/bookingFields.ts';
import { FILE_SOURCE, proposeColumns, questionsOf } from '../../../shared/bookings/proposeMapping.ts';
import { readRow } from '../../../shared/bookings/readRow.ts';
import {
  type BookingLook,
  BookingLookRequest,
  BookingRunRequest,
  type BookingRunState,
} from '../../../shared/protocol/bookingFiles.ts';
import type { Answers } from './scenes.ts';

const ID = 'file-1';

interface Table {
  /** By column; what leaves neither days nor times open is not asked about here, so a file has both questions or none. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly timeZone: string;
  /** What is booked for before is over. */
  readonly now: number;
}

/**
 * The service over one file of bookings, whose cells are cut already: the real proposal, the real questions, every row judged by the real rules.
 * `takenSoFar`: rows at which the taking in stands still, for a picture of it; null: it ends at once.
 */
export function bookingTable(table: Table, takenSoFar: number | null = null): Answers {
  const { header, rows } = table;
  const columns = proposeColumns(header, rows);
  const proposal = { hasHeader: true, dateOrder: null, clock: null, consent: {}, source: FILE_SOURCE };
  let run: BookingRunState | null = null;
  const look = (mapping: BookingMapping): BookingLook => {
    const { orders, clock, consents } = questionsOf(mapping.columns, rows);
    return {
      id: ID,
      encoding: 'utf-8',
      separator: ';',
      rows: rows.length,
      header: [...header],
      samples: rows.slice(0, 5).map((cells) => [...cells]),
      mapping,
      isRemembered: false,
      orders: [...orders],
      clock,
      consents: [...consents],
    };
  };
  const path = `/api/setup/bookings/${ID}`;
  return {
    '/api/setup/bookings': { answer: () => look({ ...proposal, columns }) },
    [`${path}/look`]: {
      answer: (asked) => look(BookingLookRequest.parse(asked).mapping ?? { ...proposal, columns }),
    },
    [`${path}/run`]: {
      answer: (asked) => {
        if (asked !== null) run = played(table, BookingRunRequest.parse(asked), takenSoFar);
        return run;
      },
    },
    [`${path}/close`]: { body: { ok: true } },
  };
}

function played(
  { rows, timeZone, now }: Table,
  { mapping, isDry }: { readonly mapping: BookingMapping; readonly isDry: boolean },
  takenSoFar: number | null,
): BookingRunState {
  const isRunning = takenSoFar !== null && !isDry;
  const counts = { new: 0, changed: 0, same: 0, past: 0, bad: 0 };
  const problems: BookingRunState['problems'] = [];
  const seen = rows.slice(0, isRunning ? takenSoFar : rows.length);
  for (const [index, cells] of seen.entries()) {
    // Row 1 is the header's.
    const reading = readRow(cells, index + 2, { mapping, timeZone, digest: (text) => text });
    if (!reading.ok) {
      counts.bad += 1;
      problems.push(...reading.problems);
    } else counts[reading.at < now ? 'past' : 'new'] += 1;
  }
  return {
    phase: isRunning ? 'running' : 'done',
    isDry,
    done: seen.length,
    total: rows.length,
    counts,
    problems: isRunning ? [] : problems,
  };
}
