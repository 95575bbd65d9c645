import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, describe, expect, test } from 'vitest';
import { PosLine } from '../../../main/demo/PosLine.ts';
import type { NightAccount } from '../../../shared/demo/account.ts';
import type { Outgoing, Quirk } from '../../../shared/demo/pos/outgoing.ts';
import { until } from '../../support/wait.ts';

/** A hub's `/pos` in a few lines: takes a message once, and tells its log to whoever resumes. */
class FakeHub {
  readonly taken = new Set<string>();
  readonly resumed: unknown[] = [];
  readonly log: { seq: number; id: string; at: string; type: string; epoch: string }[] = [];
  /** Applies the next message and keeps its answer to itself. */
  isDeaf = false;
  private io: Server | null = null;
  private port = 0;

  async open(): Promise<string> {
    const http = createServer();
    const io = new Server(http);
    io.of('/pos').on('connection', (socket) => {
      socket.on('feed.resume', (wish: { after: number }, answer) => {
        this.resumed.push(wish);
        answer({ ok: true, seq: wish.after });
        for (const message of this.log) if (message.seq > wish.after) socket.emit('feed', message);
      });
      socket.on('feed.ack', (_seq, answer) => answer({ ok: true, seq: 0 }));
      socket.on('ticket.put', ({ id }: { id: string }, answer) => {
        const result = this.taken.has(id) ? 'duplicate' : 'applied';
        this.taken.add(id);
        if (!this.isDeaf) answer({ ok: true, result, id, seq: this.taken.size });
      });
    });
    this.io = io;
    await new Promise<void>((resolve) => http.listen(this.port, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    this.port = port;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    await this.io?.close();
    this.io = null;
  }

  says(seq: number): void {
    const message = { seq, id: `1-${seq}`, at: '2026-05-15T21:00:00.000Z', type: 'alert', epoch: '1-a' };
    this.log.push(message);
    this.io?.of('/pos').emit('feed', message);
  }
}

const put = (n: number, quirk: Quirk = 'none'): Outgoing => ({
  n,
  event: 'ticket.put',
  argument: { id: `T${n}` },
  confirms: null,
  quirk,
});

describe("the till's line", () => {
  const hub = new FakeHub();
  let line: PosLine | null = null;
  afterEach(async () => {
    line?.close();
    await hub.close();
  });

  test('says again what was not answered, repeats on purpose, and goes on with the feed after a restart of the hub', async () => {
    const account: NightAccount = { seed: 1, covers: 1, messages: [], feed: [], skipped: [] };
    const quiet = () => undefined;
    const url = await hub.open();
    line = new PosLine({ url, token: 't', account, onFeed: quiet, onAnswer: quiet, onConnect: quiet });
    line.send([put(1), put(2, 'twice'), put(3, 'lost')]);
    await until('three answered', () => line?.isIdle() ?? false);
    const words = () =>
      account.messages.map(({ answers }) => answers.map((answer) => answer.ok && answer.result));
    expect(words()).toEqual([['applied'], ['applied', 'duplicate'], ['applied', 'duplicate']]);

    hub.says(4);
    await until('the first status', () => account.feed.length === 1);
    hub.isDeaf = true;
    line.send([put(4)]);
    await until('taken without an answer', () => hub.taken.has('T4'));
    await hub.close();
    hub.isDeaf = false;
    await hub.open();
    hub.says(5);
    await until(
      'the second status and the answer',
      () => account.feed.length === 2 && (line?.isIdle() ?? false),
    );
    expect(words()[3]).toEqual(['duplicate']);
    expect(account.messages[3]?.tries).toBe(2);
    expect(hub.resumed).toEqual([{ after: 0 }, { after: 4, epoch: '1-a' }]);
    expect(account.feed.map(({ seq }) => seq)).toEqual([4, 5]);
  }, 30_000);
});
