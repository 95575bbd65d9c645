import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { outsideKey } from '../../../shared/domain/model/state.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import type { Timers } from '../../../shared/sync/timers.ts';
import { SOURCE, ticketId } from '../benchTicket.ts';

/** The one station of a house that nobody has set up. */
const STATION = 'kitchen' as StationId;
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
  /** Ticket n is in this screen's state. */
  readonly onTicket: (n: number) => void;
}

/** A screen without glass: follows, and says of each ticket that it lists and paints it. Resolves when it is in step. */
export async function openHeardScreen({ url, token, build, name, onTicket }: ScreenOptions): Promise<void> {
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
    station: STATION,
    outbox: new MemoryOutboxStore(),
    receiptDelayMs: RECEIPT_FIRST_MS + Math.random() * RECEIPT_SPREAD_MS,
    build,
    onProblem: (problem) => {
      throw problem;
    },
  });
  let next = 0;
  client.subscribe(() => {
    const { tickets, ticketIndex } = client.view();
    for (;;) {
      const id = ticketIndex.get(outsideKey(SOURCE, ticketId(next)))?.at(-1);
      const ticket = id === undefined ? undefined : tickets.get(id);
      if (ticket === undefined) return;
      onTicket(next);
      next += 1;
      const version = ticket.versions[STATION];
      if (version === undefined) continue;
      client.reportListed(ticket.id, version);
      client.reportPainted(ticket.id, version);
    }
  });
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
}
