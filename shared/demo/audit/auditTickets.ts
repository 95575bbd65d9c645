import type { Ticket } from '../../domain/model/ticket.ts';
import type { NightAccount } from '../account.ts';
import { auditLines } from './auditLines.ts';
import type { Findings } from './Findings.ts';
import type { HouseHistory } from './houseKnows.ts';
import { type SaidTicket, saidTickets, taken } from './tillSays.ts';

/** Ticket by ticket: that it came once, how it ended, its courses, its lines, its allergies, its moves. */
export function auditTickets(account: NightAccount, house: HouseHistory, found: Findings): void {
  const said = saidTickets(account);
  for (const id of house.tickets.keys()) {
    if (!said.has(id)) found.wrong(`ticket ${id}: the till never put it`);
  }
  for (const [id, ticket] of said) {
    found.same(`ticket ${id}, times received`, 1, house.received.get(id) ?? 0);
    const record = house.tickets.get(id);
    if (!record) found.wrong(`ticket ${id}: the house does not have it`);
    else {
      auditHead(ticket, record, account, found);
      auditCourses(ticket, house, found);
      auditAllergies(ticket, record, found);
      auditLines(ticket, record, house, found);
    }
    auditMoves(ticket, house, found);
    found.count('tickets');
  }
  auditFires(account, house, found);
}

function auditHead(
  { id, last, isVoid }: SaidTicket,
  { head, revision, endedAt }: Ticket,
  account: NightAccount,
  found: Findings,
): void {
  const voids = taken(account, 'ticket.void').filter(({ argument }) => argument.id === id);
  const newest = isVoid ? voids.at(-1)?.argument.revision : last.revision;
  found.same(`ticket ${id}, revision`, newest, revision);
  found.same(`ticket ${id}, number`, last.number, head.number);
  found.same(`ticket ${id}, channel`, last.channel, head.channel);
  found.same(`ticket ${id}, table`, last.table, head.table);
  found.same(`ticket ${id}, covers`, last.covers, head.covers);
  found.same(`ticket ${id}, server`, last.server, head.server);
  found.same(`ticket ${id}, priority`, last.priority ?? 'normal', head.priority);
  found.same(`ticket ${id}, vip`, last.vip ?? false, head.vip);
  found.same(`ticket ${id}, occasion`, last.occasion, head.occasion);
  found.same(`ticket ${id}, promise`, last.promisedAt, head.promisedAt);
  if (!isEmpty(last) && endedAt === null) found.wrong(`ticket ${id}: it never ended`);
}

/** All of it went to another ticket. */
function isEmpty({ items }: SaidTicket['last']): boolean {
  return items.length === 0;
}

/** A course with food fires once. */
function auditCourses({ id, lines }: SaidTicket, house: HouseHistory, found: Findings): void {
  const fired = house.of('course.fired', id);
  const numbers = [...lines.values()].flatMap(({ item, isGone, voided }) =>
    isGone || voided > 0 || item.movedFrom || item.state === 'void' ? [] : [item.course ?? 0],
  );
  for (const number of new Set(numbers)) {
    const times = fired.filter(({ course }) => course === number).length;
    found.same(`ticket ${id}, course ${number}, times fired`, 1, times);
    found.count('courses');
  }
  for (const number of new Set(fired.map(({ course }) => course))) {
    const times = fired.filter(({ course }) => course === number).length;
    if (times > 1) found.wrong(`ticket ${id}, course ${number}: fired ${times} times`);
  }
}

/** What the till sent for itself was fired, by the till, no later than it was answered. */
function auditFires(account: NightAccount, house: HouseHistory, found: Findings): void {
  for (const { argument, answers } of taken(account, 'course.fire')) {
    const by = Math.max(...answers.flatMap((answer) => (answer.ok ? [answer.seq] : [])));
    const isFired = house
      .of('course.fired', String(argument.id))
      .some(({ course, cause, seq }) => course === argument.course && cause === 'pos' && seq <= by);
    if (!isFired)
      found.wrong(`ticket ${argument.id}, course ${argument.course}: the till's fire is not there`);
  }
}

function auditAllergies({ id, allergies }: SaidTicket, record: Ticket, found: Findings): void {
  // What only the house knows came from a booking, which is audited as that.
  const known = record.allergies
    .filter(({ isOurs }) => !isOurs)
    .map(({ seat, allergen, isSaidByPos }) => [`${seat ?? '?'}:${allergen}`, isSaidByPos]);
  found.same(`ticket ${id}, allergies`, Object.fromEntries(allergies), Object.fromEntries(known));
  found.count('allergies', allergies.size);
}

function auditMoves({ id, lines }: SaidTicket, house: HouseHistory, found: Findings): void {
  for (const [name, { item, voided }] of lines) {
    if (!item.movedFrom) continue;
    const { id: giver, item: line } = item.movedFrom;
    const moved = house
      .of('item.moved', id)
      .filter(({ external, from }) => external === name && from.id === giver && from.external === line)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    found.same(`ticket ${id} line ${name}, portions moved`, item.quantity + voided, moved);
    found.count('lines moved');
  }
}
