import { parseArgs } from 'node:util';
import { Complaint } from './complaint.ts';
import { defaultDataDir } from './dataDir.ts';

const DEFAULT_PORT = 4680;
const MAX_PORT = 65_535;
const LOOPBACK = '127.0.0.1';

export interface StartFlags {
  readonly dataDir: string;
  /** null: nobody said. */
  readonly host: string | null;
  /** 0: any free one. */
  readonly port: number;
}

/** The flags the launcher passes on. Throws a complaint about one that cannot be meant. */
export function readStartFlags(args: readonly string[]): StartFlags {
  const { port, host, data } = parse(args);
  return {
    dataDir: data ?? defaultDataDir(),
    host: host === 'localhost' ? LOOPBACK : (host ?? null),
    port: port === undefined ? DEFAULT_PORT : portOf(port),
  };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { headless: flag, 'no-open': flag, port: text, host: text, data: text, token: text };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw Complaint.usage(error instanceof Error ? error.message : String(error));
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= MAX_PORT) return port;
  throw Complaint.usage(`--port wants a number from 0 to ${MAX_PORT}, not ${text}.`);
}
