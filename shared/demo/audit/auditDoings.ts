import { z } from 'zod';
import type { NightAccount } from '../account.ts';
import type { Findings } from './Findings.ts';
import type { HouseHistory } from './houseKnows.ts';
import { taken, wasTaken } from './tillSays.ts';

/** What the till did beside its tickets: refires, tables away, hand-offs, sold-out dishes, checks. */
export function auditDoings(account: NightAccount, house: HouseHistory, found: Findings): void {
  auditRefires(account, house, found);
  auditTables(account, house, found);
  auditHandoffs(account, house, found);
  auditEightySix(account, house, found);
  auditChecks(account, house, found);
}

function auditRefires(account: NightAccount, house: HouseHistory, found: Findings): void {
  const asked = taken(account, 'item.refire').map(({ argument: { id, item, reason } }) => ({
    id,
    item,
    reason,
  }));
  const made = house
    .of('item.refired')
    .filter(({ by }) => by.startsWith('pos:'))
    .map(({ ref, external, reason }) => ({ id: ref?.id, item: external, reason }));
  found.same('refires asked by the till', asked, made);
  found.count('refires', made.length);
}

function auditTables(account: NightAccount, house: HouseHistory, found: Findings): void {
  const tables = (event: string) => taken(account, event).map(({ argument }) => argument.table);
  found.same(
    'tables away',
    tables('table.hold'),
    house.of('table.held').map(({ hold }) => hold.table),
  );
  found.same(
    'tables back',
    tables('table.resume'),
    house.of('table.resumed').map(({ table }) => table),
  );
  found.count('tables away', house.of('table.held').length);
}

const HANDED = { courier_here: 'ticket.courier_here', handed_over: 'ticket.handed_over' } as const;

function auditHandoffs(account: NightAccount, house: HouseHistory, found: Findings): void {
  const sent = taken(account, 'ticket.handoff');
  for (const [state, type] of Object.entries(HANDED)) {
    const said = sent.filter(({ argument }) => argument.state === state).map(({ argument }) => argument.id);
    const known = house.of(type).map(({ ref }) => ref?.id);
    found.same(`orders ${state}`, said, known);
    found.count(state, known.length);
  }
}

const Availability = z.object({ items: z.array(z.object({ id: z.string(), available: z.boolean() })) });

/** The till's own word on what is off and on. */
function auditEightySix(account: NightAccount, house: HouseHistory, found: Findings): void {
  const off = new Set<string>();
  const said: string[] = [];
  for (const { argument } of taken(account, 'availability.put')) {
    for (const { id, available } of Availability.parse(argument).items) {
      if (available === !off.has(id)) continue;
      if (available) off.delete(id);
      else off.add(id);
      said.push(`${id} ${available ? 'on' : 'off'}`);
    }
  }
  const known = posStandings(house);
  found.same('dishes sold out and back', said, known);
  found.count('86', known.length);
}

/** Each time the house began or ceased to hold a dish for off because the till says so. */
function posStandings(house: HouseHistory): string[] {
  const off = new Set<string | null>();
  return house.events.flatMap((event) => {
    if (!('standing' in event)) return [];
    const { pos, dish } = event.standing;
    const id = dish.menuItemId;
    if ((pos !== null) === off.has(id)) return [];
    if (pos === null) off.delete(id);
    else off.add(id);
    return [`${id} ${pos === null ? 'on' : 'off'}`];
  });
}

function auditChecks(account: NightAccount, house: HouseHistory, found: Findings): void {
  const last = (list: readonly (readonly [unknown, unknown])[]) => Object.fromEntries(list);
  const said = last(taken(account, 'check.put').map(({ argument }) => [String(argument.id), argument.state]));
  const known = last(house.of('check.put').map(({ check }) => [check.externalId, check.state]));
  found.same('checks', said, known);
  found.count('checks', Object.keys(known).length);
}

/** Each message was answered as its way over the line makes right: taken once, however often it was sent. */
export function auditAnswers(account: NightAccount, found: Findings): void {
  const away = new Set<unknown>();
  for (const message of account.messages) {
    const { n, event, argument, quirk, answers } = message;
    const words = answers.map((answer) => (answer.ok ? (answer.result ?? '') : answer.error.code));
    found.count('messages');
    const what = `message ${n} (${event}, ${quirk})`;
    if (quirk === 'late') {
      if (words.length === 0 || words.some((word) => word !== 'stale')) found.wrong(`${what}: ${words}`);
      continue;
    }
    const repeats = words.filter((word) => word === 'duplicate').length;
    const others = words.length - repeats;
    const isOnce = wasTaken(message) && (others === 1 ? words[0] === 'applied' : others === 0);
    // A table nobody was seated at, or that is dirty already, is so once more; guests whom the door has moved come back to one nobody left.
    const isSaidAgain = event === 'table.state' || (event === 'table.resume' && !away.has(argument.table));
    const isSoAlready = isSaidAgain && repeats > 0 && others === 0;
    if (event === 'table.hold' && wasTaken(message)) away.add(argument.table);
    if (event === 'table.resume' && wasTaken(message)) away.delete(argument.table);
    if (!isOnce && !isSoAlready) found.wrong(`${what}: ${words.length === 0 ? 'never answered' : words}`);
    found.count('repeats', repeats);
  }
}
