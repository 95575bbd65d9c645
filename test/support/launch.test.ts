import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LAUNCHER = join(dirname(dirname(import.meta.dirname)), 'launch.mjs');

function launch(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the launcher refuses, before any set-up, with exit code 2 and nothing on stdout', () => {
  it.each([
    ['an unknown flag', ['start', '--bogus'], /--bogus/],
    ['a flag without its value', ['start', '--port'], /--port/],
    ['a port that is none', ['start', '--port', '70000'], /65535, not 70000/],
    ['a stray word', ['start', 'headless'], /headless/],
    ['a command it has not', ['serve'], /There are: start, test/],
  ])('%s', (_what, args, reason) => {
    const { status, stdout, stderr } = launch(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
  });
});
