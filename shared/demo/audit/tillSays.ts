import { OutsideTicket } from '../../protocol/outside/ticket.ts';
import type { AccountMessage, NightAccount } from '../account.ts';

/** What a ticket came to by the till's own account: read off the messages the hub took, not off the till's memory. */
export interface SaidTicket {
  readonly id: string;
  /** The last put the hub took. */
  readonly last: OutsideTicket;
  readonly isVoid: boolean;
  /** Every line ever put, as last put; `isGone` when the last put no longer names it. */
  readonly lines: ReadonlyMap<string, SaidLine>;
  /** Allergies ever said, as `SEAT:ALLERGEN`, whether the last put still says them. */
  readonly allergies: ReadonlyMap<string, boolean>;
}

export interface SaidLine {
  readonly item: OutsideTicket['items'][number];
  readonly isGone: boolean;
  /** Portions taken off that went to no other ticket. */
  readonly voided: number;
}

/** An answer that went down with the line was "applied" if the next says "duplicate". */
export function wasTaken({ answers, tries }: AccountMessage): boolean {
  const says = (word: string) => answers.some((answer) => answer.ok && answer.result === word);
  return says('applied') || (tries > answers.length && says('duplicate'));
}

/** Messages of one event that the hub took, in the order they were sent. */
export function taken(account: NightAccount, event: string): AccountMessage[] {
  return account.messages.filter((message) => message.event === event && wasTaken(message));
}

export function saidTickets(account: NightAccount): Map<string, SaidTicket> {
  const puts = new Map<string, OutsideTicket[]>();
  for (const { argument } of taken(account, 'ticket.put')) {
    const ticket = OutsideTicket.parse(argument);
    puts.set(ticket.id, [...(puts.get(ticket.id) ?? []), ticket]);
  }
  const moved = movedLines([...puts.values()].flat());
  const voids = new Set(taken(account, 'ticket.void').map(({ argument }) => String(argument.id)));
  return new Map(
    [...puts].flatMap(([id, list]) => {
      const ordered = [...list].sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0));
      const last = ordered.at(-1);
      if (!last) return [];
      const isVoid = voids.has(id);
      const lines = linesOf(id, ordered, moved, isVoid);
      return [[id, { id, last, isVoid, lines, allergies: allergiesOf(ordered) }]];
    }),
  );
}

/** `TICKET/LINE` that another line says it came from. */
function movedLines(puts: readonly OutsideTicket[]): ReadonlySet<string> {
  return new Set(
    puts.flatMap(({ items }) =>
      items.flatMap(({ movedFrom }) => (movedFrom ? [`${movedFrom.id}/${movedFrom.item}`] : [])),
    ),
  );
}

function activeOf(item: SaidLine['item'] | undefined): number {
  return item === undefined || item.state === 'void' ? 0 : item.quantity;
}

function linesOf(
  id: string,
  puts: readonly OutsideTicket[],
  moved: ReadonlySet<string>,
  isVoid: boolean,
): Map<string, SaidLine> {
  const lines = new Map<string, SaidLine>();
  for (const put of puts) {
    for (const [name, known] of lines) {
      const now = put.items.find((item) => item.id === name);
      const fewer = activeOf(known.isGone ? undefined : known.item) - activeOf(now);
      const isVoided = fewer > 0 && !moved.has(`${id}/${name}`);
      const voided = known.voided + (isVoided ? fewer : 0);
      lines.set(name, { item: now ?? known.item, isGone: now === undefined, voided });
    }
    for (const item of put.items) {
      if (!lines.has(item.id)) lines.set(item.id, { item, isGone: false, voided: 0 });
    }
  }
  if (!isVoid) return lines;
  return new Map(
    [...lines].map(([name, { item, isGone, voided }]) => [
      name,
      { item: { ...item, state: 'void' }, isGone, voided: voided + (isGone ? 0 : activeOf(item)) },
    ]),
  );
}

/** An allergy said of nobody and then of one seat has been given its seat. */
function allergiesOf(puts: readonly OutsideTicket[]): Map<string, boolean> {
  const ever = new Map<string, boolean>();
  for (const put of puts) {
    const now = saidNow(put);
    for (const key of ever.keys()) ever.set(key, now.has(key));
    for (const key of now) {
      const allergen = key.slice(key.indexOf(':') + 1);
      if (!ever.has(key) && ever.get(`?:${allergen}`) === false) ever.delete(`?:${allergen}`);
      ever.set(key, true);
    }
  }
  return ever;
}

function saidNow({ guests = [], allergies = [], items }: OutsideTicket): Set<string> {
  return new Set([
    ...allergies.map(({ allergen }) => `?:${allergen}`),
    ...guests.flatMap((guest) => (guest.allergies ?? []).map(({ allergen }) => `${guest.seat}:${allergen}`)),
    ...items.flatMap((item) =>
      (item.allergies ?? []).map(({ allergen }) => `${item.seat ?? '?'}:${allergen}`),
    ),
  ]);
}

interface Worded {
  readonly name: string;
  readonly kind?: string | null | undefined;
  readonly modifiers?: readonly Worded[] | undefined;
}

/** `option Brioche bun(option Toasted(no Butter()))`: the words a cook reads, in their order. */
export function modifierWords(modifiers: readonly Worded[] = []): string {
  return modifiers.map((one) => `${one.kind} ${one.name}(${modifierWords(one.modifiers)})`).join(' ');
}
