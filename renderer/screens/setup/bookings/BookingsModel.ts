import { type BookingMapping, gapsOf, type MappingGap } from '../../../../shared/bookings/bookingFields.ts';
import {
  type BookingLook,
  type BookingLookRequest,
  type BookingRunState,
  MAX_FILE_BYTES,
} from '../../../../shared/protocol/bookingFiles.ts';
import type { Answer } from '../setupApi.ts';
import type { BookingsApi } from './bookingsApi.ts';

/** `gone`: the service does not have the file any more. */
export type BookingsTrouble = 'unreachable' | 'kept_out' | 'gone' | 'too_large' | 'empty';

export interface BookingsPicture {
  readonly name: string | null;
  readonly look: BookingLook | null;
  /** The trial or the import, running or over; null: nobody asked since the mapping changed. */
  readonly run: BookingRunState | null;
  readonly isBusy: boolean;
  readonly trouble: BookingsTrouble | null;
}

const NOTHING: BookingsPicture = { name: null, look: null, run: null, isBusy: false, trouble: null };
const ASK_EVERY_MS = 150;

/** A file of bookings on its way into the house: chosen, mapped, tried, taken. */
export class BookingsModel {
  private readonly api: BookingsApi;
  private readonly sleep: (ms: number) => Promise<void>;
  private readonly listeners = new Set<() => void>();
  private picture: BookingsPicture = NOTHING;

  constructor(api: BookingsApi, sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))) {
    this.api = api;
    this.sleep = sleep;
  }

  readonly get = (): BookingsPicture => this.picture;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async choose(file: File): Promise<void> {
    this.leave();
    if (file.size > MAX_FILE_BYTES) return this.tell({ name: file.name, trouble: 'too_large' });
    this.tell({ name: file.name, isBusy: true });
    const look = this.taken(await this.api.open(file));
    this.tell({ isBusy: false, ...(look === null ? {} : { look, ...(look.rows === 0 ? EMPTY : {}) }) });
  }

  /** While rows are read nothing of how they are read changes. What is left out stays as it is. Another separator or encoding cuts other columns, so the mapping is proposed anew. */
  async change(asked: Partial<BookingLookRequest>): Promise<void> {
    const { look } = this.picture;
    if (look === null || this.isRunning()) return;
    const { encoding = null, separator = null, mapping = null } = asked;
    this.tell({ isBusy: true, run: null });
    const next = this.taken(await this.api.look(look.id, { encoding, separator, mapping }));
    this.tell({ isBusy: false, ...(next === null ? {} : { look: next }) });
  }

  map(change: Partial<BookingMapping>): Promise<void> {
    const { look } = this.picture;
    if (look === null || this.isRunning()) return Promise.resolve();
    const mapping = { ...look.mapping, ...change };
    // Shown at once; the answer brings what the new columns leave open.
    this.tell({ look: { ...look, mapping }, run: null });
    return this.change({ mapping });
  }

  gaps(): MappingGap[] {
    const { look } = this.picture;
    if (look === null) return [];
    const { orders, clock, consents } = look;
    const open = { dateOrder: orders.length > 1, clock: clock !== null, consent: consents };
    return gapsOf(look.mapping, look.mapping, open);
  }

  /** Resolves when it is over. */
  async run(isDry: boolean): Promise<void> {
    const { look } = this.picture;
    if (look === null) return;
    this.tell({ trouble: null });
    let run = this.taken(await this.api.run(look.id, look.mapping, isDry));
    while (run !== null && this.picture.look?.id === look.id) {
      this.tell({ run });
      if (run.phase !== 'running') return;
      await this.sleep(ASK_EVERY_MS);
      run = this.taken(await this.api.state(look.id));
      // Nobody knows how far it is: it can be tried again, and what was taken is the same then.
      if (run === null) this.tell({ run: null });
    }
  }

  async cancel(): Promise<void> {
    const { look } = this.picture;
    if (look !== null) this.taken(await this.api.cancel(look.id));
  }

  /** The names in the file are not kept longer than somebody works at it. */
  leave(): void {
    const { look } = this.picture;
    if (look !== null) void this.api.close(look.id);
    this.picture = NOTHING;
    this.tell({});
  }

  private isRunning(): boolean {
    return this.picture.run?.phase === 'running';
  }

  private taken<T>(answer: Answer<T>): T | null {
    if (answer.ok) return answer.value;
    this.tell({ isBusy: false, trouble: answer.why === 'refused' ? 'gone' : answer.why });
    return null;
  }

  private tell(change: Partial<BookingsPicture>): void {
    this.picture = { ...this.picture, ...change };
    for (const listener of this.listeners) listener();
  }
}

const EMPTY = { trouble: 'empty' } as const;
