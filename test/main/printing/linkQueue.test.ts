import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CupsQueue } from '../../../main/printing/link/cups.ts';
import { QueueLink } from '../../../main/printing/link/QueueLink.ts';
import { QUICK } from '../../support/printedChits.ts';

const NEVER = new AbortController().signal;
const END_OF_ATTRIBUTES = 0x03;
const INTEGER = 0x21;
const KEYWORD = 0x44;
const OPERATION = { print: 0x02, cancel: 0x08, job: 0x09, printer: 0x0b };

/** A print service as RFC 8010 has its bytes, with one queue; what it says of its printer and of a job is the test's. */
class PrintService {
  reasons = 'none';
  /** What a job is when it is asked for, in turn; the last stays. */
  jobStates = [9];
  hasBegun = false;
  readonly taken: Buffer[] = [];
  cancelled = 0;
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request).then((bytes) => response.end(bytes));
  });

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address() as AddressInfo;
    return address.port;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const asked = Buffer.concat(chunks);
    switch (asked.readUInt16BE(2)) {
      case OPERATION.printer:
        return said(0, [INTEGER, 'printer-state', 3], [KEYWORD, 'printer-state-reasons', this.reasons]);
      case OPERATION.print:
        this.taken.push(asked);
        return said(0, [INTEGER, 'job-id', 7]);
      case OPERATION.cancel:
        this.cancelled += 1;
        this.jobStates = [7];
        return said(0);
      case OPERATION.job: {
        const state = (this.jobStates.length > 1 ? this.jobStates.shift() : this.jobStates[0]) ?? 9;
        return this.hasBegun
          ? said(0, [INTEGER, 'job-state', state], [INTEGER, 'time-at-processing', 12])
          : said(0, [INTEGER, 'job-state', state]);
      }
      default:
        return said(0x501);
    }
  }
}

function said(status: number, ...attributes: [tag: number, name: string, value: number | string][]): Buffer {
  const header = Buffer.from([2, 0, 0, 0, 0, 0, 0, 1]);
  header.writeUInt16BE(status, 2);
  const written = attributes.map(([tag, name, value]) => {
    const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.alloc(4);
    if (typeof value === 'number') bytes.writeInt32BE(value);
    const lengths = [name.length, bytes.length].map((length) => Buffer.from([length >> 8, length & 255]));
    return Buffer.concat([
      Buffer.of(tag),
      lengths[0] ?? header,
      Buffer.from(name),
      lengths[1] ?? header,
      bytes,
    ]);
  });
  return Buffer.concat([header, Buffer.of(1), ...written, Buffer.of(END_OF_ATTRIBUTES)]);
}

let service: PrintService;
let port: number;
beforeEach(async () => {
  service = new PrintService();
  port = await service.listen();
});
afterEach(() => service.stop());

const linkTo = (canAnswer: boolean, totalMs = QUICK.totalMs) =>
  new QueueLink(new CupsQueue('line', { host: '127.0.0.1', port }), { ...QUICK, totalMs }, canAnswer);
const print = (link: QueueLink) => link.print(Buffer.from('CHIT 12'), { number: 12 }, NEVER);

describe('a printer behind a queue', () => {
  it('is on paper when the queue has completed it, where the house says that it waits for its printer', async () => {
    service.jobStates = [5, 5, 9];
    expect(await print(linkTo(true))).toEqual({ kind: 'printed' });
    expect(service.taken).toHaveLength(1);
    expect(service.taken[0]?.toString('latin1')).toMatch(/Heard chit 12.*CHIT 12$/su);
  });

  it('is unknown where it is only passed on, and says before that it cannot answer', async () => {
    const link = linkTo(false);
    expect(await link.status()).toEqual({ kind: 'silent' });
    expect(await print(link)).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    ['media-empty-error', 'paper'],
    ['cover-open', 'cover'],
    ['offline-report', 'offline'],
  ])('is sent nothing while it says %s', async (reason, kind) => {
    service.reasons = reason;
    expect(await print(linkTo(true))).toMatchObject({ kind: 'refused', status: { kind } });
    expect(service.taken).toEqual([]);
  });

  it('is taken back when the queue does not come to it, and unknown when it had begun', async () => {
    service.jobStates = [3];
    expect(await print(linkTo(true, 1_500))).toMatchObject({ kind: 'refused', status: { kind: 'offline' } });
    expect(service.cancelled).toBe(1);
    service.jobStates = [5];
    service.hasBegun = true;
    expect(await print(linkTo(true, 1_500))).toMatchObject({ kind: 'unknown' });
  });

  it('is away when no print service answers', async () => {
    const link = linkTo(true);
    await service.stop();
    expect(await print(link)).toMatchObject({ kind: 'refused', status: { kind: 'away' } });
    await service.listen();
  });
});
