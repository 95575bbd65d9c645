import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { GuestAudit, GuestCardAnswer, GuestsFound, PastDay } from '../../shared/guests/guestMessages.ts';
import { connectPos, type PosClient, resultOf } from '../support/posClient.ts';
import { ScreenEar } from '../support/screenEar.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

/** Said of a guest who agreed; a cook may read the first name alone. */
const PLANTED = {
  name: 'Quillon Zephyrine',
  phone: '+34 611 222 333',
  email: 'quillon@example.org',
  guestNotes: 'do not mention the divorce',
  consent: true,
};
const HOUSE_NOTES = 'tips badly xq7';
const SECRETS = ['Zephyrine', '611 222 333', '611222333', 'quillon@', 'divorce', 'xq7'];

const folder = mkdtempSync(join(tmpdir(), 'heard-guests-'));
let service: TestService;
let book: PosClient;
let cook: ScreenEar;
let pass: ScreenEar;
let host: ScreenEar;
const tokens = { host: '', manager: '', kitchen: '', book: '' };

beforeAll(async () => {
  const tables = ['1', '2', '3'].map((id) => ({ id, room: 'main', seats: 4 }));
  const config = { floor: { rooms: [{ id: 'main', name: 'Main' }], tables } };
  service = await startService({ dataDir: join(folder, 'data'), config });
  tokens.host = service.token('screen', '--role', 'host');
  tokens.manager = service.token('screen', '--role', 'manager');
  tokens.kitchen = service.token('screen', '--role', 'kitchen');
  tokens.book = service.token('bookings');
  book = await connectPos(service.url, tokens.book);
  host = await ScreenEar.connect(service.url, tokens.host);
  cook = await ScreenEar.connect(service.url, tokens.kitchen, 'kitchen');
  pass = await ScreenEar.connect(service.url, service.token('screen', '--role', 'expo'), 'expo');
}, 120_000);
afterAll(async () => {
  for (const one of [book, host, cook, pass]) one.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (what: string, body: unknown, token: string | null = tokens.host, headers = {}) =>
  fetch(`${service.url}/api/guests/${what}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
const said = async <T>(schema: z.ZodType<T>, what: string, body: unknown, token = tokens.host) =>
  schema.parse(await (await asked(what, body, token)).json());

const aParty = (id: string, fields: object = {}) => ({
  source: 'book',
  id,
  state: 'booked',
  name: 'Ana Ruiz',
  covers: 4,
  at: new Date(Date.now() + 3_600_000).toISOString(),
  ...fields,
});
const regularOf = async (id: string) => {
  const { personal, snapshot } = await host.hello();
  const about = snapshot?.parties.find(({ externalId }) => externalId === id)?.person?.personId;
  return about === undefined ? undefined : personal[about]?.regular;
};

describe('guests over HTTP', () => {
  it('are for hosts and managers: no token, a cook’s, a booking system’s and a strange page get nothing', async () => {
    for (const what of ['card', 'search', 'day', 'change', 'erase', 'audit']) {
      const status = async (token: string | null, headers = {}) =>
        (await asked(what, {}, token, headers)).status;
      expect(await status('wrong')).toBe(401);
      expect(await status(tokens.kitchen)).toBe(403);
      expect(await status(tokens.book)).toBe(401);
      expect(await status(tokens.host, { 'sec-fetch-site': 'cross-site' })).toBe(403);
      expect((await fetch(`${service.url}/api/guests/${what}`)).status).not.toBe(200);
    }
    expect((await asked('erase', { id: 'x' })).status).toBe(403);
    expect((await asked('audit', { before: null })).status).toBe(403);
    expect((await asked('search', { words: 'a' })).status).toBe(422);
    expect((await asked('day', { day: 'yesterday' })).status).toBe(422);
    expect(await said(PastDay, 'day', { day: '2026-03-06' })).toEqual({ parties: [] });
  });

  it('are found by name and number, with what they have brought before, until they are erased', async () => {
    const party = aParty('first', { ...PLANTED, allergies: [{ allergen: 'sesame', words: 'lips swell' }] });
    expect(resultOf(await book.send('party.put', party))).toBe('applied');
    expect(resultOf(await book.send('party.put', aParty('next', { ...PLANTED, consent: undefined })))).toBe(
      'applied',
    );
    const { guests } = await said(GuestsFound, 'search', { words: 'zephyr' });
    expect(guests).toMatchObject([{ name: PLANTED.name, phoneEnd: '333', visits: 0 }]);
    const [found] = guests;
    expect(await regularOf('next')).toMatchObject({ guest: found?.id, allergies: [{ allergen: 'sesame' }] });
    expect((await asked('change', { id: found?.id, notes: HOUSE_NOTES })).status).toBe(200);
    const { card } = await said(GuestCardAnswer, 'card', { id: found?.id });
    expect(card).toMatchObject({ phone: PLANTED.phone, notes: HOUSE_NOTES, visits: [] });
  });
});

/** Before anything of it is erased. */
it('[S79] no cook, no pass, no file, no backup, no log and no answer without a token has read of them', async () => {
  const note = await host.press({ type: 'shiftNote.write', words: 'table 3: not one word of the divorce' });
  expect(note).toMatchObject({ outcome: 'applied' });
  await cook.hello();
  await pass.hello();
  service.heard('backup', join(folder, 'copy.db'));
  const open = await Promise.all(
    ['/health', '/metrics', '/openapi.json', '/api/where?nonce=0000000000000000'].map(async (path) =>
      (await fetch(new URL(path, service.url))).text(),
    ),
  );
  await host.hello();
  for (const read of [PLANTED.phone, 'not one word']) expect(host.text()).toContain(read);
  expect(cook.text()).toContain('Quillon');
  expect(pass.text()).toContain('Zephyrine');
  const beyondTheName = SECRETS.filter((secret) => secret !== 'Zephyrine');
  expect(found(pass.text(), beyondTheName)).toEqual([]);
  for (const text of [cook.text(), service.log(), JSON.stringify(book.feed), ...open])
    expect(found(text)).toEqual([]);
  for (const file of filesIn(folder))
    expect([file, found(readFileSync(file).toString('latin1'))]).toEqual([file, []]);
});

describe('from a terminal', () => {
  it('[S80] the audit says who looked, and names nobody', async () => {
    const lines = service.heard('guests', 'audit').split('\n');
    const actions = lines.map((line) => line.split('\t')[1]);
    expect(actions).toEqual(['searched', 'searched', 'changed', 'looked']);
    expect(found(lines.join())).toEqual([]);
    const { entries } = await said(GuestAudit, 'audit', { before: null }, tokens.manager);
    expect(entries.map(({ action, roles }) => [action, roles])).toContainEqual(['looked', ['host']]);
  });

  it('[S75] a guest is erased beside the running service, and gone from its screens', async () => {
    service.heard('guests', 'erase', '611 222 333');
    await until('the guest is gone', () => regularOf('next').then((regular) => regular === undefined));
    const { personal, snapshot } = await host.hello();
    const about = snapshot?.parties.find(({ externalId }) => externalId === 'next')?.person?.personId;
    expect(about && personal[about]).toBeNull();
    expect(await said(GuestsFound, 'search', { words: 'zephyr' })).toEqual({ guests: [], more: 0 });
    const { entries } = await said(GuestAudit, 'audit', { before: null }, tokens.manager);
    expect(entries.map(({ action }) => action).slice(0, 2)).toEqual(['searched', 'erased']);
    const copy = join(folder, 'copy.db');
    const before = statSync(copy).mtimeMs;
    service.heard('guests', 'clean', copy);
    expect(statSync(copy).mtimeMs).not.toBe(before);
  });
});

function found(text: string, secrets = SECRETS): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const at = join(path, name);
    return statSync(at).isDirectory() ? filesIn(at) : [at];
  });
}
