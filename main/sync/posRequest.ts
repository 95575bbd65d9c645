import type { z } from 'zod';
import type { Command } from '../../shared/domain/commands/command.ts';
import { normaliseAllergen } from '../../shared/domain/model/allergen.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { normaliseMenu } from '../../shared/protocol/outside/menu.ts';
import { normaliseParty } from '../../shared/protocol/outside/normaliseParty.ts';
import { type Digest, normalisePut } from '../../shared/protocol/outside/normalisePut.ts';
import { type Parsed, parseMessage } from '../../shared/protocol/outside/parseMessage.ts';
import { POS_MESSAGES, type PosMessageName } from '../../shared/protocol/outside/posMessages.ts';

/** A POS's message, read: what it asks of the hub and what it is about. */
export interface PosRequest {
  readonly source: string;
  /** The sender's own id of the ticket, check or party, the table, or the source itself. */
  readonly id: string;
  /** `argument`: canonical form of the argument without its key; the same key with another is a conflict. */
  readonly key: { readonly key: string; readonly argument: string } | null;
  readonly command: Command;
}

type Reading = Parsed<PosRequest>;
type Reader = (argument: unknown, digest: Digest) => Reading;
/** What a message is about: its `id`, else its table, else its source's one menu. */
interface Targeted {
  readonly source: string;
  readonly id?: string | undefined;
  readonly table?: string | undefined;
  readonly key?: string | undefined;
}

function reader<T extends Targeted>(
  schema: z.ZodType<T>,
  toCommand: (message: T, digest: Digest) => Command,
): Reader {
  return (argument, digest) => {
    const parsed = parseMessage(schema, argument);
    if (!parsed.ok) return parsed;
    const { source, key } = parsed.value;
    const id = parsed.value.id ?? parsed.value.table ?? source;
    const command = toCommand(parsed.value, digest);
    if (key === undefined) return { ok: true, value: { source, id, key: null, command } };
    // A put is compared by its content after defaults; the others have none to fill in.
    const form = 'content' in command ? command.content : { ...parsed.value, key: null };
    return { ok: true, value: { source, id, key: { key, argument: canonicalJson(form) }, command } };
  };
}

const ticketOf = ({ source, id }: { source: string; id: string }) => ({ source, id });

const READERS: Record<PosMessageName, Reader> = {
  'ticket.put': reader(POS_MESSAGES['ticket.put'], (ticket, digest) => ({
    type: 'ticket.put',
    content: normalisePut(ticket, digest),
  })),
  'ticket.void': reader(POS_MESSAGES['ticket.void'], ({ source, id, revision = null, reason }, digest) => ({
    type: 'ticket.void',
    source,
    id,
    revision,
    reason: reason || null,
    digest: digest(canonicalJson({ void: true, source, id, reason: reason || null })),
  })),
  'course.fire': reader(POS_MESSAGES['course.fire'], (message) => ({
    type: 'course.fire',
    ticket: ticketOf(message),
    course: message.course,
  })),
  'course.hold': reader(POS_MESSAGES['course.hold'], (message) => ({
    type: 'course.hold',
    ticket: ticketOf(message),
    course: message.course,
  })),
  'item.fire': reader(POS_MESSAGES['item.fire'], (message) => ({
    type: 'item.fire',
    ticket: ticketOf(message),
    items: message.items,
  })),
  'item.hold': reader(POS_MESSAGES['item.hold'], (message) => ({
    type: 'item.hold',
    ticket: ticketOf(message),
    items: message.items,
  })),
  'item.refire': reader(POS_MESSAGES['item.refire'], (message) => ({
    type: 'item.refire',
    ticket: ticketOf(message),
    item: message.item,
    reason: message.reason,
    ...(message.quantity === undefined ? {} : { quantity: message.quantity }),
  })),
  'allergy.answer': reader(POS_MESSAGES['allergy.answer'], (message) => ({
    type: 'possible.answer',
    ticket: ticketOf(message),
    question: message.question,
    answer: message.answer,
  })),
  'allergy.withdraw': reader(POS_MESSAGES['allergy.withdraw'], (message) => ({
    type: 'allergy.withdraw',
    ticket: ticketOf(message),
    allergen: normaliseAllergen(message.allergen),
    by: message.by,
    ...(message.seat === undefined ? {} : { seat: message.seat > 0 ? message.seat : null }),
  })),
  'check.put': reader(POS_MESSAGES['check.put'], (message) => ({
    type: 'check.put',
    check: {
      source: message.source,
      externalId: message.id,
      state: message.state,
      tickets: message.tickets ?? [],
      covers: message.covers ?? null,
      totalCents: message.totalCents ?? null,
      compsCents: message.compsCents ?? null,
      currency: message.currency ?? null,
      at: message.at,
    },
  })),
  'ticket.handoff': reader(POS_MESSAGES['ticket.handoff'], (message) => ({
    type: 'ticket.handoff',
    ticket: ticketOf(message),
    step: message.state,
    isOn: true,
  })),
  'table.hold': reader(POS_MESSAGES['table.hold'], ({ table, reason = null, until = null }) => ({
    type: 'table.hold',
    table,
    reason,
    until,
  })),
  'table.resume': reader(POS_MESSAGES['table.resume'], ({ table }) => ({ type: 'table.resume', table })),
  'table.state': reader(POS_MESSAGES['table.state'], ({ table, state, reason = null, until = null }) => ({
    type: 'table.mark',
    table,
    state,
    reason: reason || null,
    until: state === 'blocked' ? until : null,
  })),
  'party.put': reader(POS_MESSAGES['party.put'], (party, digest) => ({
    type: 'party.put',
    content: normaliseParty(party, digest),
  })),
  'menu.put': reader(POS_MESSAGES['menu.put'], (menu, digest) => ({
    type: 'menu.put',
    source: menu.source,
    menu: normaliseMenu(menu, (form) => digest(canonicalJson(form))),
  })),
  'availability.put': reader(POS_MESSAGES['availability.put'], (message, digest) => ({
    type: 'availability.put',
    source: message.source,
    revision: message.revision ?? null,
    digest: digest(canonicalJson(message.items)),
    items: message.items.map(({ id, available, remaining = null }) => ({ id, available, remaining })),
  })),
};

export function isPosMessage(event: string): event is PosMessageName {
  return Object.hasOwn(READERS, event);
}

/** Reads one argument that has passed the card rule. */
export function readPosRequest(event: PosMessageName, argument: unknown, digest: Digest): Reading {
  return READERS[event](argument, digest);
}
