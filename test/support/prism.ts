import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Stoplight Prism between a test and a hub: it forwards every request and says in the header `sl-violations` what of request and answer
 * does not fit the document.
 */
export interface Prism {
  readonly url: string;
  stop(): void;
}

const FOLDER = join(import.meta.dirname, '..', 'contract', 'prism');
const PROGRAM = join(FOLDER, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');
const LISTENING_MS = 20_000;

export async function startPrism(document: unknown, upstream: string): Promise<Prism> {
  install();
  const folder = mkdtempSync(join(tmpdir(), 'heard-prism-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const port = await freePort();
  const args = ['proxy', file, upstream, '--port', String(port), '--host', '127.0.0.1'];
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(child);
  } catch (error) {
    stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** From its own lockfile, without scripts. npm writes its note of what lies there last, so half an install is none. */
function install(): void {
  if (existsSync(PROGRAM) && existsSync(join(FOLDER, 'node_modules', '.package-lock.json'))) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'pipe' });
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`Prism does not listen: ${said}`)), LISTENING_MS);
    const hear = (text: Buffer) => {
      said += text.toString();
      if (!said.includes('Prism is listening')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`Prism ended with ${code}: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
