import { canonicalJson } from '../../lib/canonicalJson.ts';
import type { StationId } from '../../lib/ids.ts';
import { stationsOfItems } from '../model/progress.ts';
import type { PutContent } from '../model/put.ts';
import { HEADER_FIELDS, type Ticket, type TicketHead } from '../model/ticket.ts';
import { isUnderOldTitle } from '../model/toldFood.ts';
import type { Draft } from './draft.ts';
import { peopleOf } from './people.ts';
import type { PutPlan } from './putPlan.ts';
import { releaseAtOf } from './release.ts';

/** One event for what a put changed; a put that asks for nothing only moves the revision on. */
export function emitChange(draft: Draft, before: Ticket, content: PutContent, plan: PutPlan): void {
  const head = newHead(draft, before, content);
  const isFood = [plan.added, plan.changed, plan.voided, plan.moved].some((list) => list.length > 0);
  const common = {
    ticket: before.id,
    revision: content.revision,
    digest: content.digest,
    items: plan.items,
    courses: plan.courses,
    saidAllergies: content.allergies,
  };
  if (head === null && !isFood) {
    draft.emit({ type: 'ticket.revised', ...common });
    return;
  }
  const { added, changed, voided, moved } = plan;
  const onGlass = plan.items.filter((item) => item.change?.seq === draft.nextSeq);
  draft.emit({
    type: 'ticket.changed',
    ...common,
    head,
    headWas: head === null ? null : headWas(before.head, head),
    added,
    changed,
    voided,
    moved,
    stations: [...new Set([...stationsOfItems(onGlass), ...stationsToRetitle(before, head)])],
  });
}

/** C14: the cook's slip has this food under another table. */
function stationsToRetitle(before: Ticket, head: TicketHead | null): StationId[] {
  if (head === null) return [];
  const after = { ...before, head };
  return (Object.keys(before.paper) as StationId[]).filter((station) => isUnderOldTitle(after, station));
}

function newHead(draft: Draft, before: Ticket, content: PutContent): TicketHead | null {
  // A void says nothing of people; they stay as they are.
  const isVoidOnly = content.customer === null && content.guests.length === 0 && isEverythingVoid(content);
  const people = isVoidOnly
    ? { customer: before.head.customer, guests: before.head.guests }
    : peopleOf(draft, before, content);
  const head = { ...content.head, ...people, releaseAt: releaseAtOf(draft.ctx.config, content) };
  return canonicalJson(head) === canonicalJson(before.head) ? null : head;
}

function isEverythingVoid(content: PutContent): boolean {
  return content.items.every((item) => item.state === 'void');
}

function headWas(before: TicketHead, head: TicketHead): Partial<TicketHead> {
  const fields = [...HEADER_FIELDS, 'customer'] as const;
  const changed = fields.filter((field) => canonicalJson(before[field]) !== canonicalJson(head[field]));
  return Object.fromEntries(changed.map((field) => [field, before[field]]));
}
