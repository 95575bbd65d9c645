import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectCook } from '../support/cook.ts';
import { connectPos } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { aTicket } from '../support/tickets.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({ config: { hosts: ['kds.example'] } });
});
afterAll(() => service.stop());

interface Reply {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** `fetch` lets nobody choose Host and Origin. */
function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request(new URL(path, service.url), { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
const session = (token: unknown, headers = {}) =>
  ask('/api/session', { 'content-type': 'application/json', ...headers }, JSON.stringify({ token }));
const port = () => new URL(service.url).port;
const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

const DOORS: ReadonlyArray<readonly [string, string, Record<string, string>]> = [
  ['a page', '/health', {}],
  ['polling', '/socket.io/?EIO=4&transport=polling', {}],
  ['a websocket', '/socket.io/?EIO=4&transport=websocket', upgrade],
  ['a websocket to nowhere', '/elsewhere', upgrade],
];

describe('who may knock', () => {
  it.each(DOORS)('%s of a foreign name is refused: rebinding', async (_name, path, headers) => {
    for (const host of [
      'evil.example',
      `evil.example:${port()}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ]) {
      expect((await ask(path, { ...headers, host })).status, host).toBe(403);
    }
  });

  it.each(DOORS)('%s of a foreign page is refused', async (_name, path, headers) => {
    for (const origin of [
      'http://evil.example',
      'null',
      'https://evil.example',
      `http://evil.example:${port()}`,
      'http://127.0.0.1:1',
      'file://',
    ]) {
      expect((await ask(path, { ...headers, origin })).status, origin).toBe(403);
    }
  });

  it.each(DOORS.slice(0, 3))(
    '%s of our own is let in, by every name of this device',
    async (_name, path, headers) => {
      for (const name of ['127.0.0.1', 'localhost', '[::1]', 'kds.example', 'KDS.example']) {
        const host = `${name}:${port()}`;
        const welcome = [200, 101];
        expect(welcome, host).toContain((await ask(path, { ...headers, host })).status);
        expect(welcome, host).toContain(
          (await ask(path, { ...headers, host, origin: `http://${host.toLowerCase()}` })).status,
        );
      }
    },
  );

  it('sends a strict policy with every page', async () => {
    const { headers } = await ask('/health');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/u);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('tokens of programs', () => {
  const why = async (token: unknown) => {
    try {
      (await connectPos(service.url, token)).close();
      return 'connected';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  it('are asked for: none, wrong and other scopes are unauthorized', async () => {
    for (const token of [
      undefined,
      null,
      '',
      'wrong',
      7,
      {},
      ['x'],
      service.token('screen'),
      service.token('admin'),
    ]) {
      expect(await why(token)).toBe('unauthorized');
    }
    expect(await why(service.token('pos'))).toBe('connected');
    expect(await why(service.token('bookings'))).toBe('connected');
  });

  it('always pass, however many wrong ones came before', async () => {
    const token = service.token('pos');
    await Promise.all(Array.from({ length: 30 }, () => why('wrong')));
    const startedAt = performance.now();
    expect(await why(token)).toBe('connected');
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it('die within a second, on open connections too', async () => {
    const token = service.token('pos');
    const pos = await connectPos(service.url, token);
    const gone = new Promise((resolve) => pos.socket.once('disconnect', resolve));
    const [id = ''] = service.heard('token', 'list').split('\n').at(-1)?.split('\t') ?? [];
    service.heard('token', 'revoke', id);
    const revokedAt = performance.now();
    await gone;
    expect(performance.now() - revokedAt).toBeLessThan(1000);
    expect(await why(token)).toBe('unauthorized');
  });

  it('made for one source may name no other', async () => {
    const pos = await connectPos(service.url, service.token('pos', '--source', 'bar'));
    expect(await pos.send('ticket.put', aTicket({ source: 'till' }))).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await pos.send('course.fire', { source: 'till', id: 'x', course: 1 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await pos.send('ticket.put', aTicket({ source: 'bar' }))).toMatchObject({ ok: true });
    pos.close();
  });

  it('of bookings may not touch tickets', async () => {
    const bookings = await connectPos(service.url, service.token('bookings'));
    for (const event of ['ticket.put', 'course.fire', 'check.put', 'menu.put', 'ticket.handoff']) {
      expect(await bookings.send(event, aTicket()), event).toMatchObject({ error: { code: 'forbidden' } });
    }
    for (const event of ['party.put', 'table.state'])
      expect(await bookings.send(event, {}), event).toMatchObject({ error: { code: 'invalid' } });
    const away = { source: 'book', table: '12' };
    expect(await bookings.send('table.hold', away)).toMatchObject({ ok: true });
    expect(await bookings.send('feed.resume', { after: 0 })).toMatchObject({ ok: true });
    bookings.close();
  });
});

describe('screens', () => {
  it('exchange a token for a cookie that scripts cannot read', async () => {
    const { status, headers } = await session(service.token('screen', '--role', 'expo'));
    expect(status).toBe(200);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^heard=[^;]+;/u);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
  });

  it('exchange nothing for a wrong, a POS’s or no token', async () => {
    for (const token of ['wrong', service.token('pos')]) expect((await session(token)).status).toBe(401);
    for (const token of [undefined, 7, '']) expect((await session(token)).status).toBe(422);
    expect((await ask('/api/session', { 'content-type': 'application/json' }, '{"tok')).status).toBe(400);
    expect((await ask('/api/session', { 'content-type': 'text/plain' }, 'x')).status).toBe(422);
  });

  it('on this device need no token; a wrong one in the handshake is still wrong', async () => {
    (await connectCook(service.url)).close();
    await expect(connectCook(service.url, 'kitchen', { token: 'wrong' })).rejects.toThrow('unauthorized');
    const named = await connectCook(service.url, 'kitchen', { token: service.token('screen') });
    named.close();
  });
});

describe('addresses', () => {
  it('health needs no token', async () => {
    const { status, body } = await ask('/health');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ ok: true, reasons: [] });
  });

  it('the top leads to the default station, and what there is not is a clear 404', async () => {
    expect(await ask('/')).toMatchObject({ status: 302, headers: { location: '/kitchen/kitchen' } });
    const { status, body } = await ask('/no/such');
    expect(status).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('nothing outside the pages’ folder is served', async () => {
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/../../service/start.js',
    ]) {
      expect((await ask(path)).body).not.toContain('heard');
    }
  });
});
