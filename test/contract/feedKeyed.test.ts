import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cook, connectCook } from '../support/cook.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

let service: TestService;
let cook: Cook;
let pos: PosClient;

beforeAll(async () => {
  service = await startService();
  cook = await connectCook(service.url);
  pos = await connectPos(service.url, service.token('pos', '--source', 'till'));
  await pos.send('feed.resume', { after: 0 });
});
afterAll(async () => {
  pos.close();
  cook.close();
  await service.stop();
});

it('[Y1] [Y4] the feed tells what was keyed by hand, and then speaks of it by the ids of the POS that put it', async () => {
  const dish = { course: 1, seat: 2, quantity: 1, modifiers: [], notes: null };
  const keyed = await cook.command({
    type: 'ticket.key',
    source: 'till',
    table: '12',
    covers: 2,
    items: [{ ...dish, menuItemId: null, name: 'Sea bass' }],
    allergies: [{ allergen: 'sesame', severity: 'intolerance', crossContact: false, words: null, seat: 2 }],
  });
  expect(keyed.state).toBe('decided');
  const told = await pos.hears(({ type }) => type === 'ticket.keyed');
  expect(told).toMatchObject({
    ticket: { source: 'till', id: expect.stringMatching(/^heard-/u) },
    table: '12',
    covers: 2,
    items: [{ name: 'Sea bass', quantity: 1, seat: 2 }],
    allergies: [{ allergen: 'sesame', seat: 2 }],
  });

  const own = aTicket({
    source: 'till',
    table: '12',
    covers: 2,
    items: [anItem('bass', { name: 'Sea bass', course: 1, seat: 2 })],
  });
  expect(await pos.send('ticket.put', own)).toMatchObject({ ok: true, result: 'applied' });
  await cook.bump(own.id);
  const bumped = await pos.hears(({ type, ticket }) => type === 'item.bumped' && ticket?.id === own.id);
  expect(bumped).toMatchObject({ item: { id: 'bass', quantity: 1 } });
  const names = new Set(pos.feed.flatMap(({ ticket }) => ticket?.id ?? []));
  expect([...names]).toEqual([told.ticket?.id, own.id]);
});
