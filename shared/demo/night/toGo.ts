import type { Random } from '../random.ts';
import { PartyDraft } from './draft.ts';
import { type Absence, line, onMenu } from './order.ts';
import { type DemoItem, MINUTE_MS, type PlannedTicket } from './plan.ts';

const FIRST_NAMES = ['Nadia', 'Owen', 'Priya', 'Marcus', 'Elena', 'Yusuf', 'Grace', 'Hugo'];
const COURIERS = ['Bolt', 'Glovo', 'Deliveroo'];
const CATEGORIES = ['pizza', 'grill', 'fried', 'pasta'];

export type ToGoKind = 'takeout' | 'courier' | 'cancelled';

/** An order to go: cooked against its promise, handed over, once in a while cancelled before anybody cooks. */
export function toGo(
  number: number,
  kind: ToGoKind,
  atMs: number,
  absences: readonly Absence[],
  random: Random,
): PartyDraft {
  const id = `web-${number}`;
  const code = `${random.pick(['K', 'M', 'R', 'T'])}${random.whole(100, 999)}`;
  const isCourier = kind === 'courier';
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(['B', 'C', 'L', 'S'])}.`;
  const blank: PlannedTicket = {
    source: '',
    id,
    number: String(number),
    channel: isCourier ? 'delivery' : 'takeout',
    promisedInMs: random.whole(28, 38) * MINUTE_MS,
    customer: { name, phone: `+1 555 010 ${random.whole(1000, 9999)}` },
    pickup: isCourier ? { kind: 'courier', code, courier: random.pick(COURIERS) } : { kind: 'counter', code },
    cutlery: random.chance(0.5),
    items: [],
  };
  const party = new PartyDraft(blank, { id: `o-${number}`, covers: 1, table: null, opensAtMs: atMs, random });
  party.ticket = { ...blank, items: food(party, absences) };
  party.note(isCourier ? 'courier' : 'takeout');
  if (kind === 'cancelled') cancel(party);
  else handOver(party, isCourier);
  return party;
}

function food(party: PartyDraft, absences: readonly Absence[]): DemoItem[] {
  const { random, opensAtMs: atMs } = party;
  const orders = { newLine: () => party.newLine(), random, atMs, absences };
  const dishes = onMenu(orders, ({ category }) => CATEGORIES.includes(category));
  return Array.from({ length: random.whole(1, 3) }, () =>
    line(random.pick(dishes), orders, { quantity: random.whole(1, 2), course: 0 }),
  );
}

function handOver(party: PartyDraft, isCourier: boolean): void {
  const { random, ticket } = party;
  const here = { do: 'handoff', ticket: ticket.id, state: 'courier_here' } as const;
  const gone = { do: 'handoff', ticket: ticket.id, state: 'handed_over' } as const;
  if (isCourier)
    party.step({ on: 'ticket.ready', ticket: ticket.id }, random.between(1, 3) * MINUTE_MS, here, 'courier');
  party.step({ on: 'ticket.run', ticket: ticket.id }, random.between(4, 8) * MINUTE_MS, gone);
  party.step({ on: 'out' }, MINUTE_MS, { do: 'check', state: 'paid' });
  party.step({ on: 'out' }, 2 * MINUTE_MS, { do: 'leave' });
}

function cancel(party: PartyDraft): void {
  const act = { do: 'void', ticket: party.ticket.id, reason: 'Customer cancelled' } as const;
  party.step({ on: 'opened' }, 2 * MINUTE_MS, act, 'void_ticket');
  party.step({ on: 'out' }, MINUTE_MS, { do: 'leave' });
}
