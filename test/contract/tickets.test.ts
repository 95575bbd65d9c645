import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutsideAnswer } from '../../shared/protocol/outside/answer.ts';
import { connectCook } from '../support/cook.ts';
import { connectPos, type PosClient, resultOf } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';

let service: TestService;
let pos: PosClient;

beforeAll(async () => {
  service = await startService();
  pos = await connectPos(service.url, service.token('pos'));
});
afterAll(async () => {
  pos.close();
  await service.stop();
});

const seqOf = (answer: OutsideAnswer) => (answer.ok ? answer.seq : Number.NaN);

describe('ticket.put', () => {
  it('is applied once and answered with the POS’s own id and the log number', async () => {
    const ticket = aTicket();
    const answer = await pos.send('ticket.put', ticket);
    expect(answer).toEqual({ ok: true, result: 'applied', id: ticket.id, seq: expect.any(Number) });
    const again = await pos.send('ticket.put', ticket);
    expect(again).toEqual({ ok: true, result: 'duplicate', id: ticket.id, seq: seqOf(answer) });
  });

  it('with a lower revision is stale, the same with other content a conflict, a higher one applied even if equal', async () => {
    const ticket = aTicket({ revision: 5 });
    expect(resultOf(await pos.send('ticket.put', ticket))).toBe('applied');
    expect(resultOf(await pos.send('ticket.put', { ...ticket, revision: 4 }))).toBe('stale');
    expect(resultOf(await pos.send('ticket.put', ticket))).toBe('duplicate');
    expect(resultOf(await pos.send('ticket.put', { ...ticket, notes: 'other' }))).toBe('conflict');
    expect(resultOf(await pos.send('ticket.put', { ...ticket, revision: 6 }))).toBe('applied');
    const { revision: _revision, ...bare } = ticket;
    expect(resultOf(await pos.send('ticket.put', bare))).toBe('revision_required');
  });

  it('does not tell fields that are unknown, out of order, or said as their default', async () => {
    const ticket = aTicket();
    await pos.send('ticket.put', ticket);
    const same = Object.fromEntries(
      Object.entries({ ...ticket, vip: false, priority: 'normal', colour: 'red' }).reverse(),
    );
    expect(resultOf(await pos.send('ticket.put', same))).toBe('duplicate');
  });

  it('keeps a ticket of one source apart from the same id of another', async () => {
    const ticket = aTicket();
    await pos.send('ticket.put', ticket);
    expect(resultOf(await pos.send('ticket.put', { ...ticket, source: 'other' }))).toBe('applied');
  });
});

describe('courses and items', () => {
  const coursed = () =>
    aTicket({ items: [anItem('a', { course: 1 }), anItem('b', { course: 2 }), anItem('c', { course: 2 })] });

  it('fires a held course once; again is a duplicate; a course the ticket has not is not_found', async () => {
    const { source, id } = await put(coursed());
    expect(resultOf(await pos.send('course.fire', { source, id, course: 2 }))).toBe('applied');
    expect(resultOf(await pos.send('course.fire', { source, id, course: 2 }))).toBe('duplicate');
    expect(resultOf(await pos.send('course.fire', { source, id, course: 9 }))).toBe('not_found');
    expect(resultOf(await pos.send('course.fire', { source, id: 'nobody', course: 1 }))).toBe('not_found');
  });

  it('fires and holds chosen items', async () => {
    const { source, id } = await put(coursed());
    expect(resultOf(await pos.send('item.fire', { source, id, items: ['c'] }))).toBe('applied');
    expect(resultOf(await pos.send('item.hold', { source, id, items: ['c'] }))).toBe('applied');
    expect(resultOf(await pos.send('item.fire', { source, id, items: ['zz'] }))).toBe('not_found');
  });

  it('holds a fired course that nobody has started', async () => {
    const { source, id } = await put(coursed());
    expect(resultOf(await pos.send('course.hold', { source, id, course: 1 }))).toBe('applied');
  });

  it('voids a whole ticket, with a revision where the ticket has one', async () => {
    const { source, id } = await put(aTicket({ revision: 1 }));
    expect(resultOf(await pos.send('ticket.void', { source, id, reason: 'left' }))).toBe('revision_required');
    expect(resultOf(await pos.send('ticket.void', { source, id, revision: 2, reason: 'left' }))).toBe(
      'applied',
    );
    expect(resultOf(await pos.send('ticket.void', { source, id, revision: 2, reason: 'left' }))).toBe(
      'duplicate',
    );
  });

  it('takes an allergy off by name only', async () => {
    const { source, id } = await put(aTicket({ guests: [{ seat: 2, allergies: [{ allergen: 'sesame' }] }] }));
    expect(
      resultOf(await pos.send('allergy.withdraw', { source, id, allergen: 'milk', seat: 2, by: 'Ana' })),
    ).toBe('not_found');
    expect(
      resultOf(await pos.send('allergy.withdraw', { source, id, allergen: 'Sesame', seat: 2, by: 'Ana' })),
    ).toBe('applied');
  });

  it('takes a check before and after the ticket it is about', async () => {
    const check = {
      source: 'till',
      id: 'c1',
      state: 'printed',
      at: new Date().toISOString(),
      tickets: ['later'],
    };
    expect(resultOf(await pos.send('check.put', check))).toBe('applied');
    expect(resultOf(await pos.send('check.put', { ...check, state: 'paid', totalCents: 1250 }))).toBe(
      'applied',
    );
  });

  async function put(ticket: ReturnType<typeof aTicket>) {
    expect(resultOf(await pos.send('ticket.put', ticket))).toBe('applied');
    return { source: ticket.source, id: ticket.id };
  }
});

describe('key', () => {
  it('repeated with the same argument answers duplicate with the first number, with another conflict', async () => {
    const ticket = aTicket({ items: [anItem('a', { course: 1 }), anItem('b', { course: 2 })] });
    const { source, id } = ticket;
    await pos.send('ticket.put', ticket);
    const first = await pos.send('course.fire', { source, id, course: 2, key: 'k1' });
    expect(resultOf(first)).toBe('applied');
    await pos.send('ticket.put', aTicket());
    const second = await pos.send('course.fire', { source, id, course: 2, key: 'k1' });
    expect(second).toEqual({ ok: true, result: 'duplicate', id, seq: seqOf(first) });
    expect(resultOf(await pos.send('course.fire', { source, id, course: 1, key: 'k1' }))).toBe('conflict');
  });

  it('is unique per event and ticket', async () => {
    const [one, two] = [aTicket(), aTicket()];
    expect(resultOf(await pos.send('ticket.put', { ...one, key: 'same' }))).toBe('applied');
    expect(resultOf(await pos.send('ticket.put', { ...two, key: 'same' }))).toBe('applied');
  });

  it('is not remembered for a refusal: the same message is judged afresh', async () => {
    const ticket = aTicket({ items: [anItem('a', { course: 1 }), anItem('b', { course: 2 })] });
    const fire = { source: ticket.source, id: ticket.id, course: 2, key: 'again' };
    expect(resultOf(await pos.send('course.fire', fire))).toBe('not_found');
    await pos.send('ticket.put', ticket);
    expect(resultOf(await pos.send('course.fire', fire))).toBe('applied');
  });

  it('makes a refire once, however often it is sent', async () => {
    const ticket = aTicket();
    await pos.send('ticket.put', ticket);
    const cook = await connectCook(service.url);
    await cook.bump(ticket.id);
    cook.close();
    const refire = { source: ticket.source, id: ticket.id, item: 'i1', reason: 'cold', key: 'r1' };
    expect(resultOf(await pos.send('item.refire', refire))).toBe('applied');
    expect(resultOf(await pos.send('item.refire', refire))).toBe('duplicate');
  });
});

describe('events there are not', () => {
  it.each(['party.seat', 'no.such', 'constructor'])('%s is unsupported', async (event) => {
    expect(resultOf(await pos.send(event, { source: 'till', id: '1' }))).toBe('unsupported');
  });
});
