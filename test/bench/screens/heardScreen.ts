import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { outsideKey, type State } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import type { Timers } from '../../../shared/sync/timers.ts';
import { SOURCE, ticketId } from '../benchTicket.ts';
import { bumpOf, STATION } from './bumpOf.ts';

/** As renderer/sync has it: one to three frames, drawn by chance. */
const RECEIPT_FIRST_MS = 16;
const RECEIPT_SPREAD_MS = 34;

const timers: Timers = {
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface ScreenOptions {
  readonly url: string;
  readonly token: string;
  readonly build: string;
  readonly name: string;
  /** Absent: the bench's one station. null: a screen of none, as a host's is. */
  readonly station?: StationId | null;
  /** False: it looks and presses, and the receipts are another screen's to give. */
  readonly givesReceipts?: boolean;
  /** Ticket n is in this screen's state. */
  readonly onTicket?: (n: number) => void;
  /** Bytes of each message to this screen as they were on the line, and what it was: `down`, `beat`. */
  readonly onBytes?: (bytes: number, message: string) => void;
}

/** A screen without glass. */
export interface HeardScreen {
  readonly client: SyncClient;
  /** The ticket as this screen has it; undefined: it does not have it. */
  readonly ticket: (n: number) => Ticket | undefined;
  /** Bumps all of ticket n that is fired. Throws unless the hub says it is done. */
  readonly bump: (n: number) => Promise<void>;
  /** How often it had to ask the hub again where it stands. */
  readonly resyncs: () => number;
  /** How often its connection went. */
  readonly cuts: () => number;
  readonly close: () => void;
}

/** Follows, and says of each ticket that it lists and paints it. Resolves when it is in step. */
export async function openHeardScreen(options: ScreenOptions): Promise<HeardScreen> {
  const { url, token, build, name, givesReceipts = true, onTicket, station = STATION } = options;
  const socket = io(`${url}/screen`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
    autoConnect: false,
  });
  const client = new SyncClient({
    socket: fromSocketIo({ socket, after: timers.after }),
    timers,
    newId: randomUUID,
    screen: name,
    station,
    outbox: new MemoryOutboxStore(),
    isVisible: () => givesReceipts,
    receiptDelayMs: RECEIPT_FIRST_MS + Math.random() * RECEIPT_SPREAD_MS,
    build,
    onProblem: (problem) => {
      throw problem;
    },
  });
  const ticket = (n: number) => ticketOf(client.confirmed(), n);
  let cuts = 0;
  socket.on('disconnect', () => {
    cuts += 1;
  });
  if (options.onBytes) countBytes(socket, options.onBytes);
  if (onTicket) reportEach(client, ticket, onTicket);
  await client.start();
  const inStep = new Promise<void>((resolve) => {
    const stop = client.subscribe(() => {
      if (client.status().phase !== 'live') return;
      stop();
      resolve();
    });
  });
  socket.connect();
  await inStep;
  const { session } = client.status();
  return {
    client,
    ticket,
    bump: (n) => bumped(client, ticket(n), n),
    resyncs: () => client.status().session - session,
    cuts: () => cuts,
    close: () => {
      client.end();
      socket.disconnect();
    },
  };
}

function ticketOf({ tickets, ticketIndex }: State, n: number): Ticket | undefined {
  const id = ticketIndex.get(outsideKey(SOURCE, ticketId(n)))?.at(-1);
  return id === undefined ? undefined : tickets.get(id);
}

/** Tickets come in the order of their numbers, because one connection puts them. */
function reportEach(client: SyncClient, ticket: HeardScreen['ticket'], onTicket: (n: number) => void): void {
  let next = 0;
  client.subscribe(() => {
    for (;;) {
      const come = ticket(next);
      if (come === undefined) return;
      onTicket(next);
      next += 1;
      const version = come.versions[STATION];
      if (version === undefined) continue;
      client.reportListed(come.id, version);
      client.reportPainted(come.id, version);
    }
  });
}

async function bumped(client: SyncClient, ticket: Ticket | undefined, n: number): Promise<void> {
  if (ticket === undefined) throw new Error(`${ticketId(n)} is not on this screen`);
  const settled = await client.press(bumpOf(ticket, client.confirmed().seq)).result;
  if (settled.state !== 'decided')
    throw new Error(`the bump of ${ticketId(n)} came back: ${JSON.stringify(settled)}`);
}

/** Of a WebSocket frame from a server: two bytes, more for longer messages (RFC 6455, 5.2). */
const frameHeader = (bytes: number) => (bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10);

function countBytes(socket: ReturnType<typeof io>, onBytes: NonNullable<ScreenOptions['onBytes']>): void {
  socket.on('connect', () => {
    socket.io.engine.on('packet', ({ data }: { readonly data?: unknown }) => {
      if (typeof data !== 'string') return;
      // One character of Engine.IO stands before it.
      const bytes = Buffer.byteLength(data) + 1;
      onBytes(bytes + frameHeader(bytes), /\["(\w+)"/u.exec(data)?.[1] ?? '');
    });
  });
}
