import type { Role } from '../../domain/events/actor.ts';
import type { Event } from '../../domain/events/event.ts';
import {
  epochText,
  type HelloAnswer,
  type HelloRequest,
  PROTOCOL_VERSION,
  type SnapshotPage,
} from '../../protocol/screenMessages.ts';
import { personsOf, personsOfDoor, personsOfState } from '../persons.ts';
import { mayShow } from './mayShow.ts';
import { missedEvents } from './missedEvents.ts';
import type { SnapshotShelf } from './snapshotPages.ts';
import type { SyncSource } from './source.ts';

/** A snapshot that a screen has begun: its pages stay those of one state however long it takes. */
export interface OpenSnapshot {
  readonly id: string;
  readonly pages: readonly SnapshotPage[];
}

export interface HelloContext {
  readonly source: SyncSource;
  readonly shelf: SnapshotShelf;
  readonly roles: readonly Role[];
  readonly screenName: string;
  /** null: a page of the hub's own device. */
  readonly tokenId: string | null;
  readonly open: OpenSnapshot | null;
}

export interface HelloOutcome {
  readonly answer: HelloAnswer;
  readonly open: OpenSnapshot | null;
}

/** Reads only: where the screen stands, and what it needs to stand where the log does. */
export function answerHello(request: HelloRequest, ctx: HelloContext): HelloOutcome {
  const refusal = refusalOf(request, ctx);
  if (refusal) return { answer: refusal, open: null };
  const page = request.page;
  if (page !== null && ctx.open?.id === page.snapshot) return pageAnswer(ctx, ctx.open, page.index);
  const { cursor } = request;
  const isSameLog = cursor !== null && cursor.epoch === epochText(ctx.source.epoch);
  const events = isSameLog && page === null ? missedEvents(ctx.source, cursor.seq) : null;
  return events ? eventsAnswer(ctx, cursor?.seq ?? 0, events) : snapshotAnswer(ctx);
}

function refusalOf(request: HelloRequest, ctx: HelloContext): HelloAnswer | null {
  const { followed } = request;
  // Before anything is answered: a hub that was replaced stops with the first screen that knows.
  if (followed?.siteId === ctx.source.siteId) ctx.source.met?.(followed.epoch);
  const ours = ctx.source.refusal?.() ?? null;
  if (ours) return ours;
  const { build } = ctx.source;
  if (request.protocol !== PROTOCOL_VERSION || request.build !== build) {
    return { ok: false, code: 'build', message: 'this screen is of another build', build };
  }
  if (mayShow(ctx.roles, request.station)) return null;
  const { roles, station } = { ...ctx, ...request };
  return { ok: false, code: 'role', message: `a screen of ${roles.join(', ')} may not show ${station}` };
}

function eventsAnswer(ctx: HelloContext, after: number, events: Event[]): HelloOutcome {
  const state = ctx.source.state();
  const isCaughtUp = after + events.length === state.seq;
  // Names may have changed or been erased while it was away, and no event says so.
  const personal = isCaughtUp ? ctx.source.personal(personsOfState(state), viewerOf(ctx)) : {};
  return { answer: { ...common(ctx), personal, events, snapshot: null }, open: null };
}

function snapshotAnswer(ctx: HelloContext): HelloOutcome {
  const pages = ctx.shelf.pagesOf(ctx.source.state(), epochText(ctx.source.epoch));
  const id = pages[0]?.snapshot ?? '';
  return pageAnswer(ctx, { id, pages }, 0);
}

function pageAnswer(ctx: HelloContext, open: OpenSnapshot, index: number): HelloOutcome {
  const snapshot = open.pages[index];
  if (!snapshot) return snapshotAnswer(ctx);
  const persons = personsOf(snapshot.tickets, snapshot.parties);
  if (index === 0) for (const note of personsOfDoor(ctx.source.state().door)) persons.add(note);
  const personal = ctx.source.personal(persons, viewerOf(ctx));
  const config = index === 0 ? ctx.source.config() : null;
  const isLast = index === open.pages.length - 1;
  return {
    answer: { ...common(ctx), config, personal, events: null, snapshot },
    // Kept no longer than needed: it holds a whole state.
    open: isLast ? null : open,
  };
}

function common(ctx: HelloContext) {
  const { source } = ctx;
  return {
    ok: true as const,
    siteId: source.siteId,
    epoch: source.epoch,
    build: source.build,
    protocol: PROTOCOL_VERSION,
    now: source.now(),
    speed: source.speed ?? 1,
    seq: source.state().seq,
    ...(source.ageMs ? { ageMs: source.ageMs() } : {}),
    ...followable(ctx),
    roles: [...ctx.roles],
    screen: ctx.screenName,
    config: source.config(),
    pending: source.pending?.() ?? [],
  };
}

/** Only where there is somebody to follow. */
function followable({ source, tokenId }: HelloContext) {
  const hubs = source.hubs?.() ?? [];
  if (hubs.length === 0) return {};
  return {
    hubs: [...hubs],
    ...(tokenId !== null && source.follow ? { follow: source.follow(tokenId) } : {}),
  };
}

function viewerOf(ctx: HelloContext) {
  return { kind: 'screen' as const, roles: ctx.roles };
}
