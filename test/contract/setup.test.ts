import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import {
  SetupHistory,
  SetupSaved,
  SetupScreenCode,
  SetupScreens,
  SetupState,
  SetupTrial,
} from '../../shared/protocol/setup.ts';
import { startService, type TestService } from '../support/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}
function ask(path: string, { method = 'GET', body, headers = {} }: Call = {}): Promise<Response> {
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(new URL(`/api/setup/${path}`, service.url), {
    method,
    headers: { ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const post = (path: string, body: unknown, headers = {}) => ask(path, { method: 'POST', body, headers });
const read = async <T extends z.ZodType>(schema: T, answer: Response) => schema.parse(await answer.json());
const state = async () => read(SetupState, await ask('state'));
async function save(change: (config: HouseConfig) => object, base?: number) {
  const { version, config } = await state();
  const body = { base: base ?? version, config: { ...config, ...change(config) } };
  const answer = await ask('config', { method: 'PUT', body });
  return { status: answer.status, saved: await read(SetupSaved, answer) };
}
const renamed = (name: string) => (config: HouseConfig) => ({ venue: { ...config.venue, name } });
const named = (name: string, value: string) => ({ cookie: `${name}=${value}` });
async function codeOf(page: string): Promise<string> {
  const request = { name: 'A screen', page, station: 'kitchen', address: service.url };
  const { url } = await read(SetupScreenCode, await post('screens', request));
  return new URLSearchParams(new URL(url).hash.slice(1)).get('t') ?? '';
}
const redeem = (token: string) =>
  fetch(new URL('/api/session', service.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });

describe('the configuration over HTTP', () => {
  it('while nobody has touched it, / asks what the device is to be; then it opens a kitchen', async () => {
    const opened = async () => (await fetch(service.url, { redirect: 'manual' })).headers.get('location');
    expect(await opened()).toBe('/welcome');
    await save(renamed('Heard'));
    await save(renamed('Touched'));
    expect(await opened()).toBe('/kitchen/kitchen');
    await save(renamed('Heard'));
  });

  it('is read, changed, and changed back by name', async () => {
    const before = await state();
    expect(before).toMatchObject({ isSetUp: false, isOnLan: false, warnings: [] });
    expect(await save(renamed('Casa'))).toEqual({
      status: 200,
      saved: { state: 'saved', version: before.version + 1 },
    });
    const { versions } = await read(SetupHistory, await ask('history'));
    expect(versions[0]).toMatchObject({ by: 'this device', note: { kind: 'setup' } });
    expect(versions[0]?.changes).toEqual([{ key: 'name', values: { from: 'Heard', to: 'Casa' } }]);
    const undone = await post('undo', { base: before.version + 1, to: before.version });
    expect(undone.status).toBe(200);
    expect((await state()).config).toEqual(before.config);
    expect((await post('undo', { base: before.version + 2, to: 999 })).status).toBe(404);
  });

  it('two savers: the second is told with 409, and then knows the newest version', async () => {
    const { version } = await state();
    expect((await save(renamed('First'), version)).status).toBe(200);
    expect(await save(renamed('Second'), version)).toEqual({
      status: 409,
      saved: { state: 'changed', version: version + 1 },
    });
    expect((await state()).config.venue.name).toBe('First');
  });

  it('what does not hold is refused with its place', async () => {
    const { status, saved } = await save(() => ({ routes: [{ stations: ['ghost'] }] }));
    expect(status).toBe(422);
    expect(saved).toMatchObject({ problems: [{ path: 'routes.0.stations.0', code: 'unknown_station' }] });
    expect((await save(() => ({ venue: { timeZone: 'Mars' } }))).saved).toMatchObject({
      problems: [{ path: 'venue.timeZone', code: 'invalid' }],
    });
    for (const body of [{}, { base: 'x' }, [], null]) {
      expect((await ask('config', { method: 'PUT', body })).status).toBe(422);
    }
  });

  it('goes out as a file and comes back as it was, after a look at what it would change', async () => {
    await save(renamed("Café d'Été / Ñ"));
    const file = await ask('export');
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="heard-config-cafe-d-ete-n-\d{4}-\d\d-\d\d\.json"$/u,
    );
    const document: unknown = await file.json();
    expect(document).not.toHaveProperty('posMenus');
    const { config: exported } = await state();
    await save(renamed('Changed since'));
    const { version } = await state();
    const dry = await post('import', { base: version, config: document, isDry: true });
    expect(await read(SetupTrial, dry)).toEqual({
      problems: [],
      warnings: [],
      changes: [{ key: 'name', values: { from: 'Changed since', to: "Café d'Été / Ñ" } }],
    });
    expect((await state()).version).toBe(version);
    const bad = await post('import', { base: version, config: { stations: [] }, isDry: true });
    expect((await read(SetupTrial, bad)).problems).toMatchObject([{ path: 'stations' }]);
    expect((await post('import', { base: version, config: document, isDry: false })).status).toBe(200);
    expect((await state()).config).toEqual(exported);
    const [newest] = (await read(SetupHistory, await ask('history'))).versions;
    expect(newest?.note).toEqual({ kind: 'import' });
  });
});

describe('the LAN', () => {
  const [lan] = Object.values(networkInterfaces())
    .flat()
    .flatMap((face) => (face && !face.internal && face.family === 'IPv4' ? [face.address] : []));
  const overLan = async (path: string) => {
    try {
      return (await fetch(`http://${lan}:${new URL(service.url).port}${path}`)).status;
    } catch {
      return 'nobody there';
    }
  };

  it('opens and closes when a person says so, and nobody comes in without a code', async () => {
    // A machine without a network has nobody to let in.
    if (lan === undefined) return expect((await state()).addresses).toEqual([]);
    expect(await overLan('/health')).toBe('nobody there');
    await save(() => ({ network: { lan: true } }));
    await expect.poll(() => overLan('/health')).toBe(200);
    expect(await overLan('/api/setup/state')).toBe(401);
    expect((await state()).isOnLan).toBe(true);
    await save(() => ({ network: { lan: false } }));
    await expect.poll(() => overLan('/health')).toBe('nobody there');
    expect((await state()).isOnLan).toBe(false);
  });
});

describe('screens', () => {
  it('a code is good for one screen, once; its token is in no answer', async () => {
    const code = await codeOf('kitchen');
    const first = await redeem(code);
    expect(await first.json()).toMatchObject({ ok: true, scope: 'screen', roles: ['kitchen'] });
    expect((await redeem(code)).status).toBe(401);
    const answer = await ask('screens');
    const text = await answer.text();
    expect(text).not.toMatch(/hrd_|secret|hash/u);
    const { screens } = SetupScreens.parse(JSON.parse(text));
    const made = screens.find(({ name }) => name === 'A screen');
    expect(made).toMatchObject({ roles: ['kitchen'], isHere: false, isThis: false });
    expect((await post(`screens/${made?.id}/revoke`, {})).status).toBe(200);
    expect((await post(`screens/${made?.id}/revoke`, {})).status).toBe(404);
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await ask('screens', { headers: { cookie } })).status).toBe(200);
  });

  it('a code goes to an address of this device only, for a station that exists', async () => {
    const request = { name: 'x', page: 'kitchen', station: 'kitchen', address: service.url };
    for (const wrong of [
      { address: 'http://evil.example' },
      { address: `${service.url}.evil.example` },
      { station: 'ghost' },
      { page: 'ops' },
      { name: ' ' },
      { glass: { inch: 3, distanceM: 1 } },
    ]) {
      expect((await post('screens', { ...request, ...wrong })).status).toBe(422);
    }
    const told = { ...request, glass: { inch: 15.6, distanceM: 1 } };
    const { url } = await read(SetupScreenCode, await post('screens', told));
    expect(url).toMatch(/\/kitchen\/kitchen\?inch=15\.6&distance=1#t=/u);
    const own = Object.values(networkInterfaces())
      .flat()
      .find((face) => face && !face.internal && face.family === 'IPv4');
    const port = new URL(service.url).port;
    if (own) expect((await state()).addresses).toContain(`http://${own.address}:${port}`);
  });

  it('programs are not screens: their tokens are neither listed nor ended here', async () => {
    service.token('pos');
    const { screens } = await read(SetupScreens, await ask('screens'));
    expect(screens.filter(({ scope }) => scope === 'pos')).toEqual([]);
    const id = /^(?<id>\w+)\tpos-/mu.exec(service.heard('token', 'list'))?.groups?.id;
    expect((await post(`screens/${id}/revoke`, {})).status).toBe(404);
  });
});

describe('who may', () => {
  it('a page of another site may not, and neither may a form', async () => {
    expect((await ask('state', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('state', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    const form = await fetch(new URL('/api/setup/finish', service.url), {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(form.status).toBe(415);
    expect((await state()).isSetUp).toBe(false);
  });

  it('finishing gives this browser a session, and then only managers are let in', async () => {
    const screen = service.token('screen', '--role', 'kitchen');
    const manager = service.token('screen', '--role', 'manager');
    const admin = service.token('admin');
    const finished = await post('finish', {});
    const [cookie = ''] = finished.headers.getSetCookie();
    expect(cookie).toMatch(/^heard=hrd_.*HttpOnly.*SameSite=Strict/u);
    expect(await finished.text()).not.toContain('hrd_');

    const mine = { cookie: cookie.split(';')[0] ?? '' };
    expect(await read(SetupState, await ask('state', { headers: mine }))).toMatchObject({ isSetUp: true });
    const statusAs = async (headers: Record<string, string>) => (await ask('state', { headers })).status;
    expect(await statusAs({})).toBe(401);
    expect(await statusAs(named('heard', screen))).toBe(403);
    expect(await statusAs(named('heard', service.token('pos')))).toBe(401);
    expect(await statusAs(named('heard', manager))).toBe(200);
    expect(await statusAs(named('heard', admin))).toBe(200);
    for (const path of ['undo', 'import', 'screens', 'screens/x/revoke', 'finish']) {
      expect((await post(path, {})).status, path).toBe(401);
      expect((await post(path, {}, named('heard', screen))).status, path).toBe(403);
    }
    // Whoever finishes again has a session already and gets no other.
    expect((await post('finish', {}, mine)).headers.getSetCookie()).toEqual([]);
    const { screens } = await read(SetupScreens, await ask('screens', { headers: mine }));
    expect(screens.filter(({ isThis }) => isThis)).toMatchObject([{ name: 'Set-up on this device' }]);
  });
});
