import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedSchema } from '../../shared/protocol/outside/feedTypes.ts';
import { connectPos, type PosClient, resultOf } from '../support/posClient.ts';
import { restClient } from '../support/restClient.ts';
import { ScreenEar } from '../support/screenEar.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

/** Planted at the door; what of it a kitchen screen may see stands apart. */
const PLANTED = {
  name: 'Quillon Zephyrine',
  phone: '+34 611 222 333',
  email: 'quillon@example.org',
  guestNotes: 'was comped last visit, do not mention the divorce',
  tags: ['big spender zz9'],
};
const SECRETS = ['Zephyrine', '611 222 333', 'quillon@', 'divorce', 'zz9', 'Oort'];
const FOR_COOKS = { first: 'Quillon', notes: 'no coriander on anything' };

const folder = mkdtempSync(join(tmpdir(), 'heard-door-'));
const dataDir = join(folder, 'data');
let service: TestService;
let pos: PosClient;
let book: PosClient;
let other: PosClient;
let host: ScreenEar;
let cook: ScreenEar;
let bookToken: string;

const aParty = (id: string, fields: object = {}) => ({
  source: 'book',
  id,
  state: 'booked',
  name: 'Ana Ruiz',
  covers: 4,
  at: new Date(Date.now() + 3_600_000).toISOString(),
  ...fields,
});

beforeAll(async () => {
  const tables = ['1', '2', '3', '4', '5', '6', '7'].map((id) => ({ id, room: 'main', seats: 4 }));
  const config = { floor: { rooms: [{ id: 'main', name: 'Main' }], tables } };
  service = await startService({ dataDir, config });
  const tokens = {
    pos: service.token('pos'),
    other: service.token('bookings', '--source', 'elsewhere'),
    host: service.token('screen', '--role', 'host'),
    cook: service.token('screen', '--role', 'kitchen'),
  };
  bookToken = service.token('bookings', '--source', 'book');
  pos = await connectPos(service.url, tokens.pos);
  book = await connectPos(service.url, bookToken);
  other = await connectPos(service.url, tokens.other);
  for (const one of [pos, book, other]) await one.send('feed.resume', { after: 0 });
  host = await ScreenEar.connect(service.url, tokens.host);
  cook = await ScreenEar.connect(service.url, tokens.cook, 'kitchen');
}, 120_000);
afterAll(async () => {
  for (const one of [pos, book, other, host, cook]) one.close();
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function seat(id: string, table: string, by = host) {
  const { id: party } = await by.party(id);
  const seating = { covers: null, server: null, seats: [], reason: null };
  const { seq: seen } = await by.hello();
  return by.press({ type: 'party.seat', party, tables: [table], ...seating, seen });
}

describe('party.put', () => {
  it('is compared with the source’s previous put, over Socket.IO and REST', async () => {
    const first = aParty('r1', { revision: 2 });
    expect(await book.send('party.put', first)).toMatchObject({ ok: true, result: 'applied', id: 'r1' });
    const rest = restClient(service.url, bookToken);
    const put = async (party: object) => (await rest.post('/parties', party)).body;
    expect(await put(first)).toMatchObject({ result: 'duplicate', id: 'r1' });
    expect(await put({ ...first, covers: 5 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await put({ ...first, revision: 1 })).toMatchObject({ result: 'stale' });
    expect(await put(aParty('r1'))).toMatchObject({ error: { code: 'revision_required' } });
    expect(await put({ ...first, revision: 3, state: 'confirmed' })).toMatchObject({ result: 'applied' });
    expect(await put({ ...first, revision: 4, at: 'tonight' })).toMatchObject({
      error: { code: 'invalid', fields: [{ path: 'at' }] },
    });
    expect(resultOf(await book.send('party.put', { ...first, source: 'till' }))).toBe('forbidden');
    expect(resultOf(await book.send('party.put', { ...aParty('r1k'), key: 'k' }))).toBe('applied');
    expect(resultOf(await book.send('party.put', { ...aParty('r1k', { covers: 9 }), key: 'k' }))).toBe(
      'conflict',
    );
  });
});

describe('a party that sits down', () => {
  it('opens its cover at the POS, with guest notes for it alone; no other bookings system hears of it', async () => {
    const party = aParty('r2', {
      guestNotes: 'window, please',
      allergies: [{ allergen: 'peanut', severity: 'anaphylaxis' }],
    });
    await book.send('party.put', party);
    expect(await seat('r2', '2')).toMatchObject({ state: 'decided', outcome: 'applied' });
    const isIt = ({ type, party: of }: { type: string; party?: { id: string } }) =>
      type === 'cover.opened' && of?.id === 'r2';
    const opened = {
      party: { source: 'book', id: 'r2' },
      table: '2',
      tables: ['2'],
      covers: 4,
      allergies: [{ allergen: 'peanut', severity: 'anaphylaxis', seat: null }],
    };
    expect(await pos.hears(isIt)).toMatchObject({ ...opened, guestNotes: 'window, please' });
    expect(await book.hears(isIt)).toMatchObject({ ...opened, guestNotes: null });
    await other.send('party.put', aParty('own', { source: 'elsewhere' }));
    await other.hears(({ type, party: of }) => type === 'party.received' && of?.id === 'own');
    expect(other.feed.filter(({ party: of }) => of?.source === 'book')).toEqual([]);
    expect(book.feed.filter(({ type }) => type.startsWith('ticket.re'))).toEqual([]);
  });

  it('has its allergy on the ticket that follows, though the POS sent none, until it is heard', async () => {
    const ticket = aTicket({ table: '2', items: [anItem('i1', { course: 1 })] });
    await pos.send('ticket.put', ticket);
    const added = await pos.hears(({ type, ticket: of }) => type === 'allergy.added' && of?.id === ticket.id);
    expect(added).toMatchObject({ allergy: { allergen: 'peanut', seat: null } });
    await pos.send('check.put', {
      source: 'till',
      id: 'c1',
      tickets: [ticket.id],
      state: 'closed',
      covers: 3,
      totalCents: 8_450,
      compsCents: 500,
      currency: 'EUR',
      at: new Date().toISOString(),
    });
    const money = await book.hears(({ type, change }) => type === 'party.changed' && change === 'check');
    expect(money).toMatchObject({
      party: { id: 'r2' },
      checks: [{ id: 'c1', state: 'closed', totalCents: 8_450, compsCents: 500, covers: 3 }],
    });
    const covers = await book.hears(({ type, change }) => type === 'party.changed' && change === 'covers');
    expect(covers).toMatchObject({ party: { id: 'r2' }, covers: 3 });
  });

  it('is one of two that hosts seat at once: the other is told', async () => {
    for (const id of ['r3', 'r4']) await book.send('party.put', aParty(id));
    const both = await Promise.all([seat('r3', '3'), seat('r4', '3')]);
    expect(both.map((settled) => ('code' in settled ? settled.code : settled.state)).sort()).toEqual([
      'decided',
      'table_taken',
    ]);
  });
});

describe('table.state', () => {
  it('says that guests have gone, and blocks', async () => {
    await book.send('party.put', aParty('r5', { state: 'seated', tables: ['5'] }));
    const state = (word: string) => pos.send('table.state', { source: 'till', table: '5', state: word });
    expect(await state('dirty')).toMatchObject({ ok: true, result: 'applied', id: '5' });
    const left = await book.hears(
      ({ type, party, state: now }) => type === 'party.changed' && party?.id === 'r5' && now === 'finished',
    );
    expect(left).toMatchObject({ change: 'finish' });
    expect(resultOf(await state('dirty'))).toBe('duplicate');
    expect(resultOf(await state('blocked'))).toBe('applied');
    await book.send('party.put', aParty('r6'));
    expect(await seat('r6', '5')).toMatchObject({ state: 'refused', code: 'table_blocked' });
    expect(resultOf(await state('gone'))).toBe('invalid');
  });
});

describe('what is personal', () => {
  it('reaches no file, no backup, no log and no kitchen screen, and the host in full', async () => {
    const party = aParty('secret', {
      ...PLANTED,
      state: 'booked',
      notes: FOR_COOKS.notes,
      guests: [{ seat: 2, name: 'Marceline Oort' }],
      allergies: [{ allergen: 'sesame', words: 'lips swell' }],
      key: 'a-key',
    });
    expect(resultOf(await book.send('party.put', party))).toBe('applied');
    expect(await seat('secret', '6')).toMatchObject({ outcome: 'applied' });
    const guest = { name: PLANTED.name, phone: '611 222 333', email: null };
    const { id } = await host.party('secret');
    const edit = { set: {}, guest: { ...guest, kitchenNotes: null, guestNotes: 'divorce' }, allergies: [] };
    await host.press({ type: 'party.edit', party: id, ...edit, seen: (await host.hello()).seq });
    expect(resultOf(await book.send('party.put', { ...party, covers: 6, key: 'another' }))).toBe('applied');
    await pos.hears(({ type, party: of }) => type === 'cover.opened' && of?.id === 'secret');
    // A message nobody can read is kept sealed, and one refused is not repeated in what it answers.
    await book.send('party.put', { ...party, covers: -1, key: 'third' });
    await cook.hello();
    await host.hello();

    expect(host.text()).toContain(PLANTED.phone);
    const { personal, snapshot } = await cook.hello();
    const about = snapshot?.parties.find(({ externalId }) => externalId === 'secret')?.person?.personId;
    expect(about && personal[about]).toEqual({ name: FOR_COOKS.first, kitchenNotes: FOR_COOKS.notes });
    expect(found(cook.text())).toEqual([]);
    expect(found(JSON.stringify(book.feed))).toEqual([]);
    service.heard('backup', join(folder, 'copy.db'));
    const looked = [...namesFoundIn(folder)];
    await service.kill('SIGTERM');
    looked.push(...namesFoundIn(folder));
    expect(found(service.log())).toEqual([]);
    expect(looked.filter(({ names }) => names.length > 0)).toEqual([]);
    const files = looked.map(({ file }) => file.slice(folder.length + 1));
    for (const file of ['data/heard.db', 'data/heard.db-wal', 'copy.db']) expect(files).toContain(file);
  });
});

function found(text: string): string[] {
  return SECRETS.filter((secret) => text.includes(secret));
}

function namesFoundIn(path: string): Array<{ file: string; names: string[] }> {
  return filesIn(path).map((file) => ({ file, names: found(readFileSync(file).toString('latin1')) }));
}

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const at = join(path, name);
    return statSync(at).isDirectory() ? filesIn(at) : [at];
  });
}

it.each(['party.received', 'party.changed', 'cover.opened'])('%s is told as the reference says', (type) => {
  const told = pos.feed.filter((message) => message.type === type);
  expect(told.length).toBeGreaterThan(0);
  for (const message of told) expect(feedSchema(type)?.parse(message)).toEqual(message);
});
