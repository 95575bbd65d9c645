import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import { monotonicMs } from './monotonic.ts';
import { end, spawnNode } from './processes.ts';

/** A message either way: what it is, and what belongs to it. */
const Message = z.object({ type: z.string(), value: z.unknown() });
/** A run's own length is bounded by its numbers; this is for one that hangs. */
const ANSWER_MS = 180_000;

/** A benchmark's own process, asked one thing at a time over its channel. */
export class Worker {
  private readonly child: ChildProcess;
  private readonly name: string;
  private errors = '';

  constructor(name: string, program: string, nodeArgs: readonly string[] = []) {
    this.name = name;
    this.child = spawnNode(nodeArgs, program, []);
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors = `${this.errors}${text}`.slice(-4_000);
    });
    this.child.stdout?.resume();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Rejects when the process ends, fails or is silent. */
  ask<T>(type: string, value: unknown, answer: z.ZodType<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        settle();
        reject(new Error(`${this.name}, asked ${type}, ${why}\n${this.errors}`));
      };
      const late = setTimeout(() => fail('does not answer'), ANSWER_MS);
      const onMessage = (message: unknown) => {
        const read = Message.parse(message);
        if (read.type === 'failed') return fail(`failed: ${String(read.value)}`);
        settle();
        resolve(answer.parse(read.value));
      };
      const onExit = () => fail('ended');
      const settle = () => {
        clearTimeout(late);
        this.child.off('message', onMessage);
        this.child.off('exit', onExit);
      };
      this.child.on('message', onMessage);
      this.child.once('exit', onExit);
      this.child.send({ type, value });
    });
  }

  /** Throws unless the worker's clock lies between two looks at ours. */
  async checkClock(): Promise<void> {
    const before = monotonicMs();
    const there = await this.ask('clock', null, z.number());
    const after = monotonicMs();
    if (there < before || there > after)
      throw new Error(`the clock of ${this.name} says ${there}, ours ${before} to ${after}`);
  }

  end(): Promise<void> {
    return end(this.child, 'SIGTERM');
  }
}

type Handler = (value: unknown) => unknown;

/** The worker's side: answers what it is asked until its parent is gone. */
export function serve(handlers: Readonly<Record<string, Handler>>): void {
  const all: Readonly<Record<string, Handler>> = { ...handlers, clock: () => monotonicMs() };
  const answer = (type: string, value: unknown) => process.send?.({ type, value });
  process.on('message', (message) => {
    const { type, value } = Message.parse(message);
    const handled = (async () => all[type]?.(value))();
    handled.then(
      (result) => answer(type, result ?? null),
      (error: unknown) => answer('failed', error instanceof Error ? error.stack : String(error)),
    );
  });
  // A usual end, so that a CPU profile is written.
  for (const signal of ['SIGTERM', 'disconnect'] as const) process.on(signal, () => process.exit(0));
}
