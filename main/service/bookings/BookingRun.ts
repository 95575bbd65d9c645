import { type BookingMapping, gapsOf, type OpenInFile } from '../../../shared/bookings/bookingFields.ts';
import { type PartyArgument, readRow } from '../../../shared/bookings/readRow.ts';
import type { RowProblem } from '../../../shared/bookings/rowProblem.ts';
import { partyNamed } from '../../../shared/domain/commands/party/findParty.ts';
import { wallInstant } from '../../../shared/lib/serviceDay.ts';
import type { BookingCounts, BookingRunState } from '../../../shared/protocol/bookingFiles.ts';
import { cardRule } from '../../../shared/protocol/outside/cardRule.ts';
import type { HubPort } from '../../hub/port.ts';
import type { PosListener } from '../../sync/posListener.ts';
import { handlePosMessage } from '../../sync/posMessage.ts';
import { readPosRequest } from '../../sync/posRequest.ts';
import type { CsvRow } from './readCsv.ts';

/**
 * So many rows wait at the hub at any moment: more than one of its full commits, so that it does not pause between two, and few enough that what
 * a cook presses meanwhile waits behind some 50 ms of work.
 */
const AT_ONCE = 160;
/** After so many rows other work of the hub goes between: a row that is bad or known waits for nothing. */
const IN_A_BREATH = 64;
const HOUR_MS = 3_600_000;

export interface RunParts {
  readonly hub: HubPort;
  readonly rows: readonly CsvRow[];
  readonly mapping: BookingMapping;
  /** Under whose name it is put. */
  readonly listener: PosListener;
  readonly isDry: boolean;
}

/** Every row of a file on its way in, as any bookings system sends it: the hub judges each put. A dry run only looks. */
export class BookingRun {
  private readonly parts: RunParts;
  private readonly counts: BookingCounts = { new: 0, changed: 0, same: 0, past: 0, bad: 0 };
  private readonly problems: RowProblem[] = [];
  /** What the file has said of a booking so far, by its id. */
  private readonly said = new Map<string, { readonly row: number; readonly content: string }>();
  private phase: BookingRunState['phase'] = 'running';
  private next = 0;
  private done = 0;
  private breath: Promise<void> | null = null;
  private today: { readonly day: string; readonly at: number } | null = null;

  constructor(parts: RunParts) {
    this.parts = parts;
  }

  state(): BookingRunState {
    const { phase, done, counts, problems, parts } = this;
    return {
      phase,
      isDry: parts.isDry,
      done,
      total: parts.rows.length,
      counts: { ...counts },
      problems: phase === 'running' ? [] : problems.toSorted((a, b) => a.row - b.row),
    };
  }

  cancel(): void {
    if (this.phase === 'running') this.phase = 'cancelled';
  }

  /** Until all is done, somebody cancels or the hub takes nothing any more. */
  async play(): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.takeOn()));
    if (this.phase === 'running') this.phase = 'done';
  }

  private async takeOn(): Promise<void> {
    const { rows } = this.parts;
    while (this.phase === 'running') {
      await this.breath;
      const row = this.phase === 'running' ? rows[this.next] : undefined;
      if (row === undefined) return;
      this.next += 1;
      await this.take(row);
      this.done += 1;
      this.breathe();
    }
  }

  private breathe(): void {
    if (this.done % IN_A_BREATH !== 0) return;
    this.breath = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.breath = null;
    });
  }

  private async take({ row, cells }: CsvRow): Promise<void> {
    const { hub, mapping } = this.parts;
    if (cells === null) return this.bad({ row, column: null, field: null, code: 'quotes', found: '' });
    const { venue } = hub.config().config;
    const digest = (text: string) => hub.digest(text);
    const reading = readRow(cells, row, { mapping, timeZone: venue.timeZone, digest });
    if (!reading.ok) return this.bad(...reading.problems);
    if (reading.at < this.dayBeginsAt()) {
      this.counts.past += 1;
      return;
    }
    // `readRow` writes its members always in the same order.
    const content = JSON.stringify(reading.party);
    const before = this.said.get(reading.party.id);
    if (before === undefined) this.said.set(reading.party.id, { row, content });
    else if (before.content === content) {
      this.counts.same += 1;
      return;
    } else return this.bad(this.whole(row, 'twice', String(before.row)));
    await this.put(row, reading.party);
  }

  /** When the service day of now began; what is booked for before is over. */
  private dayBeginsAt(): number {
    const { hub } = this.parts;
    const { day } = hub.state();
    if (this.today?.day !== day) {
      const { timeZone, dayRollHour } = hub.config().config.venue;
      const wall = Date.parse(`${day}T00:00:00Z`) + dayRollHour * HOUR_MS;
      // Where the clock skips the hour of the roll nothing is booked in it.
      this.today = { day, at: wallInstant(wall, timeZone) ?? wall };
    }
    return this.today.at;
  }

  private async put(row: number, party: PartyArgument): Promise<void> {
    const { hub, listener, isDry } = this.parts;
    const { isKnown, isSame } = this.compared(party);
    if (isDry || isSame) {
      this.counts[isSame ? 'same' : isKnown ? 'changed' : 'new'] += 1;
      return;
    }
    const answer = await handlePosMessage(hub, listener, 'party.put', party);
    if (answer.ok) {
      const isApplied = 'result' in answer && answer.result === 'applied';
      this.counts[isApplied ? (isKnown ? 'changed' : 'new') : 'same'] += 1;
      return;
    }
    const { code, message } = answer.error;
    if (code === 'unavailable' || code === 'busy') this.phase = 'stopped';
    this.bad(this.whole(row, 'refused', `${code}: ${message}`));
  }

  /** With what the hub holds of it, without asking it to judge. */
  private compared(party: PartyArgument): { isKnown: boolean; isSame: boolean } {
    const { hub } = this.parts;
    const known = partyNamed(hub.state(), String(party.source), party.id);
    if (known === null) return { isKnown: false, isSame: false };
    const read = readPosRequest('party.put', cardRule(party), (text) => hub.digest(text));
    const isSame =
      read.ok &&
      read.value.command.type === 'party.put' &&
      read.value.command.content.digest === known.digest;
    return { isKnown: true, isSame };
  }

  private bad(...problems: readonly RowProblem[]): void {
    this.counts.bad += 1;
    this.problems.push(...problems);
  }

  private whole(row: number, code: RowProblem['code'], found: string): RowProblem {
    return { row, column: null, field: null, code, found };
  }
}

/** Whether everything is said that a file needs before it can be read. */
export function isReady(mapping: BookingMapping, open: OpenInFile): boolean {
  return gapsOf(mapping, mapping, open).length === 0;
}
