import type { TicketId } from '../../lib/ids.ts';
import type { PutContent } from '../model/put.ts';
import type { Ticket, TicketHead } from '../model/ticket.ts';
import type { Draft } from './draft.ts';
import { releaseAtOf } from './release.ts';

/** The ticket as it arrives: its head and its put's marks. Its food follows through the same path as every later put's. */
export function receivedRecord(
  draft: Draft,
  id: TicketId,
  day: Ticket['day'],
  content: PutContent,
  people: Pick<TicketHead, 'customer' | 'guests'>,
): Ticket {
  return {
    id,
    source: content.source,
    externalId: content.externalId,
    day,
    openedAt: content.openedAt,
    receivedAt: draft.now,
    receivedSeq: draft.nextSeq,
    revision: content.revision,
    digest: content.digest,
    head: { ...content.head, ...people, releaseAt: releaseAtOf(draft.ctx.config, content) },
    headChange: null,
    courses: [],
    items: [],
    allergies: [],
    saidAllergies: [],
    questions: [],
    possible: [],
    versions: {},
    receipts: {},
    versionAts: {},
    paper: {},
    rushAt: null,
    handoff: null,
    keyed: null,
    stationNotes: [],
    howLong: {},
    hands: null,
    readyAt: null,
    runAt: null,
    endedAt: null,
    isLeftFromYesterday: false,
  };
}
