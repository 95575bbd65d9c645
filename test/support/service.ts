import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A real service process, started from its source on a free port, for tests that speak to it only from outside. */
const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** Half a second, and on a machine that does much else many times that. */
const READY_MS = 60_000;
const STOP_MS = 10_000;

const Ready = z.object({
  event: z.literal('ready'),
  url: z.string(),
  epoch: z.string(),
  pid: z.number(),
});

export interface ServiceOptions {
  /** Kept afterwards when given; otherwise a fresh folder that goes with the service. */
  readonly dataDir?: string;
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Written to `DATA/config.json` before the start. */
  readonly config?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  /** The built service, as people run it, which its built pages take for their own; otherwise from source. */
  readonly isBuilt?: boolean;
  /** The network namespace it runs in. */
  readonly namespace?: string;
  /** Further flags of the service, `--demo` for one. */
  readonly flags?: readonly string[];
  /** How long it may take to be ready; for runs beside others on a busy machine. */
  readonly readyMs?: number;
  /** Its process, before it is ready: for those who end it while it starts. */
  readonly onSpawn?: (child: ChildProcess) => void;
}

export interface TestService {
  readonly url: string;
  readonly epoch: string;
  readonly pid: number;
  readonly dataDir: string;
  /** Everything it wrote to stderr so far: its log. */
  readonly log: () => string;
  /** The `heard` command on its folder; what it prints on stdout, trimmed. */
  readonly heard: (...args: string[]) => string;
  /** `heard token create` with a scope; the token. */
  readonly token: (scope: string, ...args: string[]) => string;
  /** Ends it with a signal and waits until it is gone; its exit code, null after SIGKILL. Leaves the folder. */
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** SIGTERM, and the folder goes too if it was made here. */
  readonly stop: () => Promise<void>;
}

export async function startService(options: ServiceOptions = {}): Promise<TestService> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'heard-'));
  if (options.config !== undefined) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'config.json'), JSON.stringify(options.config));
  }
  const child = spawnService(dataDir, options);
  options.onSpawn?.(child);
  let written = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const ready = await readyLine(child, () => written, options.readyMs ?? READY_MS);
  const heard = (...args: string[]) => runHeard(dataDir, args);
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    const code = await ended;
    clearTimeout(late);
    return code;
  };
  let tokens = 0;
  return {
    ...ready,
    dataDir,
    log: () => written,
    heard,
    token: (scope, ...args) => {
      tokens += 1;
      return heard('token', 'create', '--scope', scope, '--name', `${scope}-${tokens}`, ...args);
    },
    kill,
    stop: async () => {
      await kill('SIGTERM');
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The `heard` command as a terminal runs it. Throws with its stderr when it fails. */
export function runHeard(dataDir: string, args: readonly string[]): string {
  const program = join(ROOT, 'main', 'service', 'heard.ts');
  const stdout = execFileSync(NODE, [program, ...args, '--data', dataDir], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return stdout.trim();
}

function spawnService(
  dataDir: string,
  { host, port = 0, env = {}, isBuilt = false, namespace, flags = [] }: ServiceOptions,
): ChildProcess {
  const source = join(ROOT, 'main', 'service', 'start.ts');
  const program = isBuilt ? join(ROOT, 'dist', 'service', 'start.js') : source;
  const own = ['--headless', '--port', String(port), '--data', dataDir, ...(host ? ['--host', host] : [])];
  const args = [...own, ...flags];
  const [run = NODE, ...before] = namespace ? ['ip', 'netns', 'exec', namespace, NODE] : [NODE];
  return spawn(run, [...before, program, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function readyLine(child: ChildProcess, log: () => string, withinMs: number): Promise<z.infer<typeof Ready>> {
  return new Promise((resolve, reject) => {
    const failed = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`the service ${why}; its log:\n${log()}`));
    };
    const late = setTimeout(() => failed(`was not ready after ${withinMs} ms`), withinMs);
    child.once('close', (code) => {
      clearTimeout(late);
      failed(`ended with ${code} before it was ready`);
    });
    if (!child.stdout) return failed('has no stdout');
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(late);
      const value: unknown = JSON.parse(line);
      resolve(Ready.parse(value));
    });
  });
}
