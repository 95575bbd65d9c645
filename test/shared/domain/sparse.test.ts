import { describe, expect, it } from 'vitest';
import { Event } from '../../../shared/domain/events/event.ts';
import { sparseEvent, wholeEvent } from '../../../shared/domain/events/sparseEvent.ts';
import { sparseState, wholeState } from '../../../shared/domain/model/sparseTicket.ts';
import { StateDocument, stateToDocument } from '../../../shared/domain/model/state.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';
import { fry, grill } from '../../support/house.ts';
import { MemoryHub } from '../../support/memoryHub.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** An evening with something of everything a record may hold. */
function evening(): MemoryHub {
  const hub = new MemoryHub(new FakeTimers());
  const nuts = { allergen: 'peanut', severity: 'allergy', seat: 1 };
  hub.put({
    id: 'T1',
    revision: 1,
    allergies: [nuts],
    courses: [
      { number: 1, said: 'fired', name: 'Starters' },
      { number: 2, said: 'held' },
    ],
    items: [
      { id: 'a', seat: 1, course: 1, quantity: 2, notes: 'well done', prepSeconds: 300 },
      { id: 'b', course: 2, seats: [1, 2], modifiers: [aModifier('no salt')] },
      { id: 'c', stations: [fry, 'nowhere'], allergens: [], quantity: 1.5 },
    ],
  });
  hub.put({ id: 'T2', customerName: 'Ada', releaseAt: hub.now() + 60_000, items: [{ id: 'x' }] });
  const { id, versions } = hub.ticket('T1');
  const refs = [{ ticket: id, version: versions[grill] ?? 0 }];
  hub.house({ type: 'receipt.report', station: grill, listed: refs, painted: refs });
  hub.put({
    id: 'T1',
    revision: 2,
    table: '14',
    items: [
      { id: 'a', seat: 1, course: 1, quantity: 1, notes: 'rare' },
      { id: 'd', movedFrom: { id: 'T2', item: 'x' } },
    ],
  });
  hub.put({ id: 'T1', revision: 3, table: '14', items: [{ id: 'd', state: 'void' }] });
  hub.house({ type: 'day.roll' });
  return hub;
}

const aModifier = (name: string) => ({
  id: null,
  name,
  kind: 'no',
  quantity: 1,
  allergens: null,
  removes: [],
  modifiers: [],
});

describe('the sparse form', () => {
  it('of every event of an evening is read back as the event', () => {
    const hub = evening();
    const events = hub.eventsAfter(0, 1_000);
    const types = new Set(events.map(({ type }) => type));
    for (const type of ['ticket.received', 'ticket.changed', 'item.moved', 'day.opened'] as const)
      expect(types).toContain(type);
    for (const event of events) {
      const read = wholeEvent(throughJson(sparseEvent(event)));
      expect(read).toEqual(event);
      expect(Event.parse(read)).toEqual(event);
    }
  });

  it('of a state is read back as the state', () => {
    const document = stateToDocument(evening().state());
    const read = wholeState(throughJson(sparseState(document)));
    expect(read).toEqual(document);
    expect(StateDocument.parse(read)).toEqual(document);
  });

  it('leaves whole records as they are, so that what was written before reads as well', () => {
    for (const event of evening().eventsAfter(0, 1_000)) expect(wholeEvent(event)).toEqual(event);
  });

  it('of a plain put is less than half of it', () => {
    const hub = new MemoryHub(new FakeTimers());
    hub.put({ id: 'T1', items: ['a', 'b', 'c'].map((id) => ({ id })) });
    const received = hub.eventsAfter(0, 100).filter(({ type }) => type === 'ticket.received');
    expect(received).toHaveLength(1);
    for (const event of received) {
      if (event.type !== 'ticket.received') continue;
      // In the house of the tests a digest is the whole put; a hub's has 22 characters.
      const real = { ...event, record: { ...event.record, digest: 'a keyed digest of a put' } };
      expect(JSON.stringify(sparseEvent(real)).length).toBeLessThan(JSON.stringify(real).length / 2);
    }
  });

  it("means these values by what it leaves out: the log's format, never to be changed", () => {
    const record = {
      id: 't',
      source: 's',
      externalId: 'e',
      day: '2026-11-21',
      openedAt: 1,
      receivedAt: 2,
      receivedSeq: 3,
      digest: 'd',
      head: { number: '1', channel: 'bar' },
      courses: [{ number: 0 }],
      items: [
        {
          id: 'i1',
          externalId: 'l1',
          face: { name: 'Dish', course: 0, modifiers: [{ name: 'm' }] },
          saidQuantity: 1,
          stations: ['grill'],
          batches: [{ n: 1, quantity: 1, addedAt: 2, parts: [{ station: 'grill' }] }],
        },
      ],
    };
    expect(wholeEvent({ type: 'ticket.received', record })).toMatchSnapshot();
  });
});
