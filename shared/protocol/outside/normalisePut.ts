import type { PersonDraft, PersonFields, PutContent } from '../../domain/model/put.ts';
import { canonicalJson } from '../../lib/canonicalJson.ts';
import { normaliseAllergies } from './normaliseAllergies.ts';
import { normaliseItem } from './normaliseItem.ts';
import type { OutsideTicket } from './ticket.ts';

/** Tells equality of a text without telling the text. */
export type Digest = (text: string) => string;

/**
 * A ticket as the domain compares it: every default filled in, so that leaving a field out and saying its default are the same; people set
 * apart from food. The digest covers all of it but the revision, which is compared by itself.
 */
export function normalisePut(ticket: OutsideTicket, digest: Digest): PutContent {
  const content = {
    source: ticket.source,
    externalId: ticket.id,
    openedAt: ticket.openedAt,
    head: headOf(ticket),
    customer: customerOf(ticket, digest),
    guests: (ticket.guests ?? []).map((guest) => ({
      seat: guest.seat,
      person: draft({ name: guest.name || null, notes: guest.notes || null }, digest),
    })),
    courses: (ticket.courses ?? []).map((course) => ({
      number: course.number,
      name: course.name || null,
      said: saidOf(course.state),
      fireAt: course.fireAt ?? null,
    })),
    items: ticket.items.map(normaliseItem),
    allergies: normaliseAllergies(ticket),
  };
  return { ...content, revision: ticket.revision ?? null, digest: digest(canonicalJson(content)) };
}

/** A word we do not know says nothing about firing. */
function saidOf(state: string | undefined): 'held' | 'fired' | null {
  return state === 'held' || state === 'fired' ? state : null;
}

function headOf(ticket: OutsideTicket): PutContent['head'] {
  const { pickup } = ticket;
  return {
    number: ticket.number,
    channel: ticket.channel,
    table: ticket.table || null,
    covers: ticket.covers ?? null,
    server: ticket.server || null,
    party: ticket.party ?? null,
    promisedAt: ticket.promisedAt ?? null,
    releaseAt: ticket.releaseAt ?? null,
    priority: ticket.priority || 'normal',
    vip: ticket.vip ?? false,
    occasion: ticket.occasion || null,
    notes: ticket.notes || null,
    pickup: pickup
      ? { kind: pickup.kind, code: pickup.code || null, arrivedAt: pickup.arrivedAt ?? null }
      : null,
    cutlery: ticket.cutlery ?? null,
  };
}

function customerOf(ticket: OutsideTicket, digest: Digest): PersonDraft | null {
  return draft(
    {
      name: ticket.customer?.name || null,
      phone: ticket.customer?.phone || null,
      courier: ticket.pickup?.courier || null,
      spot: ticket.pickup?.spot || null,
    },
    digest,
  );
}

function draft(known: Partial<PersonFields>, digest: Digest): PersonDraft | null {
  const nobody = { name: null, phone: null, email: null, notes: null, courier: null, spot: null };
  const fields: PersonFields = { ...nobody, ...known };
  const isAnybody = Object.values(fields).some((field) => field !== null);
  return isAnybody ? { digest: digest(canonicalJson(fields)), fields } : null;
}
