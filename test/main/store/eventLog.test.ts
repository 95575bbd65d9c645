import { describe, expect, it } from 'vitest';
import { encodeEvent } from '../../../main/store/eventCoding.ts';
import { openStore } from '../../../main/store/openStore.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { dataFolder } from './folder.ts';
import { aTicket } from './ticketBuilder.ts';

const event = (seq: number, at: number): Event => ({
  seq,
  id: `1-${seq}`,
  at,
  v: 1,
  by: 'house',
  cmd: `c${seq}`,
  type: 'ticket.received',
  record: aTicket(`t${seq}`, 3),
});

function withStore(use: (store: ReturnType<typeof openStore>) => void): void {
  const store = openStore({ dataDir: dataFolder(), as: 'service' });
  use(store);
  store.close();
}

describe('the log', () => {
  it('gives back what was put in, in order, in pages or whole', () => {
    withStore(({ events }) => {
      const written = [1, 2, 3, 4].map((seq) => event(seq, seq * 10));
      for (const one of written) events.append(encodeEvent(one));
      expect(events.after(0, 100)).toEqual(written);
      expect(events.after(2, 1)).toEqual([written[2]]);
      expect([...events.replay(1)]).toEqual(written.slice(1));
      expect(events.last()).toEqual({ seq: 4, at: 40 });
    });
  });

  it('takes no number twice', () => {
    withStore(({ events }) => {
      events.append(encodeEvent(event(1, 1)));
      expect(() => events.append(encodeEvent(event(1, 1)))).toThrow('UNIQUE');
    });
  });

  it('refuses a row it cannot read: another type, a newer version, a missing field', () => {
    withStore(({ events }) => {
      const row = encodeEvent(event(1, 1));
      for (const bad of [
        { ...row, type: 'ticket.run' },
        { ...row, v: 2 },
        { ...row, body: '{"type":"ticket.received"}' },
        { ...row, body: '{' },
      ]) {
        events.append({
          ...bad,
          seq: (events.last()?.seq ?? 0) + 1,
          id: `1-${(events.last()?.seq ?? 0) + 1}`,
        });
      }
      for (let after = 0; after < 4; after += 1) expect(() => events.after(after, 1)).toThrow();
    });
  });

  it('finds the last number before an instant', () => {
    withStore(({ events }) => {
      expect(events.seqBefore(99)).toBe(0);
      [10, 10, 20, 30, 30].forEach((at, index) => {
        events.append(encodeEvent(event(index + 1, at)));
      });
      expect([5, 10, 11, 20, 25, 30, 31].map((at) => events.seqBefore(at))).toEqual([0, 0, 2, 2, 3, 3, 5]);
    });
  });
});
