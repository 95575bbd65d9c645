import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A child that does not end when asked is ended. */
const END_MS = 4_000;

/** A program of the demo, by its place under `main/demo`: beside the built service, or its source where this runs from source. */
export function startProcess(program: string, flags: readonly string[], token: string | null): ChildProcess {
  const [built, source] = [`./${program.replace(/^.*\//u, '')}.js`, `../../demo/${program}.ts`].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  const file = built !== undefined && existsSync(built) ? built : (source ?? '');
  return spawn(process.execPath, [file, ...flags], {
    // What they print is for people: stdout is the service's one line.
    stdio: ['ignore', 2, 2, 'ipc'],
    // Under the desktop shell the program that runs this is Electron.
    env: {
      ...process.env,
      ...(token === null ? {} : { HEARD_TOKEN: token }),
      ELECTRON_RUN_AS_NODE: '1',
    },
  });
}

export function processEnded(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = processEnded(child);
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await gone;
  clearTimeout(late);
}
