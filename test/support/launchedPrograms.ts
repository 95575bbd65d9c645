import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { until } from './wait.ts';

const LAUNCHER = join(dirname(dirname(import.meta.dirname)), 'launch.mjs');
/** A build may be made first. */
const PATIENCE_MS = 50_000;

/** `npm start` on a device of its own: what stands for its Electron and its browser are scripts that note how they were called. */
export class Device {
  readonly folder = mkdtempSync(join(tmpdir(), 'heard-'));
  readonly #env: Record<string, string | undefined>;
  readonly #started: ChildProcess[] = [];

  /** `hasScreen`: whether a window would be seen. */
  constructor(hasScreen: boolean) {
    const {
      DISPLAY: _,
      WAYLAND_DISPLAY: __,
      CI: ___,
      SSH_CONNECTION: ____,
      SSH_TTY: _____,
      ...env
    } = process.env;
    this.#env = { ...env, HEARD_BROWSER: join(this.folder, 'no-browser'), DISPLAY: hasScreen ? ':99' : '' };
  }

  /** Installs an Electron that does this after it has noted its arguments. */
  withElectron(script: string): this {
    this.#env.ELECTRON_OVERRIDE_DIST_PATH = dirname(this.#install('electron', script));
    this.#env.ELECTRON_RUN_AS_NODE = '1';
    return this;
  }

  withBrowser(script: string): this {
    this.#env.HEARD_BROWSER = this.#install('browser', script);
    return this;
  }

  /** What the program was started with, a line an argument; undefined when it was not. */
  argsOf(program: 'electron' | 'browser'): string[] | undefined {
    const file = join(this.folder, `${program}.args`);
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : undefined;
  }

  start(...args: string[]) {
    const data = join(this.folder, 'data');
    const all = [LAUNCHER, 'start', '--port', '0', '--data', data, ...args];
    const child = spawn(process.execPath, all, { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#started.push(child);
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.stderr += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const saying = (text: string) =>
      until(`saying ${text}`, () => said.stdout.includes(text), PATIENCE_MS).catch((error: unknown) => {
        throw new Error(`${String(error)}: ${JSON.stringify(said)}`);
      });
    const stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    return { said, ended, saying, stop };
  }

  async remove(): Promise<void> {
    for (const child of this.#started) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  #install(name: 'electron' | 'browser', script: string): string {
    const folder = join(this.folder, `${name}-installed`);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    const note = `printf '%s\\n' "$@" "run-as-node=$ELECTRON_RUN_AS_NODE" > '${this.folder}/${name}.args'`;
    writeFileSync(file, `#!/bin/sh\n${note}\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }
}
