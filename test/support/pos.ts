import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

export const Answer = z.object({
  ok: z.boolean(),
  result: z.string().optional(),
  id: z.string().optional(),
  seq: z.number().optional(),
  error: z.object({ code: z.string(), message: z.string() }).loose().optional(),
});
export type Answer = z.infer<typeof Answer>;

export const FeedMessage = z
  .object({
    epoch: z.string(),
    seq: z.number(),
    id: z.string(),
    at: z.string(),
    type: z.string(),
    ticket: z.object({ source: z.string(), id: z.string() }).optional(),
    item: z.object({ id: z.string() }).loose().optional(),
    course: z.number().optional(),
  })
  .loose();
export type FeedMessage = z.infer<typeof FeedMessage>;

const FromPos = z.object({
  ready: z.boolean().optional(),
  n: z.number().optional(),
  answer: z.unknown().optional(),
  feed: z.unknown().optional(),
});

/** A POS process under a test's hand. */
export class Pos {
  readonly feed: FeedMessage[] = [];
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly ready: Promise<void>;
  private asked = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
    this.ready = new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the POS process ended with ${code}`)));
      child.on('message', (raw) => {
        const message = FromPos.parse(raw);
        if (message.ready) resolve();
        if (message.feed !== undefined) this.feed.push(FeedMessage.parse(message.feed));
        if (message.n === undefined) return;
        this.waiting.get(message.n)?.(Answer.parse(message.answer));
        this.waiting.delete(message.n);
      });
    });
  }

  static async start(url: string, token: string, connections = 1): Promise<Pos> {
    const program = join(import.meta.dirname, 'posProcess.ts');
    const pos = new Pos(
      fork(program, [url, token, String(connections)], { execPath: process.execPath, execArgv: [] }),
    );
    await pos.ready;
    return pos;
  }

  send(event: string, argument: unknown, connection = 0): Promise<Answer> {
    this.asked += 1;
    const n = this.asked;
    return new Promise((resolve) => {
      this.waiting.set(n, resolve);
      this.child.send({ n, connection, event, argument });
    });
  }

  put(ticket: Record<string, unknown>, connection = 0): Promise<Answer> {
    return this.send('ticket.put', ticketOf(ticket), connection);
  }

  types(): string[] {
    return this.feed.map((message) => message.type);
  }

  stop(): void {
    this.child.removeAllListeners('exit');
    this.child.disconnect();
  }
}

/** A whole ticket of the outside contract around what a test cares about. */
export function ticketOf(said: Record<string, unknown>): Record<string, unknown> {
  return {
    source: 'till',
    id: 'T-1',
    number: '2087',
    channel: 'dine_in',
    table: '12',
    covers: 4,
    server: 'Mara',
    openedAt: new Date().toISOString(),
    items: [],
    ...said,
  };
}
