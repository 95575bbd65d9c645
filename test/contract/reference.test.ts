import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FEED_TYPES } from '../../shared/protocol/outside/feedTypes.ts';
import { OUTSIDE_ERRORS } from '../../shared/protocol/outside/outsideErrors.ts';
import { FEED_MESSAGES, POS_MESSAGES } from '../../shared/protocol/outside/posMessages.ts';
import { connectPos } from '../support/posClient.ts';
import { ask } from '../support/restClient.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const EVENTS = [...Object.keys(POS_MESSAGES), ...Object.keys(FEED_MESSAGES)];

describe('/reference', () => {
  it('has a section for every event, feed message and error, and every link leads somewhere', async () => {
    const { status, headers, body } = await ask(`${service.url}/reference`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const ids = new Set([...String(body).matchAll(/ id="(?<id>[^"]+)"/gu)].map((found) => found.groups?.id));
    for (const event of EVENTS) expect(ids).toContain(event);
    for (const type of Object.keys(FEED_TYPES)) expect(ids).toContain(`feed ${type}`);
    for (const code of Object.keys(OUTSIDE_ERRORS)) expect(body).toContain(`<code>${code}</code>`);
    const links = [...String(body).matchAll(/href="#(?<to>[^"]+)"/gu)].map((found) => found.groups?.to);
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((to) => !ids.has(to))).toEqual([]);
  });

  it('loads nothing but its style sheet, as our policy asks', async () => {
    const { headers, body } = await ask(`${service.url}/reference`);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(body).not.toMatch(/<script|style=|<style|https?:\/\//u);
    expect((await ask(`${service.url}/reference.css`)).headers.get('content-type')).toContain('text/css');
  });

  it('says of each field whether it is required, its limits and an example', async () => {
    const { body } = await ask(`${service.url}/reference`);
    const section = /<section id="item\.refire">.*?<\/section>/su.exec(String(body))?.[0] ?? '';
    expect(section).toContain(
      '<td><code>reason</code></td><td>string</td><td>required</td><td>1 to 200 characters</td>',
    );
    expect(section).toContain('POST /api/v1/tickets/{source}/{id}/refire');
    expect(section).toContain('&quot;wrong_temp&quot;');
  });

  it('is there as data, with examples that the hub takes as they stand', async () => {
    const { body } = await ask(`${service.url}/reference.json`);
    expect(body.events.map((one: { event: string }) => one.event).sort()).toEqual([...EVENTS].sort());
    expect(body.feed.map((one: { type: string }) => one.type).sort()).toEqual(Object.keys(FEED_TYPES).sort());
    expect(body.limits).toMatchObject({ messageBytes: 1024 * 1024, items: 500, idCharacters: 200 });
    const pos = await connectPos(service.url, service.token('pos'));
    for (const { event, example } of body.events) {
      const answer = await pos.send(event, example);
      const code = answer.ok ? null : answer.error.code;
      // No ticket stands where some of them point; none of them is misread.
      const isFine = code === null || code === 'not_found' || code === 'conflict';
      expect(isFine || event === 'feed.ack', `${event}: ${code}`).toBe(true);
    }
    pos.close();
  });
});

describe('the README', () => {
  it('has curl commands that work', async () => {
    const { hostname, port } = new URL(service.url);
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    const commands = [...readme.matchAll(/^curl "?(?<url>http\S+?)"? -H[^']*(?:'(?<body>\{.*?\n\})')?/gmsu)];
    expect(commands).toHaveLength(2);
    const authorization = `Bearer ${service.token('pos')}`;
    for (const { groups } of commands) {
      const url = new URL(groups?.url ?? '');
      url.host = `${hostname}:${port}`;
      const body = groups?.body;
      const reply = await ask(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body }),
      });
      expect(reply).toMatchObject({ status: 200, body: { ok: true } });
    }
  });
});
