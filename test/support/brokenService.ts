import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runHeard } from './service.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Starts a service that should not be able to; what it said until it ended. One that says it is ready is stopped. */
export function startAndEnd(
  dataDir: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const args = [join(ROOT, 'main', 'service', 'start.ts'), '--headless', '--port', '0', '--data', dataDir];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk;
      child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.stderr += chunk;
    });
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

/** `heard doctor` with its exit code. */
export function runDoctor(dataDir: string): { code: number; stdout: string } {
  try {
    return { code: 0, stdout: runHeard(dataDir, ['doctor']) };
  } catch (error) {
    const { status, stdout } = Object(error);
    return { code: status, stdout };
  }
}
