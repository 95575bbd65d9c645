import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendAnswer } from '../../main/service/rest/restReply.ts';
import { runService, type Service } from '../../main/service/runService.ts';
import { refusal } from '../../shared/protocol/outside/answer.ts';
import { OUTSIDE_ERRORS } from '../../shared/protocol/outside/outsideErrors.ts';
import { faultyCore, POISON } from '../support/faultyCore.ts';
import { type RestClient, restClient } from '../support/restClient.ts';
import { runHeard } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';
import { until } from '../support/wait.ts';

const MB = 1024 * 1024;
let dataDir: string;
let service: Service;
let rest: RestClient;
let free = 1000 * MB;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'heard-'));
  service = await runService({
    dataDir,
    core: faultyCore,
    disk: { freeBytes: () => free, warnBelow: 500 * MB, stopBelow: 50 * MB, everyMs: 5 },
    build: 'test',
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    rendererDir: dataDir,
  });
  const token = runHeard(dataDir, ['token', 'create', '--scope', 'pos', '--name', 'till']);
  rest = restClient(service.url, token);
});
afterAll(async () => {
  await service.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a hub in trouble, over HTTP', () => {
  it('a message whose handling throws is 500 in our shape, and the next one is taken', async () => {
    const poisoned = aTicket({ items: [anItem('a', { name: POISON })] });
    expect(await rest.post('/tickets', poisoned)).toMatchObject({
      status: 500,
      body: { ok: false, error: { code: 'internal' } },
    });
    expect(await rest.post('/tickets', aTicket())).toMatchObject({ status: 200 });
    expect(service.hub.deadLetters()).toBe(1);
  });

  it('a disk without room is 503 with Retry-After, and the feed is read on', async () => {
    free = 40 * MB;
    await until('refusing', () => !service.hub.health().ok);
    const { status, headers, body } = await rest.post('/tickets', aTicket());
    expect([status, body.error.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '1']);
    expect(await rest.get('/feed?after=0')).toMatchObject({ status: 200 });
    free = 1000 * MB;
    await until('taking', () => service.hub.health().ok);
    expect(await rest.post('/tickets', aTicket())).toMatchObject({ status: 200 });
  });
});

describe('the status of a refusal', () => {
  it.each(Object.entries(OUTSIDE_ERRORS))('%s is the one in the reference', async (code, { status }) => {
    const app = fastify();
    app.get('/', (_request, reply) => sendAnswer(reply, refusal(code as keyof typeof OUTSIDE_ERRORS, 'why')));
    const reply = await app.inject('/');
    expect([reply.statusCode, reply.json()]).toEqual([
      status,
      { ok: false, error: { code, message: 'why' } },
    ]);
    expect(reply.headers['retry-after'] !== undefined).toBe(code === 'busy' || code === 'unavailable');
  });
});
