import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** One question over HTTP from inside a network namespace, asked by a process of its own. */
const Said = z.object({ status: z.number(), text: z.string(), ms: z.number() });
export type Said = z.infer<typeof Said>;

export interface Question {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Asks again until this is the status, for at most `untilMs`. */
  readonly untilStatus?: number;
  readonly untilMs?: number;
}

const run = promisify(execFile);
const NODE = join(import.meta.dirname, '..', '..', 'node_modules', 'node', 'bin', 'node');

export async function askFrom(namespace: string, question: Question): Promise<Said> {
  const program = join(import.meta.dirname, 'askProcess.ts');
  const args = ['netns', 'exec', namespace, NODE, program, JSON.stringify(question)];
  const { stdout } = await run('ip', args, { maxBuffer: 16 * 1024 * 1024 });
  return Said.parse(JSON.parse(stdout));
}
