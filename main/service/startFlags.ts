import { parseArgs } from 'node:util';
import { Complaint } from './complaint.ts';
import { defaultDataDir } from './dataDir.ts';
import { DEMO_OPTIONS, type DemoWish, readDemoWish, refuseDemoFlags } from './demo/demoWish.ts';
import { type JoinWish, readJoinWish } from './station/joinWish.ts';

const DEFAULT_PORT = 4680;
const MAX_PORT = 65_535;
const LOOPBACK = '127.0.0.1';

export interface StartFlags {
  /** The place for data; a demo's own folder lies inside it. */
  readonly dataDir: string;
  /** null: nobody said. */
  readonly host: string | null;
  /** 0: any free one. */
  readonly port: number;
  readonly isHeadless: boolean;
  /** null: a house's own hub. */
  readonly demo: DemoWish | null;
  /** null: this device is the hub. */
  readonly join: JoinWish | null;
}

/** The flags the launcher passes on. Throws a complaint about one that cannot be meant. */
export function readStartFlags(args: readonly string[]): StartFlags {
  const { port, host, data, headless = false, demo = false, join, station, token, ...rest } = parse(args);
  if (!demo) refuseDemoFlags(rest);
  const wish = readJoinWish({ join, station, token });
  if (wish !== null && demo) throw Complaint.usage('--demo is a hub of its own: it does not go with --join.');
  if (wish !== null && host !== undefined) {
    throw Complaint.usage(
      '--host does not go with --join: a station serves its own device, others open the hub.',
    );
  }
  return {
    dataDir: data ?? defaultDataDir(),
    host: host === 'localhost' ? LOOPBACK : (host ?? null),
    port: port === undefined ? DEFAULT_PORT : portOf(port),
    isHeadless: headless,
    demo: demo ? readDemoWish(rest, headless) : null,
    join: wish,
  };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const own = { headless: flag, 'no-open': flag, port: text, host: text, data: text };
    const joining = { join: text, station: text, token: text };
    const options = { ...own, ...joining, demo: flag, ...DEMO_OPTIONS };
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
