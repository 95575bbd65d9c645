import { type ChildProcess, spawn } from 'node:child_process';
import { z } from 'zod';

/** A load's own length is bounded by its numbers; this is for one that hangs. */
const ANSWER_MS = 30_000;

const Question = z.object({ n: z.number(), what: z.string(), value: z.unknown() });
const Reply = z.object({ n: z.number(), value: z.unknown(), failed: z.string().optional() });

/** A program of a test in a process of its own, on any host of the test's network; asked over its channel, several things at a time. */
export class AskedProcess {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (reply: z.infer<typeof Reply>) => void>();
  private asked = 0;
  private gone: string | null = null;

  constructor(program: string, setup: unknown, namespace?: string) {
    const node = [process.execPath, '--no-warnings', program, JSON.stringify(setup)];
    const [run = '', ...args] = namespace === undefined ? node : ['ip', 'netns', 'exec', namespace, ...node];
    this.child = spawn(run, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.child.on('message', (message) => {
      const reply = Reply.parse(message);
      this.waiting.get(reply.n)?.(reply);
    });
    this.child.once('exit', (code, signal) => {
      this.gone = `${program} ended with ${code ?? signal}`;
      for (const [n, tell] of this.waiting) tell({ n, value: null, failed: this.gone });
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the process did not start');
    return this.child.pid;
  }

  ask<T>(what: string, value: unknown, answer: z.ZodType<T>): Promise<T> {
    if (this.gone !== null) return Promise.reject(new Error(this.gone));
    this.asked += 1;
    const n = this.asked;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => tell({ n, value: null, failed: 'no answer' }), ANSWER_MS);
      const tell = (reply: z.infer<typeof Reply>) => {
        clearTimeout(late);
        this.waiting.delete(n);
        if (reply.failed === undefined) resolve(answer.parse(reply.value));
        else reject(new Error(`${what}: ${reply.failed}`));
      };
      this.waiting.set(n, tell);
      this.child.send({ n, what, value });
    });
  }

  async end(): Promise<void> {
    if (this.gone !== null) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGKILL');
    await ended;
  }
}

type Handler = (value: unknown) => unknown;

/** The other side: what the process was started with, and its answers until its parent is gone. */
export function answerAsked<T>(
  setup: z.ZodType<T>,
  begin: (given: T) => Readonly<Record<string, Handler>>,
): void {
  const given: unknown = JSON.parse(process.argv[2] ?? 'null');
  const handlers = begin(setup.parse(given));
  process.on('message', (message) => {
    const { n, what, value } = Question.parse(message);
    const handled = (async () => (await handlers[what]?.(value)) ?? null)();
    handled.then(
      (result) => process.send?.({ n, value: result }),
      (error: unknown) => process.send?.({ n, value: null, failed: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
