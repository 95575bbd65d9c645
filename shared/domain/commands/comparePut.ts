import type { TicketId } from '../../lib/ids.ts';
import { UNKNOWN_DIGEST } from '../model/put.ts';
import { type Draft, refuse, settledAs } from './draft.ts';
import type { Decision } from './outcome.ts';

/** How a put stands to the one before it. */
interface Put {
  readonly revision: number | null;
  readonly digest: string;
}

/** Rules P2 to P4, for tickets and parties: `newer`, or the answer that ends it here. */
export function comparePut(
  draft: Draft,
  known: Put,
  content: Put,
  about: TicketId | null,
): Decision | 'newer' {
  if (known.revision === null) {
    if (content.revision !== null || content.digest !== known.digest) return 'newer';
    return settledAs(draft, 'duplicate', about);
  }
  if (content.revision === null)
    return refuse('revision_required', 'It has had a revision; every put of it needs one.', 'revision');
  if (content.revision < known.revision) return settledAs(draft, 'stale', about);
  if (content.revision > known.revision || known.digest === UNKNOWN_DIGEST) return 'newer';
  if (content.digest === known.digest) return settledAs(draft, 'duplicate', about);
  return refuse('conflict', `Revision ${content.revision} was put before with other content.`, 'revision');
}
