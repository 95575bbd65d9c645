import { dishOf } from '../../restaurant/menu.ts';
import type { PartyDraft } from '../draft.ts';
import { line } from '../order.ts';
import { MINUTE_MS } from '../plan.ts';
import type { Mishap } from './mishap.ts';

/** Food that changes hands: checks split, tabs merged. Both tills of the deed speak in either order. */

/** Half the table pays for itself, while its mains are on the fire. */
const split: Mishap = {
  why: 'split',
  happen: (party) => {
    if (party.covers < 2 || party.mishaps > 0) return false;
    const { ticket, random } = party;
    const from = Math.ceil(party.covers / 2) + 1;
    const items = ticket.items.filter((item) => (item.seat ?? 0) >= from).map((item) => item.id);
    if (items.length === 0) return false;
    const to = `${ticket.id}-b`;
    const act = { do: 'split', ticket: ticket.id, to, items, isGiverFirst: random.chance(0.5) } as const;
    party.step({ on: 'course.fired', ticket: ticket.id, course: 2 }, 4 * MINUTE_MS, act, 'split');
    return true;
  },
};

const AT_THE_BAR_MS = 8 * MINUTE_MS;

/** They had a drink and a bite at the bar first; its tab comes to the table with them. */
const merge: Mishap = {
  why: 'merge',
  happen: (party) => {
    if (party.mishaps > 0) return false;
    const { ticket, random } = party;
    const tab = `${ticket.id}-bar`;
    openTab(party, tab);
    const act = { do: 'merge', from: tab, to: ticket.id, isGiverFirst: random.chance(0.5) } as const;
    party.step({ on: 'opened' }, MINUTE_MS, act, 'merge');
    return true;
  },
};

function openTab(party: PartyDraft, tab: string): void {
  const { random, ticket } = party;
  const orders = { newLine: () => party.newLine(), random };
  const items = [
    line(dishOf('gin-tonic'), orders, { quantity: party.covers }),
    line(dishOf('padron'), orders, { seat: 0, course: 1 }),
  ];
  const opened = {
    source: ticket.source,
    id: tab,
    number: `${ticket.number}B`,
    channel: 'bar',
    table: 'Bar',
    covers: party.covers,
    server: ticket.server,
    items,
  };
  const atMs = Math.max(0, party.opensAtMs - AT_THE_BAR_MS);
  party.step({ on: 'night' }, atMs, { do: 'open', ticket: opened }, 'merge');
}

export const HANDS: readonly Mishap[] = [split, merge];
