import { spawn } from 'node:child_process';

/** The whole lines a program printed before it was killed, which is done when `lines` were read: at whatever it does then. */
export function runAndKill(args: readonly string[], lines: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.stdout.on('data', (data) => {
      out += data;
      if (out.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.once('close', (_code, signal) => {
      // The last line may be cut in half: nobody read it as an acknowledgement.
      if (signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1));
      else reject(new Error(`the child ended by itself: ${errors}`));
    });
  });
}
