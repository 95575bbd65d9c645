import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BookingMapping } from '../../../shared/bookings/bookingFields.ts';
import { plainWords } from '../../../shared/bookings/plainWords.ts';
import { replaceFile } from '../../store/durableFile.ts';

const FILE = 'booking-files.json';
/** A house gets its bookings from a few systems, and each changes its columns now and then. */
const MOST = 20;

const Remembered = z.array(z.object({ header: z.string(), mapping: BookingMapping }));
type Remembered = z.infer<typeof Remembered>;

/**
 * How files were read before, by their headers, in the data folder. The header is kept as a keyed digest: a file without one begins with
 * somebody's name.
 */
export class RememberedMappings {
  private readonly path: string;
  private readonly digest: (text: string) => string;

  constructor(dataDir: string, digest: (text: string) => string) {
    this.path = join(dataDir, FILE);
    this.digest = digest;
  }

  of(header: readonly string[]): BookingMapping | null {
    const name = this.nameOf(header);
    return this.all().find((one) => one.header === name)?.mapping ?? null;
  }

  /** Only what a header names can be known again. */
  keep(header: readonly string[], mapping: BookingMapping): void {
    if (!mapping.hasHeader) return;
    const name = this.nameOf(header);
    const others = this.all().filter((one) => one.header !== name);
    const kept: Remembered = [{ header: name, mapping }, ...others].slice(0, MOST);
    replaceFile(this.path, `${JSON.stringify(kept, null, 1)}\n`);
  }

  private nameOf(header: readonly string[]): string {
    return this.digest(JSON.stringify(header.map(plainWords)));
  }

  /** What cannot be read any more is asked of a person again. */
  private all(): Remembered {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
    try {
      const value: unknown = JSON.parse(text);
      const read = Remembered.safeParse(value);
      return read.success ? read.data : [];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }
}
