import { existsSync } from 'node:fs';
import type { PrinterStatus } from '../printerLink.ts';
import { type Answer, type Attribute, ask, OPERATIONS, type Place, writeRequest } from './ipp.ts';
import { plainError } from './Wire.ts';

const SOCKETS = ['/run/cups/cups.sock', '/private/var/run/cupsd'];
const USUAL_PORT = 631;
const NONE: Buffer = Buffer.alloc(0);
/** Of a job, and of a printer. */
const JOB = { cancelled: 7, aborted: 8, completed: 9 };
const PRINTER_STOPPED = 5;
/** Below this an answer says that it was done. */
const DONE = 0x100;

export type JobEnd = 'completed' | 'aborted' | 'cancelled';
export type Submitted =
  | { readonly kind: 'job'; readonly id: number }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** The computer's own print service, or the one `CUPS_SERVER` names, as its own programs have it. */
export function cupsPlace(server = process.env.CUPS_SERVER): Place {
  if (server?.startsWith('/')) return { socketPath: server };
  if (server !== undefined && server !== '') {
    const [host = 'localhost', port] = server.split(':');
    return { host, port: Number(port ?? USUAL_PORT) };
  }
  const socketPath = SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? { host: 'localhost', port: USUAL_PORT } : { socketPath };
}

/** One queue of the print service. */
export class CupsQueue {
  private readonly place: Place;
  private readonly path: string;
  private readonly about: readonly Attribute[];

  constructor(name: string, place: Place) {
    this.place = place;
    this.path = `/printers/${encodeURIComponent(name)}`;
    this.about = [
      ['printer-uri', 'uri', `ipp://localhost${this.path}`],
      ['requesting-user-name', 'text', 'heard'],
    ];
  }

  /** Of the queue, and of its printer as far as the queue was told. */
  async status(signal: AbortSignal): Promise<PrinterStatus> {
    const wanted = [
      'printer-state',
      'printer-state-reasons',
      'printer-state-message',
      'printer-is-accepting-jobs',
    ];
    try {
      const answer = await this.ask(
        OPERATIONS.printerAttributes,
        [['requested-attributes', 'keyword', ...wanted]],
        signal,
      );
      if (answer.status >= DONE) return { kind: 'away', detail: 'there is no such queue' };
      return statusOf(answer);
    } catch (error) {
      return { kind: 'away', detail: plainError(error) };
    }
  }

  /** `unknown`: nobody knows whether the queue took it. */
  async submit(title: string, bytes: Buffer, signal: AbortSignal): Promise<Submitted> {
    const about: Attribute[] = [
      ['job-name', 'text', title],
      ['document-format', 'media', 'application/vnd.cups-raw'],
    ];
    try {
      const answer = await this.ask(OPERATIONS.printJob, about, signal, bytes);
      const id = answer.attributes.get('job-id')?.[0];
      if (answer.status < DONE && typeof id === 'number') return { kind: 'job', id };
      return { kind: 'refused', why: `the queue does not take it (0x${answer.status.toString(16)})` };
    } catch (error) {
      return { kind: 'unknown', why: plainError(error) };
    }
  }

  /** How the job ended; null while it has not. */
  async end(job: number, signal: AbortSignal): Promise<JobEnd | null> {
    const state = (await this.job(job, signal)).attributes.get('job-state')?.[0];
    if (state === JOB.completed) return 'completed';
    if (state === JOB.aborted) return 'aborted';
    return state === JOB.cancelled ? 'cancelled' : null;
  }

  /** Takes the job out of the queue. Whether nothing of it had been sent: it never began. */
  async cancel(job: number, signal: AbortSignal): Promise<boolean> {
    await this.ask(OPERATIONS.cancelJob, [['job-id', 'integer', job]], signal);
    const { attributes } = await this.job(job, signal);
    return attributes.get('job-state')?.[0] === JOB.cancelled && !attributes.has('time-at-processing');
  }

  private job(job: number, signal: AbortSignal): Promise<Answer> {
    const wanted: Attribute = ['requested-attributes', 'keyword', 'job-state', 'time-at-processing'];
    return this.ask(OPERATIONS.jobAttributes, [['job-id', 'integer', job], wanted], signal);
  }

  private ask(
    operation: number,
    more: readonly Attribute[],
    signal: AbortSignal,
    data = NONE,
  ): Promise<Answer> {
    return ask(this.place, this.path, writeRequest(operation, [...this.about, ...more], data), signal);
  }
}

/** Reasons end in -error, -warning or -report. */
const REASONS = [
  [/^(cover|door|interlock)-open/u, 'cover'],
  [/^media-(empty|needed)/u, 'paper'],
  [/^(offline|timed-out|connecting-to-device)/u, 'offline'],
  [/^(media-jam|fuser|marker-supply-empty)/u, 'error'],
] as const;

function statusOf({ attributes }: Answer): PrinterStatus {
  const reasons = (attributes.get('printer-state-reasons') ?? []).map(String);
  const message = String(attributes.get('printer-state-message')?.[0] ?? '');
  for (const [pattern, kind] of REASONS) {
    const reason = reasons.find((one) => pattern.test(one));
    if (reason !== undefined) return { kind, detail: message || reason };
  }
  if (attributes.get('printer-state')?.[0] === PRINTER_STOPPED)
    return { kind: 'offline', detail: message || 'the queue is stopped' };
  return { kind: 'ready' };
}
