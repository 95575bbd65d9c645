import { dishOf } from '../../restaurant/menu.ts';
import { line } from '../order.ts';
import { MINUTE_MS } from '../plan.ts';
import type { Mishap } from './mishap.ts';

/** What happens on the floor: who the guests are, and what becomes of their table. */

const rush: Mishap = {
  why: 'rush',
  happen: (party) => {
    const when = { on: 'course.fired', ticket: party.ticket.id, course: 2 } as const;
    party.put(when, 4 * MINUTE_MS, { head: { priority: 'rush' } }, 'rush');
    return true;
  },
};

const vip: Mishap = {
  why: 'vip',
  happen: (party) => {
    party.ticket = {
      ...party.ticket,
      vip: true,
      notes: 'The critic of the Herald',
      guests: [{ seat: 1, name: 'J. Alvarez' }],
    };
    party.note('vip');
    return true;
  },
};

const birthday: Mishap = {
  why: 'birthday',
  happen: (party) => {
    party.ticket = { ...party.ticket, occasion: 'birthday' };
    party.note('birthday');
    return true;
  },
};

/** The children's food goes as soon as it is ready, whatever the table's courses do. */
const kidsFirst: Mishap = {
  why: 'kids_first',
  happen: (party) => {
    if (party.covers < 3 || party.inCourse(1).length === 0) return false;
    const { random, ticket } = party;
    const orders = { newLine: () => party.newLine(), random };
    const plates = ['kids-pasta', 'tenders'].map((id, index) =>
      line(dishOf(id), orders, { seat: index + 2, fire: 'as_ready' }),
    );
    party.ticket = { ...ticket, items: [...ticket.items, ...plates] };
    party.note('kids_first');
    return true;
  },
};

const AWAY_MS = 7 * MINUTE_MS;

const away: Mishap = {
  why: 'away',
  happen: (party) => {
    if (party.inCourse(1).length === 0) return false;
    const { ticket } = party;
    const when = { on: 'course.run', ticket: ticket.id, course: 1 } as const;
    party.step(when, MINUTE_MS, { do: 'away', ticket: ticket.id, reason: 'Speeches on the terrace' }, 'away');
    party.step(when, MINUTE_MS + AWAY_MS, { do: 'back', ticket: ticket.id }, 'away');
    party.restMs = AWAY_MS + 3 * MINUTE_MS;
    return true;
  },
};

const REASONS = ['cold', 'wrong temp', 'sent back', 'dropped'];

const refire: Mishap = {
  why: 'refire',
  happen: (party) => {
    const sentBack = party.claim(2);
    if (!sentBack) return false;
    const { random, ticket } = party;
    const act = { do: 'refire', ticket: ticket.id, item: sentBack.id, reason: random.pick(REASONS) } as const;
    party.step({ on: 'course.run', ticket: ticket.id, course: 2 }, 3 * MINUTE_MS, act, 'refire');
    return true;
  },
};

/** Ordered with the rest and sent for when the guests are ready for it. */
const onCall: Mishap = {
  why: 'on_call',
  happen: (party) => {
    if (party.isMarked('birthday')) return false;
    const { random, ticket } = party;
    const orders = { newLine: () => party.newLine(), random };
    const cheese = line(dishOf('cheese-plate'), orders, { seat: 0, fire: 'on_call' });
    party.ticket = { ...ticket, items: [...ticket.items, cheese] };
    const act = { do: 'fireItems', ticket: ticket.id, items: [cheese.id] } as const;
    party.step({ on: 'course.run', ticket: ticket.id, course: 2 }, 5 * MINUTE_MS, act, 'on_call');
    return true;
  },
};

const transfer: Mishap = {
  why: 'transfer',
  happen: (party) => {
    if (party.covers > 6) return false;
    const when = { on: 'course.fired', ticket: party.ticket.id, course: 2 } as const;
    party.step(when, 3 * MINUTE_MS, { do: 'transfer', ticket: party.ticket.id }, 'transfer');
    return true;
  },
};

export const SERVICE: readonly Mishap[] = [kidsFirst, birthday, onCall, away, refire, rush, vip, transfer];
