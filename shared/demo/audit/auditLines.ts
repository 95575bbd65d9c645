import type { Batch, Item } from '../../domain/model/food.ts';
import type { Ticket } from '../../domain/model/ticket.ts';
import type { Findings } from './Findings.ts';
import type { HouseHistory } from './houseKnows.ts';
import { modifierWords, type SaidLine, type SaidTicket } from './tillSays.ts';

/** Every line of a ticket: what it is, how many, how many void, and that all of it has gone out. */
export function auditLines(said: SaidTicket, record: Ticket, house: HouseHistory, found: Findings): void {
  const known = new Map(record.items.map((item) => [item.externalId, item]));
  for (const [id, line] of said.lines) {
    const what = `${said.id} line ${id} (${line.item.name})`;
    const item = known.get(id);
    if (!item) found.wrong(`${what}: the house does not have it`);
    else auditLine(what, line, item, found);
    const voided = voidedOf(house, said.id, id);
    found.same(`${what}, portions voided`, line.voided, voided);
    found.count('lines');
    found.count('portions voided', line.voided);
  }
  for (const id of known.keys()) {
    if (!said.lines.has(id)) found.wrong(`${said.id} line ${id}: the till never put it`);
  }
}

function auditLine(what: string, { item: said, isGone }: SaidLine, item: Item, found: Findings): void {
  const isActive = !isGone && said.state !== 'void';
  const food = item.batches.filter(isOrdered);
  const quantity = food.reduce((sum, batch) => sum + batch.quantity, 0);
  found.same(`${what}, portions`, isActive ? said.quantity : 0, quantity);
  if (!isActive) return;
  found.count('portions', quantity);
  const { face } = item;
  found.same(`${what}, name`, said.name, face.name);
  found.same(`${what}, dish`, said.menuItemId, face.menuItemId);
  found.same(`${what}, course`, said.course ?? 0, face.course);
  found.same(`${what}, seat`, said.seat, face.seat);
  found.same(`${what}, seats`, said.seats, face.seats);
  found.same(`${what}, notes`, said.notes, face.notes);
  found.same(`${what}, modifiers`, modifierWords(said.modifiers), modifierWords(face.modifiers));
  found.same(`${what}, comped`, said.comped ?? false, item.comped);
  if (said.comped) found.count('comped');
  for (const batch of food) {
    if (batch.firedAt === null) found.wrong(`${what}: ${batch.quantity} never fired`);
    if (batch.run < batch.quantity) found.wrong(`${what}: ${batch.quantity - batch.run} never went out`);
  }
}

/** What the till ordered: not what the house made beside it when a guest sent a dish back. */
function isOrdered(batch: Batch): boolean {
  return batch.void === null && (batch.refire === null || batch.refire.isStandIn);
}

/**
 * Portions the log has voided of a line and not given to another. A giver that speaks before its taker seems to void what then turns out
 * to have moved.
 */
function voidedOf(house: HouseHistory, ticket: string, line: string): number {
  let balance = 0;
  for (const event of house.events) {
    if (event.type === 'item.voided' && event.ref?.id === ticket && event.external === line)
      balance += event.quantity;
    const isTakenBack =
      event.type === 'item.moved' && event.from.id === ticket && event.from.external === line;
    if (isTakenBack) balance = Math.max(0, balance - event.quantity);
  }
  return balance;
}
