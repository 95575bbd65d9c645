import Fastify from 'fastify';
import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { addGuestsAtHub } from '../../../main/service/station/guestsAtHub.ts';

const log = pino({ level: 'silent' });
const post = { method: 'POST', payload: { id: 'p1' } } as const;

async function aStation(hubUrl: () => string) {
  const app = Fastify();
  addGuestsAtHub(app, { hubUrl, token: 'of-the-station', log });
  onTestFinished(() => app.close());
  return app;
}

it('a station asks its hub for guests with its own token, and says so when that is away', async () => {
  const hub = Fastify();
  const heard: unknown[] = [];
  hub.post('/api/guests/:what', async ({ headers, params, body }, reply) => {
    heard.push([headers.authorization, params, body]);
    return reply.code(418).send({ card: null });
  });
  const address = await hub.listen({ host: '127.0.0.1', port: 0 });
  const station = await aStation(() => address);
  const answer = await station.inject({ ...post, url: '/api/guests/card' });
  expect([answer.statusCode, answer.json()]).toEqual([418, { card: null }]);
  expect(heard).toEqual([['Bearer of-the-station', { what: 'card' }, { id: 'p1' }]]);
  await hub.close();
  expect((await station.inject({ ...post, url: '/api/guests/card' })).statusCode).toBe(503);
});

it('a page of another site, and a path that is none, reach no hub', async () => {
  const station = await aStation(() => 'http://127.0.0.1:1');
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await station.inject({ ...post, headers, url: '/api/guests/card' })).statusCode).toBe(403);
  expect((await station.inject({ ...post, url: '/api/guests/..%2Fsetup' })).statusCode).toBe(404);
});
