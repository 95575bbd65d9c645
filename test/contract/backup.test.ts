import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { ScreenEar } from '../support/screenEar.ts';
import { startService, type TestService } from '../support/service.ts';
import { aTicket, type RawTicket } from '../support/tickets.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
const dataDir = join(folder, 'data');
const to = join(folder, 'tuesday.db');

/** The `heard` command as a terminal runs it. */
function heard(...args: string[]) {
  const program = join(ROOT, 'main', 'service', 'heard.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--data', dataDir], {
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

const numbered = (revision = 1) => aTicket({ revision, customer: { name: 'Ottilie' } });
const known = numbered();
const lost = numbered();
let service: TestService;
let tokens: { listener: string; ended: string };
/** What the listener had heard, and the epoch it heard it in, when the house was set back. */
let heardUntil: { seq: number; epoch: string };
let forkSeq: number;
const open: PosClient[] = [];

async function connect(secret: string): Promise<PosClient> {
  const pos = await connectPos(service.url, secret);
  open.push(pos);
  return pos;
}

/** Tuesday is backed up while the service runs; then comes another ticket, a token is revoked, and all is set back. */
beforeAll(async () => {
  service = await startService({ dataDir });
  tokens = { listener: service.token('pos'), ended: service.token('pos', '--source', 'old') };
  const pos = await connect(tokens.listener);
  await pos.send('feed.resume', { after: 0 });
  await pos.send('ticket.put', known);
  forkSeq = Number((await pos.hears(({ type }) => type === 'course.fired')).seq);
  await new Promise((resolve) => setTimeout(resolve, 100));
}, 60_000);
afterAll(async () => {
  for (const pos of open) pos.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('backup and restore of a house', () => {
  it('backs up beside the running service and says what was written', async () => {
    const { code, stdout } = heard('backup', to);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(to) });
    expect(stdout).toMatch(/1 tickets/u);
    expect(statSync(to).mode & 0o777).toBe(0o600);
    const inFolder = heard('backup', folder);
    expect(inFolder.code).toBe(0);
    expect(readdirSync(folder).filter((name) => /^heard-\d{4}.*\.db$/u.test(name))).toHaveLength(1);
    expect((await fetch(`${service.url}/health`)).status).toBe(200);
  });

  it.each([
    ['over its own data', join(dataDir, 'heard.db')],
    ['over what is no backup', join(ROOT, 'README.md')],
    ['into a folder that is not there', join(folder, 'no', 'x.db')],
  ])('does not back up %s', (_name, target) => {
    const { code, stdout, stderr } = heard('backup', target);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at /u);
  });

  it('does not restore while the service runs', async () => {
    const pos = open[0];
    if (pos === undefined) throw new Error('no POS');
    await pos.send('ticket.put', lost);
    const last = await pos.hears(
      (message) => message.type === 'course.fired' && message.ticket?.id === lost.id,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    heardUntil = { seq: Math.max(...pos.feed.map(({ seq }) => seq)), epoch: last.epoch };
    expect(heardUntil.seq).toBeGreaterThan(forkSeq);
    await pos.send('feed.ack', { seq: heardUntil.seq });
    service.heard('token', 'revoke', 'pos-2');
    const { code, stderr } = heard('restore', to);
    expect(code).toBe(1);
    expect(stderr).toContain('owns this folder');
  });

  it('restores, and says in words what is lost', async () => {
    await service.kill('SIGKILL');
    const { code, stdout, stderr } = heard('restore', to);
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 new tickets/u);
    expect(stdout).toContain(`${lost.number} (table 12)`);
    expect(stderr).not.toContain('Without guests');
    service = await startService({ dataDir });
    expect(service.epoch).toMatch(/^2-/u);
  });

  it('tells a listener feed.restarted first, from its cursor, from a position it names, and over HTTP', async () => {
    const expected = { type: 'feed.restarted', reason: 'restore', epoch: service.epoch };
    // Over HTTP first: asked without an epoch by one who has not listened since.
    const ask = async (query: string) => {
      const headers = { authorization: `Bearer ${tokens.listener}` };
      const answer = await fetch(`${service.url}/api/v1/feed?${query}`, { headers });
      const page: unknown = await answer.json();
      return page;
    };
    expect(await ask(`after=${heardUntil.seq}`)).toMatchObject({
      messages: [{ ...expected, seq: forkSeq + 1, id: `2-${forkSeq + 1}`, forkSeq }],
    });
    expect(await ask(`after=${heardUntil.seq}&epoch=${heardUntil.epoch}`)).toMatchObject({
      messages: [{ ...expected, seq: forkSeq + 1, forkSeq }],
    });
    const pos = await connect(tokens.listener);
    await pos.send('feed.resume', {});
    expect(await pos.hears(() => true)).toMatchObject({ ...expected, forkSeq });
  });

  it('tells one who was behind the fork so first, and then everything it has not heard, in order', async () => {
    const pos = await connect(tokens.listener);
    await pos.send('feed.resume', { after: 2, epoch: heardUntil.epoch });
    expect(await pos.hears(() => true)).toMatchObject({ type: 'feed.restarted', seq: 2, forkSeq: 2 });
    await pos.hears(({ type, seq }) => type === 'feed.restarted' && seq === forkSeq + 1);
    const seqs = pos.feed.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
    expect(pos.feed.map(({ type }) => type)).toContain('ticket.received');
  });

  it('cooks nothing twice that it knows, and what it lost comes back with the put', async () => {
    const pos = await connect(tokens.listener);
    await pos.send('feed.resume', { after: forkSeq });
    const put = (ticket: RawTicket) => pos.send('ticket.put', ticket);
    expect(await put(known)).toMatchObject({ ok: true, result: 'duplicate' });
    expect(await put(lost)).toMatchObject({ ok: true, result: 'applied' });
    await pos.hears((message) => message.type === 'course.fired' && message.ticket?.id === lost.id);
    expect(pos.feed.filter(({ ticket }) => ticket?.id === known.id)).toEqual([]);
  });

  it('keeps a revoked token out', async () => {
    await expect(connectPos(service.url, tokens.ended)).rejects.toThrow('unauthorized');
  });

  it('without the key to guests’ names works, says so, and knows its tickets again', async () => {
    await service.kill('SIGTERM');
    rmSync(join(dataDir, 'keys'), { recursive: true });
    const { code, stderr } = heard('restore', to);
    expect(code).toBe(0);
    expect(stderr).toContain('Without guests');
    service = await startService({ dataDir });
    const health = async () => (await fetch(new URL('/health', service.url))).text();
    expect(await health()).toContain('guests_lost');
    // Until a person has read it.
    const host = await ScreenEar.connect(service.url, service.token('screen', '--role', 'host'));
    expect(await host.press({ type: 'alert.see', code: 'guests_lost' })).toMatchObject({
      outcome: 'applied',
    });
    host.close();
    expect(await health()).not.toContain('guests_lost');
    const pos = await connect(tokens.listener);
    const before = await pos.send('feed.resume', {});
    // Its content is not known any more, so it is compared dish by dish, and from then on known again.
    expect(await pos.send('ticket.put', known)).toMatchObject({ ok: true, result: 'applied' });
    expect(await pos.send('ticket.put', known)).toMatchObject({ ok: true, result: 'duplicate' });
    expect(before).toMatchObject({ ok: true });
    expect(pos.feed.filter(({ type }) => /^(?:course\.fired|ticket\.received)$/u.test(type))).toEqual([]);
  });
});

describe('the doctor', () => {
  it('beside a running service and on a stopped folder says one sentence a line, and 0 when all is well', async () => {
    const running = heard('doctor');
    expect(running.stdout).toContain('takes orders');
    expect(running.stdout).not.toMatch(/\bBAD\b/u);
    expect(running.code).toBe(0);
    await service.kill('SIGTERM');
    const stopped = heard('doctor', '--json');
    expect(stopped.code).toBe(0);
    const said: unknown = JSON.parse(stopped.stdout);
    expect(said).toMatchObject({ result: 'ok', findings: expect.any(Array) });
    rmSync(join(dataDir, 'keys'), { recursive: true });
    const bad = heard('doctor');
    expect(bad.code).toBe(2);
    expect(bad.stdout).toMatch(/BAD\s+The key/u);
  });
});
