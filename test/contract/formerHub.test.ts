import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectPos, resultOf } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { promoteWithTail, putTickets } from '../support/staleStandby.ts';
import { openStandbyHouse, type StandbyHouse } from '../support/standbyHouse.ts';
import { aTicket } from '../support/tickets.ts';
import { until } from '../support/wait.ts';

/** ARCHITECTURE.md section 5. */
const STOPPED_MS = 3_000;
const TAIL = ['tail-1', 'tail-2'];

let house: StandbyHouse;
let old: TestService;

beforeAll(async () => {
  house = await openStandbyHouse();
  await putTickets(house, house.hub.url, 'before');
  await promoteWithTail(house, TAIL);
}, 120_000);

afterAll(async () => {
  await old?.kill('SIGKILL');
  await house?.close();
});

const post = (url: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const page = async (url: string, path: string) => (await fetch(`${url}${path}`)).text();
const listed = (html: string) =>
  [...html.matchAll(/data-testid="tail-ticket"><b>(?<number>[^ <]+)/gu)].map((row) => row[1]);
const toKeyIn = async () =>
  z.object({ toKeyIn: z.number() }).parse(await (await fetch(`${old.url}/api/standby/former`)).json())
    .toKeyIn;
const isStation = async () => (await fetch(`${old.url}/api/standby`)).ok;

describe('a hub that was replaced becomes a station of the one that replaced it', () => {
  it('is replaced within 3 s, and lists what only it knows', async () => {
    old = await house.switchOnAgain();
    await until('it has stopped', async () => (await fetch(`${old.url}/health`)).status === 503, STOPPED_MS);
    const html = await page(old.url, '/kitchen/kitchen');
    expect(listed(html)).toEqual(TAIL);
    expect(html).toContain('MAKE THIS A STATION');
  });

  it('not for a page of another site, a station that is none, or whoever stands elsewhere', async () => {
    const path = '/api/standby/station';
    const foreign = await post(old.url, path, { station: 'kitchen' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect((await post(old.url, path, { station: 'nowhere' })).status).toBe(422);
    const proxied = await post(old.url, path, { station: 'kitchen' }, { 'x-forwarded-for': '10.0.0.9' });
    expect(proxied.status).toBe(403);
    // A hub that was not replaced is no station of anybody.
    expect((await post(house.standby.url, path, { station: 'kitchen' })).status).toBe(409);
  });

  it('the new hub gives a token to nobody without the key, and to no answer twice', async () => {
    const nonce = z
      .object({ nonce: z.string() })
      .parse(await (await fetch(`${house.standby.url}/api/standby/join`)).json()).nonce;
    const ask = { nonce, epoch: { n: 1, id: 'x' }, publicKey: 'k', roles: ['kitchen'], proof: 'forged' };
    expect((await post(house.standby.url, '/api/standby/join', ask)).status).toBe(401);
    expect(house.standby.heard('token', 'list')).not.toContain('former hub');
  });

  it('at a press: the same process, port and windows, now with the new hub’s board', async () => {
    expect((await post(old.url, '/api/standby/station', { station: 'kitchen' })).status).toBe(202);
    await until('it is a station', () => isStation().catch(() => false), 20_000);
    await until('it has met its hub', async () => (await page(old.url, '/health')) === HEALTHY, 20_000);
    expect(house.standby.heard('token', 'list')).toContain('former hub');
    // The hub's folder is a station's now; what it held lies beside, and is whole.
    expect(existsSync(join(old.dataDir, 'heard.db'))).toBe(false);
    const [name = ''] = readdirSync(join(old.dataDir, 'former-hub'));
    expect(existsSync(join(old.dataDir, 'former-hub', name, 'heard.db'))).toBe(true);
  });

  it('its tail stays listed on its screens and by the doctor, also after a restart', async () => {
    for (const isRestarted of [false, true]) {
      if (isRestarted) {
        await old.kill('SIGKILL');
        // As it was always started: without a word of a station.
        old = await startService({ dataDir: old.dataDir, port: house.portOfHub });
        expect(await isStation()).toBe(true);
      }
      expect(await toKeyIn()).toBe(TAIL.length);
      expect(listed(await page(old.url, '/former-hub'))).toEqual(TAIL);
      expect(doctor()).toMatch(/was the hub until[\s\S]*tail-1 \(table tail-1\)/u);
    }
  });

  it('until somebody says that it is keyed in; the data stays', async () => {
    const foreign = await post(old.url, '/api/standby/keyed-in', {}, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(await toKeyIn()).toBe(TAIL.length);
    expect((await post(old.url, '/api/standby/keyed-in', {})).status).toBe(200);
    expect(await toKeyIn()).toBe(0);
    expect(listed(await page(old.url, '/former-hub'))).toEqual([]);
    expect(doctor()).not.toContain('tail-1');
    const [name = ''] = readdirSync(join(old.dataDir, 'former-hub'));
    expect(existsSync(join(old.dataDir, 'former-hub', name, 'heard.db'))).toBe(true);
  });

  it('and the POS goes on with the new hub alone', async () => {
    const pos = await connectPos(house.standby.url, house.tokens.pos);
    expect(resultOf(await pos.send('ticket.put', aTicket({ revision: 1 })))).toBe('applied');
    pos.close();
  });
});

const HEALTHY = JSON.stringify({ ok: true, reasons: [] });

/** It ends with 1 or 2 where there is something to see to. */
function doctor(): string {
  try {
    return old.heard('doctor');
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}
