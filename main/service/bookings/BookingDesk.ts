import type { Logger } from 'pino';
import type { BookingMapping } from '../../../shared/bookings/bookingFields.ts';
import type {
  BookingLook,
  BookingLookRequest,
  BookingRunState,
} from '../../../shared/protocol/bookingFiles.ts';
import type { HubPort } from '../../hub/port.ts';
import { BookingFile } from './BookingFile.ts';
import { BookingRun, isReady } from './BookingRun.ts';
import { RememberedMappings } from './rememberedMappings.ts';

/** As what the log and the history name who put it. */
const LISTENER_NAME = 'bookings file';
/** Nobody maps columns for longer; then the names in it are gone from memory. */
const KEPT_MS = 30 * 60_000;
const MOST_FILES = 3;

interface OpenFile {
  readonly file: BookingFile;
  run: BookingRun | null;
  touchedAt: number;
}

/** The files of bookings that managers have open at this moment. */
export class BookingDesk {
  private readonly hub: HubPort;
  private readonly log: Logger;
  private readonly mappings: RememberedMappings;
  private readonly open = new Map<string, OpenFile>();
  private sweeper: NodeJS.Timeout | null = null;

  constructor({ hub, log, dataDir }: { hub: HubPort; log: Logger; dataDir: string }) {
    this.hub = hub;
    this.log = log;
    this.mappings = new RememberedMappings(dataDir, (text) => hub.digest(text));
  }

  async take(bytes: Uint8Array): Promise<BookingLook> {
    this.sweep();
    const oldest = [...this.open.values()].sort((a, b) => a.touchedAt - b.touchedAt);
    for (const { file } of oldest.slice(0, Math.max(0, oldest.length - MOST_FILES + 1))) this.close(file.id);
    const file = new BookingFile(this.hub.newId(), bytes);
    this.open.set(file.id, { file, run: null, touchedAt: performance.now() });
    this.sweeper ??= setInterval(() => this.sweep(), KEPT_MS / 10).unref();
    return await this.lookAt(file, { encoding: null, separator: null, mapping: null });
  }

  /** null: it is not open any more. */
  async look(id: string, asked: BookingLookRequest): Promise<BookingLook | null> {
    const known = this.find(id);
    return known === null ? null : await this.lookAt(known.file, asked);
  }

  /** `not_ready`: something the file needs has not been said. `running`: one run a file. */
  async start(
    id: string,
    mapping: BookingMapping,
    isDry: boolean,
  ): Promise<BookingRunState | 'gone' | 'not_ready' | 'running'> {
    const known = this.find(id);
    if (known === null) return 'gone';
    if (known.run?.state().phase === 'running') return 'running';
    const { orders, clock, consents } = await this.lookAt(known.file, {
      encoding: null,
      separator: null,
      mapping,
    });
    if (!isReady(mapping, { dateOrder: orders.length > 1, clock: clock !== null, consent: consents }))
      return 'not_ready';
    const settled: BookingMapping = { ...mapping, dateOrder: mapping.dateOrder ?? orders[0]?.order ?? null };
    const run = new BookingRun({
      hub: this.hub,
      rows: known.file.under(mapping),
      mapping: settled,
      listener: {
        scope: 'bookings',
        source: mapping.source,
        tokenId: `file-${id}`,
        name: LISTENER_NAME,
        log: this.log,
      },
      isDry,
    });
    known.run = run;
    if (!isDry) this.mappings.keep(known.file.first(), mapping);
    void this.play(run);
    return run.state();
  }

  /** Of the last run; null: there is none. */
  state(id: string): BookingRunState | null {
    return this.find(id)?.run?.state() ?? null;
  }

  cancel(id: string): BookingRunState | null {
    const run = this.find(id)?.run ?? null;
    run?.cancel();
    return run?.state() ?? null;
  }

  close(id: string): void {
    this.open.get(id)?.run?.cancel();
    this.open.delete(id);
  }

  stop(): void {
    if (this.sweeper !== null) clearInterval(this.sweeper);
    for (const id of [...this.open.keys()]) this.close(id);
  }

  private async play(run: BookingRun): Promise<void> {
    try {
      await run.play();
      const { isDry, total, counts, phase } = run.state();
      this.log.info({ isDry, total, ...counts, phase }, 'a file of bookings was read');
    } catch (error) {
      run.cancel();
      this.log.error({ err: error }, 'a file of bookings could not be read to its end');
    }
  }

  private lookAt(file: BookingFile, asked: BookingLookRequest): Promise<BookingLook> {
    return file.look(asked, (header) => this.mappings.of(header));
  }

  private find(id: string): OpenFile | null {
    const known = this.open.get(id) ?? null;
    if (known !== null) known.touchedAt = performance.now();
    return known;
  }

  private sweep(): void {
    for (const [id, { touchedAt, run }] of this.open)
      if (performance.now() - touchedAt > KEPT_MS && run?.state().phase !== 'running') this.close(id);
  }
}
