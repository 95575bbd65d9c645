import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { connectPos } from '../support/posClient.ts';
import { runHeard, startService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  program: string,
  args: string[],
  onLine?: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'main', 'service', program), ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk;
      onLine?.(child);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    // `close` never comes for a child whose channel was disconnected from here; the pipes are read out shortly after `exit`.
    child.once('exit', (code) => setTimeout(() => resolve({ code, stdout, stderr }), 50));
  });
}
const data = (name: string) => join(folder, name);

describe('the service process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('says one line of JSON and ends with 0 at %s', async (signal) => {
    const { code, stdout } = await run(
      'start.ts',
      ['--headless', '--port', '0', '--data', data(signal)],
      (child) => child.kill(signal),
    );
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toEqual({
      event: 'ready',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u),
      epoch: expect.stringMatching(/^1-.+/u),
      pid: expect.any(Number),
    });
  });

  it('ends with 0 when the launcher that started it is gone', async () => {
    const { code } = await run('start.ts', ['--port', '0', '--data', data('ipc')], (child) =>
      child.disconnect(),
    );
    expect(code).toBe(0);
  });

  it.each([
    ['an unknown flag', ['--no-such'], 2, /no-such/u],
    ['a port that is none', ['--port', 'x'], 2, /--port/u],
    ['a port too high', ['--port', '70000'], 2, /--port/u],
    ['an address of another device', ['--port', '0', '--host', '192.0.2.1'], 1, /192\.0\.2\.1/u],
  ])('says %s in one sentence', async (_name, args, expected, why) => {
    const { code, stdout, stderr } = await run('start.ts', ['--data', data('flags'), ...args]);
    expect(code).toBe(expected);
    expect(stdout).toBe('');
    expect(stderr).toMatch(why);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });

  it('says that its folder or port is taken, and leaves who has it alone', async () => {
    const first = await startService({ dataDir: data('taken') });
    const { port } = new URL(first.url);
    const folderTaken = await run('start.ts', ['--port', '0', '--data', data('taken')]);
    expect(folderTaken).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('owns this folder'),
    });
    const portTaken = await run('start.ts', ['--port', port, '--data', data('other')]);
    expect(portTaken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(`Port ${port}`) });
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    await first.stop();
  });

  it('loses nothing acknowledged to SIGKILL and fires nothing twice', async () => {
    const first = await startService({ dataDir: data('killed') });
    const token = first.token('pos');
    const pos = await connectPos(first.url, token);
    const tickets = Array.from({ length: 50 }, () => aTicket());
    const answers = await Promise.all(tickets.map((ticket) => pos.send('ticket.put', ticket)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await first.kill('SIGKILL')).toBeNull();
    const second = await startService({ dataDir: data('killed') });
    const again = await connectPos(second.url, token);
    for (const ticket of tickets) {
      expect(await again.send('ticket.put', ticket)).toMatchObject({ ok: true, result: 'duplicate' });
    }
    await second.stop();
  });
});

describe('the heard command', () => {
  it('makes tokens on an empty folder: stdout has the token alone, an admin’s address goes to stderr', async () => {
    const args = ['token', 'create', '--scope', 'admin', '--name', 'Ana', '--data', data('empty')];
    const { code, stdout, stderr } = await run('heard.ts', args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\S+\n$/u);
    expect(stderr).toMatch(/\/setup#t=\S+/u);
    expect(stderr).not.toContain(stdout.trim());
  });

  it('lists and ends them by name', async () => {
    const dataDir = data('list');
    const secret = runHeard(dataDir, [
      'token',
      'create',
      '--scope',
      'pos',
      '--name',
      'till',
      '--source',
      's',
    ]);
    const list = runHeard(dataDir, ['token', 'list']);
    expect(list).toContain('till\tpos\t-\ts');
    expect(list).not.toContain(secret);
    runHeard(dataDir, ['token', 'revoke', 'till']);
    expect(runHeard(dataDir, ['token', 'list'])).toBe('');
    expect((await run('heard.ts', ['token', 'revoke', 'till', '--data', dataDir])).code).toBe(1);
  });

  it.each([
    [['token', 'create', '--scope', 'cook', '--name', 'x']],
    [['token', 'create', '--scope', 'screen', '--role', 'cook', '--name', 'x']],
    [['token', 'create', '--scope', 'pos', '--role', 'expo', '--name', 'x']],
    [['token', 'create', '--scope', 'pos']],
    [['doctor', '--no-such']],
    [['backup']],
    [['restore']],
    [['no-such']],
  ])('%j is a usage error', async (args) => {
    const { code, stdout, stderr } = await run('heard.ts', [
      ...args,
      ...(args[0] === 'token' ? ['--data', data('usage')] : []),
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  it('exchanges an admin’s address once, for a cookie', async () => {
    const service = await startService();
    const made = await run('heard.ts', [
      'token',
      'create',
      '--scope',
      'admin',
      '--name',
      'Ana',
      '--data',
      service.dataDir,
    ]);
    const address = /http\S+/u.exec(made.stderr)?.[0] ?? '';
    expect(address.startsWith(service.url)).toBe(true);
    const exchange = () =>
      fetch(`${service.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: new URL(address).hash.slice('#t='.length) }),
      });
    expect((await exchange()).status).toBe(200);
    expect((await exchange()).status).toBe(401);
    await service.stop();
  });

  it('replays a log, whole or up to a number, from the database of a running service', async () => {
    const service = await startService();
    const pos = await connectPos(service.url, service.token('pos'));
    await pos.send(
      'ticket.put',
      aTicket({ items: [anItem('a', { course: 1 }), anItem('b', { course: 2 })] }),
    );
    const file = join(service.dataDir, 'heard.db');
    const replay = async (...args: string[]) => {
      const { code, stdout } = await run('heard.ts', ['replay', file, ...args]);
      expect(code).toBe(0);
      const value: unknown = JSON.parse(stdout);
      return value;
    };
    const whole = await replay();
    expect(whole).toMatchObject({ tickets: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(await replay()).toEqual(whole);
    expect(await replay('--to', '1')).toMatchObject({ seq: 1, events: 1, tickets: 0 });
    pos.close();
    await service.stop();
  });
});
