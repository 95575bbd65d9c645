import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPos, type PosClient, resultOf } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

let service: TestService;
let pos: PosClient;
let elsewhere: string;

beforeAll(async () => {
  service = await startService();
  // Made before anybody is connected: making one holds this process up, and who answers no heartbeat is cut.
  elsewhere = service.token('pos', '--source', 'elsewhere');
  pos = await connectPos(service.url, service.token('pos'));
  await pos.send('feed.resume', {});
});
afterAll(async () => {
  pos.close();
  await service.stop();
});

let made = 0;
function fresh(name: string): string {
  made += 1;
  return `${name}-${made}`;
}

describe('menu.put', () => {
  const menu = (source: string, revision: number, name = 'Sea bass') => ({
    source,
    revision,
    items: [
      {
        id: 'bass',
        name,
        kitchenName: 'BASS',
        names: { es: 'Lubina' },
        prepSeconds: 600,
        allergens: ['fish'],
      },
    ],
    modifiers: [{ id: 'm1', name: 'Tahini', allergens: ['sesame'], prepSeconds: -30 }],
  });

  it('is compared by its revision and answered with its source', async () => {
    const source = fresh('till');
    expect(await pos.send('menu.put', menu(source, 3))).toEqual({
      ok: true,
      result: 'applied',
      id: source,
      seq: expect.any(Number),
    });
    expect(resultOf(await pos.send('menu.put', menu(source, 3)))).toBe('duplicate');
    expect(resultOf(await pos.send('menu.put', menu(source, 3, 'Hake')))).toBe('conflict');
    expect(resultOf(await pos.send('menu.put', menu(source, 2, 'Hake')))).toBe('stale');
    expect(resultOf(await pos.send('menu.put', menu(source, 4, 'Hake')))).toBe('applied');
  });

  it('gives a dish what the ticket leaves out: a listed allergen is a conflict', async () => {
    const source = fresh('till');
    await pos.send('menu.put', menu(source, 1));
    const ticket = aTicket({
      source,
      allergies: [{ allergen: 'fish', severity: 'allergy' }],
      items: [anItem('i1', { menuItemId: 'bass', name: 'Sea bass', course: 1 })],
    });
    await pos.send('ticket.put', ticket);
    const heard = await pos.hears(
      ({ type, ticket: about }) => type === 'allergy.conflict' && about?.id === ticket.id,
    );
    expect(heard).toMatchObject({ what: 'Sea bass', allergen: 'fish' });
  });

  it('names what is wrong with it', async () => {
    const twice = { id: 'a', name: 'Soup' };
    expect(await pos.send('menu.put', { source: 'till', items: [] })).toMatchObject({
      error: { code: 'invalid', fields: [{ path: 'revision' }] },
    });
    expect(await pos.send('menu.put', { source: 'till', revision: 1, items: [twice, twice] })).toMatchObject({
      error: { code: 'invalid', fields: [{ path: 'items.1.id' }] },
    });
  });
});

describe('availability.put', () => {
  it('counts down with every order until it is 86, tells the feed, and comes back', async () => {
    const source = fresh('till');
    const put = (items: object[], revision: number) =>
      pos.send('availability.put', { source, revision, items });
    expect(resultOf(await put([{ id: 'bass', available: true, remaining: 2 }], 1))).toBe('applied');
    expect(resultOf(await put([{ id: 'bass', available: true, remaining: 2 }], 1))).toBe('duplicate');
    expect(resultOf(await put([{ id: 'bass', available: false }], 1))).toBe('conflict');
    const ticket = aTicket({
      source,
      items: [anItem('i1', { menuItemId: 'bass', name: 'Sea bass', quantity: 2 })],
    });
    await pos.send('ticket.put', ticket);
    const off = await pos.hears(({ type, source: of }) => type === 'menu_item.86' && of === source);
    expect(off).toMatchObject({ item: { id: 'bass' }, by: 'count', remaining: 0 });
    expect(resultOf(await put([{ id: 'bass', available: true, remaining: 9 }], 2))).toBe('applied');
    const on = await pos.hears(({ type, source: of }) => type === 'menu_item.restored' && of === source);
    expect(on).toMatchObject({ item: { id: 'bass', name: 'Sea bass' }, remaining: 9 });
    const counts = pos.feed.filter(({ type, source: of }) => type === 'menu_item.count' && of === source);
    expect(counts.map(({ remaining }) => remaining)).toEqual([2]);
  });

  it('is told to no token of another source', async () => {
    const source = fresh('till');
    const other = await connectPos(service.url, elsewhere);
    await other.send('feed.resume', {});
    await pos.send('availability.put', { source, items: [{ id: 'x', available: false }] });
    await pos.send('ticket.put', aTicket({ source: 'elsewhere', id: source }));
    await other.hears(({ ticket }) => ticket?.id === source);
    expect(other.feed.filter(({ type }) => type.startsWith('menu_item.'))).toEqual([]);
    other.close();
  });

  it('names nothing: invalid', async () => {
    expect(await pos.send('availability.put', { source: 'till', items: [] })).toMatchObject({
      error: { code: 'invalid', fields: [{ path: 'items' }] },
    });
  });
});

describe('table.hold and table.resume', () => {
  it('the food nobody has started waits and is fired anew; both are told with the table', async () => {
    const table = fresh('T');
    const ticket = aTicket({ table, items: [anItem('a', { course: 1 })] });
    await pos.send('ticket.put', ticket);
    const hold = { source: 'till', table, reason: 'speeches', until: '2099-01-01T00:00:00+01:00' };
    expect(await pos.send('table.hold', hold)).toMatchObject({ ok: true, result: 'applied', id: table });
    expect(resultOf(await pos.send('table.hold', hold))).toBe('duplicate');
    const held = await pos.hears(({ type, table: of }) => type === 'table.held' && of === table);
    expect(held).toMatchObject({ reason: 'speeches', until: expect.stringContaining('2098-12-31T23:00:00') });
    await pos.hears(({ type, ticket: of }) => type === 'item.held' && of?.id === ticket.id);
    expect(resultOf(await pos.send('table.resume', { source: 'till', table }))).toBe('applied');
    expect(resultOf(await pos.send('table.resume', { source: 'till', table }))).toBe('duplicate');
    await pos.hears(({ type, table: of }) => type === 'table.resumed' && of === table);
    await pos.hears(({ type, ticket: of }) => type === 'item.fired' && of?.id === ticket.id);
  });

  it('a key is of the table it names', async () => {
    const [one, two] = [fresh('T'), fresh('T')];
    const send = (table: string, reason: string) =>
      pos.send('table.hold', { source: 'till', table, reason, key: 'k' });
    expect(resultOf(await send(one, 'smoke'))).toBe('applied');
    expect(resultOf(await send(two, 'smoke'))).toBe('applied');
    expect(resultOf(await send(one, 'smoke'))).toBe('duplicate');
    expect(resultOf(await send(one, 'speeches'))).toBe('conflict');
  });
});

describe('ticket.handoff', () => {
  it('is said once, told with the ticket, and ends nothing', async () => {
    const ticket = aTicket({ channel: 'takeout' });
    await pos.send('ticket.put', ticket);
    const send = (state: string, id = ticket.id) =>
      pos.send('ticket.handoff', { source: ticket.source, id, state });
    expect(await send('courier_here')).toMatchObject({ ok: true, result: 'applied', id: ticket.id });
    expect(resultOf(await send('courier_here'))).toBe('duplicate');
    expect(resultOf(await send('handed_over'))).toBe('applied');
    await pos.hears(({ type, ticket: of }) => type === 'ticket.handed_over' && of?.id === ticket.id);
    expect(resultOf(await send('handed_over', 'nobody'))).toBe('not_found');
    expect(resultOf(await send('eaten'))).toBe('invalid');
  });
});

describe('priority', () => {
  it('rush newly said is told once', async () => {
    const ticket = aTicket({ revision: 1 });
    await pos.send('ticket.put', ticket);
    await pos.send('ticket.put', { ...ticket, revision: 2, priority: 'rush' });
    await pos.send('ticket.put', { ...ticket, revision: 3, priority: 'rush', notes: 'hurry' });
    await pos.send('ticket.put', { ...ticket, revision: 4 });
    await pos.hears(
      ({ type, ticket: of, isRush }) => type === 'ticket.rushed' && of?.id === ticket.id && !isRush,
    );
    const told = pos.feed.filter(({ type, ticket: of }) => type === 'ticket.rushed' && of?.id === ticket.id);
    expect(told.map(({ isRush }) => isRush)).toEqual([true, false]);
  });
});
