import type { BookingMapping } from '../../../shared/bookings/bookingFields.ts';
import {
  FILE_SOURCE,
  hasHeader,
  type MappingQuestions,
  proposeColumns,
  questionsOf,
} from '../../../shared/bookings/proposeMapping.ts';
import type {
  BookingLook,
  BookingLookRequest,
  Encoding,
  Separator,
} from '../../../shared/protocol/bookingFiles.ts';
import { decodeFile, encodingOf } from './decodeFile.ts';
import { type CsvRow, readCsv, separatorOf } from './readCsv.ts';

const SAMPLES = 5;
/** Enough rows to tell by what a column holds. */
const LOOKED_AT = 200;

export type RememberedMapping = (header: readonly string[]) => BookingMapping | null;

/** A file somebody has sent, in memory alone: it is full of names. */
export class BookingFile {
  readonly id: string;
  private readonly bytes: Uint8Array;
  private rows: readonly CsvRow[] = [];
  private encoding: Encoding;
  private separator: Separator = ',';
  private isRead = false;

  constructor(id: string, bytes: Uint8Array) {
    this.id = id;
    this.bytes = bytes;
    this.encoding = encodingOf(bytes);
  }

  /** Reads it as asked, or as it seems to be, and says what of it a person must see and settle. */
  async look(asked: BookingLookRequest, remembered: RememberedMapping): Promise<BookingLook> {
    await this.read(asked);
    const { id, encoding, separator } = this;
    const known = asked.mapping === null ? remembered(this.first()) : null;
    const mapping = asked.mapping ?? known ?? this.proposal();
    const records = this.records(mapping);
    const { orders, clock, consents } = questionsOf(mapping.columns, records);
    return {
      id,
      encoding,
      separator,
      rows: this.under(mapping).length,
      header: mapping.hasHeader ? [...this.first()] : [],
      samples: records.slice(0, SAMPLES).map((cells) => [...cells]),
      mapping: { ...mapping, ...settled(mapping, orders, clock) },
      isRemembered: known !== null,
      orders: [...orders],
      clock,
      consents: [...consents],
    };
  }

  /** The rows that hold bookings. */
  under({ hasHeader }: Pick<BookingMapping, 'hasHeader'>): readonly CsvRow[] {
    return hasHeader ? this.rows.slice(1) : this.rows;
  }

  first(): readonly string[] {
    return this.rows[0]?.cells ?? [];
  }

  private records(mapping: Pick<BookingMapping, 'hasHeader'>): string[][] {
    return this.under(mapping).flatMap(({ cells }) => (cells === null ? [] : [[...cells]]));
  }

  private async read({ encoding, separator }: BookingLookRequest): Promise<void> {
    if (this.isRead && encoding === null && separator === null) return;
    this.encoding = encoding ?? this.encoding;
    const text = decodeFile(this.bytes, this.encoding);
    this.separator = separator ?? separatorOf(text);
    this.rows = await readCsv(text, this.separator);
    this.isRead = true;
  }

  private proposal(): BookingMapping {
    const records = this.records({ hasHeader: false }).slice(0, LOOKED_AT);
    const isHeaded = hasHeader(records);
    const header = isHeaded ? this.first() : null;
    const columns = proposeColumns(header, isHeaded ? records.slice(1) : records);
    return { hasHeader: isHeaded, columns, dateOrder: null, clock: null, consent: {}, source: FILE_SOURCE };
  }
}

/** What the file itself settles needs nobody's word; and what was said of another file is asked again where this one leaves it open. */
function settled(
  { dateOrder, clock }: BookingMapping,
  orders: MappingQuestions['orders'],
  openClock: string | null,
): Pick<BookingMapping, 'dateOrder' | 'clock'> {
  const [first, ...others] = orders;
  const isPossible = orders.some(({ order }) => order === dateOrder);
  const asked = isPossible ? dateOrder : null;
  return {
    dateOrder: first === undefined ? dateOrder : others.length === 0 ? first.order : asked,
    clock: openClock === null ? 'written' : clock,
  };
}
