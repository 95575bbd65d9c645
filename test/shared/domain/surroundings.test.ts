import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../../shared/domain/commands/surroundings.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { PersistentMap } from '../../../shared/lib/persistentMap.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';
import { MemoryHub } from '../../support/memoryHub.ts';

/** A ticket that the hub made, under another id and at another table. */
function someTicket(): Ticket {
  const hub = new MemoryHub(new FakeTimers());
  hub.put({ id: 'T1', items: [{ id: 'a' }] });
  return hub.ticket('T1');
}

const made = someTicket();
const ticketAt = (n: number, table: string, version: number): Ticket => ({
  ...made,
  id: `t${n}` as TicketId,
  receivedSeq: version,
  head: { ...made.head, table },
});

const steps = fc.array(
  fc.record({ n: fc.nat(40), table: fc.constantFrom('1', '2', '3'), isGone: fc.boolean() }),
  { maxLength: 60 },
);

describe('what stands around a ticket', () => {
  it('is what a look through all open tickets finds, however they came to be', () => {
    const base = { id: 't0' as TicketId, source: made.source, externalId: 'other' };
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 7 }), (all, askEvery) => {
        let tickets: State['tickets'] = PersistentMap.of<TicketId, Ticket>([]);
        for (const [version, { n, table, isGone }] of all.entries()) {
          const id = `t${n}` as TicketId;
          tickets = isGone ? tickets.without(id) : tickets.with(id, ticketAt(n, table, version));
          if (version % askEvery !== 0) continue;
          const { neighbours } = surroundingsOf(tickets, base, { ...made.head, table: '2' });
          const looked = [...tickets.values()].filter(
            (ticket) => ticket.head.table === '2' && ticket.id !== base.id,
          );
          expect(neighbours).toEqual(looked.sort((a, b) => a.receivedSeq - b.receivedSeq));
        }
      }),
    );
  });
});
