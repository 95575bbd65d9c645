import type { Party } from '../../domain/model/party.ts';
import { type Check, type State, stateToDocument } from '../../domain/model/state.ts';
import type { Ticket } from '../../domain/model/ticket.ts';
import type { SnapshotPage } from '../../protocol/screenMessages.ts';
import { jsonBytes } from '../jsonSize.ts';

/**
 * What one message may weigh. A quarter of what a stalled screen may buffer before it is cut, so that a page never cuts a healthy one, and
 * about two seconds on the worst Wi-Fi a kitchen has.
 */
export const PAGE_BYTES = 256 * 1024;

interface Contents {
  readonly tickets: Ticket[];
  readonly checks: Record<string, Check>;
  readonly parties: Party[];
}

/** A state cut into pages of about `PAGE_BYTES`; a single ticket or party is never cut. All hold the records of one frozen state. */
export function snapshotPages(state: State, snapshot: string): SnapshotPage[] {
  const contents = cut(state);
  return contents.map((content, index) => ({
    snapshot,
    index,
    pages: contents.length,
    head: index === 0 ? headOf(state) : null,
    ...content,
  }));
}

function headOf(state: State): SnapshotPage['head'] {
  const { tickets: _, checks: __, parties: ___, ...head } = stateToDocument(state);
  return head;
}

function cut(state: State): Contents[] {
  let page: Contents = { tickets: [], checks: {}, parties: [] };
  let bytes = jsonBytes(headOf(state));
  const pages = [page];
  const turnFor = (weight: number): Contents => {
    if (bytes > 0 && bytes + weight > PAGE_BYTES) {
      page = { tickets: [], checks: {}, parties: [] };
      pages.push(page);
      bytes = 0;
    }
    bytes += weight;
    return page;
  };
  for (const ticket of state.tickets.values()) turnFor(jsonBytes(ticket)).tickets.push(ticket);
  for (const party of state.parties.values()) turnFor(jsonBytes(party)).parties.push(party);
  for (const [key, check] of state.checks.entries())
    turnFor(jsonBytes(check) + key.length).checks[key] = check;
  return pages;
}

/**
 * The pages of the state last asked for, shared by all connections: thirty screens that start together after a power cut cost one cutting,
 * not thirty.
 */
export class SnapshotShelf {
  private last: { readonly state: State; readonly pages: readonly SnapshotPage[] } | null = null;

  pagesOf(state: State, epoch: string): readonly SnapshotPage[] {
    if (this.last?.state === state) return this.last.pages;
    const pages = snapshotPages(state, `${epoch}/${state.seq}`);
    this.last = { state, pages };
    return pages;
  }
}
