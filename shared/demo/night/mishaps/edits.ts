import { dishOf } from '../../restaurant/menu.ts';
import { modifier, modifiersDeep } from '../modify.ts';
import { line } from '../order.ts';
import { MINUTE_MS } from '../plan.ts';
import type { Mishap } from './mishap.ts';

/** What a server changes on the till: lines that come, change and go. */

const addOn: Mishap = {
  why: 'add_on',
  happen: (party) => {
    const { random, ticket } = party;
    const orders = { newLine: () => party.newLine(), random };
    const fries = line(dishOf('fries'), orders, { seat: 1 });
    const round = line(dishOf('rioja'), orders, { quantity: Math.min(2, party.covers) });
    party.put(
      { on: 'course.fired', ticket: ticket.id, course: 2 },
      2 * MINUTE_MS,
      { add: [fries] },
      'add_on',
    );
    party.put({ on: 'opened' }, 7 * MINUTE_MS, { add: [round] }, 'add_on');
    const glasses = ticket.items.find((item) => item.course === 0 && item.quantity > 1);
    if (glasses) {
      const change = [{ id: glasses.id, quantity: glasses.quantity + 1 }];
      party.put({ on: 'opened' }, 9 * MINUTE_MS, { change }, 'add_on');
    }
    return true;
  },
};

/** Two edits in one breath, whose puts overtake each other on the way. */
const change: Mishap = {
  why: 'change',
  happen: (party) => {
    const held = party.claim(2);
    const cooking = party.claim(2);
    if (!held || !cooking || party.inCourse(1).length === 0) return false;
    const { random, ticket } = party;
    const modifiers = [...(held.modifiers ?? []), modifier('no-onion', random, 0)];
    party.step(
      { on: 'opened' },
      2 * MINUTE_MS,
      {
        do: 'put',
        ticket: ticket.id,
        patch: { change: [{ id: held.id, modifiers }] },
        overtakenBy: { change: [{ id: held.id, notes: 'Really no onion' }] },
      },
      'out_of_order',
    );
    const put = {
      do: 'put',
      ticket: ticket.id,
      patch: { change: [{ id: cooking.id, notes: 'Cut in two' }] },
    } as const;
    party.step({ on: 'item.started', ticket: ticket.id, item: cooking.id }, MINUTE_MS, put, 'change');
    return true;
  },
};

const voidBefore: Mishap = {
  why: 'void_before',
  happen: (party) => {
    if (party.inCourse(1).length === 0 || party.inCourse(2).length < 3) return false;
    const gone = party.claim(2, (item) => !isLedTo(party.ticket.items, item.id));
    if (!gone) return false;
    party.put({ on: 'opened' }, 3 * MINUTE_MS, { drop: [gone.id] }, 'void_before');
    return true;
  },
};

const voidCooking: Mishap = {
  why: 'void_cooking',
  happen: (party) => {
    if (party.inCourse(2).length < 3) return false;
    const gone = party.claim(2, (item) => !isLedTo(party.ticket.items, item.id));
    if (!gone) return false;
    const change = [{ id: gone.id, state: 'void', voidReason: 'Guest changed their mind' }];
    const when = { on: 'item.started', ticket: party.ticket.id, item: gone.id } as const;
    party.put(when, 2 * MINUTE_MS, { change }, 'void_cooking');
    return true;
  },
};

const comp: Mishap = {
  why: 'comp',
  happen: (party) => {
    const free = party.claim(2);
    if (!free) return false;
    const when = { on: 'course.run', ticket: party.ticket.id, course: 2 } as const;
    party.put(when, 4 * MINUTE_MS, { change: [{ id: free.id, comped: true }] }, 'comp');
    return true;
  },
};

const threeDeep: Mishap = {
  why: 'three_deep',
  happen: (party) => {
    const { random, ticket } = party;
    const add = line(
      dishOf('burger'),
      { newLine: () => party.newLine(), random },
      {
        seat: 1,
        modifiers: modifiersDeep(['medium', 'bun-brioche', 'add-cheddar', 'add-bacon'], random),
      },
    );
    party.ticket = { ...ticket, items: [...ticket.items, add] };
    party.note('three_deep');
    return true;
  },
};

const halfAndHalf: Mishap = {
  why: 'half_and_half',
  happen: (party) => {
    const { random, ticket } = party;
    const halves = modifiersDeep(['half-margherita', 'half-diavola'], random);
    const seat = Math.min(2, party.covers);
    const orders = { newLine: () => party.newLine(), random };
    const add = line(dishOf('half-half'), orders, { seat, modifiers: halves });
    party.ticket = { ...ticket, items: [...ticket.items, add] };
    party.note('half_and_half');
    return true;
  },
};

/** Another line goes with this one: it must not go alone. */
function isLedTo(items: readonly { with?: string | undefined }[], id: string): boolean {
  return items.some((item) => item.with === id);
}

export const EDITS: readonly Mishap[] = [
  threeDeep,
  halfAndHalf,
  voidBefore,
  voidCooking,
  change,
  addOn,
  comp,
];
