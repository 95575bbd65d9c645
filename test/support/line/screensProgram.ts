// Screens without glass, all of one device: the product's own client on the product's own reconnection.
import { createHash, randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { type State, stateToDocument } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import { makePatient, RECONNECTION } from '../../../shared/sync/reconnection.ts';
import { monotonicMs } from '../../bench/monotonic.ts';
import { realTimers } from '../screenService.ts';
import { answerAsked } from './askedProcess.ts';
import { type Press, ScreensSetup, type Stand } from './messages.ts';

const At = z.object({ screen: z.number().int() });
const Bump = At.extend({ ticket: z.string() });
const UpTo = At.extend({ seq: z.number() });

class BareScreen {
  readonly presses: Press[] = [];
  readonly arrivals = new Map<string, number>();
  readonly client: SyncClient;
  private readonly socket: Socket;
  private readonly station: StationId;
  /** Every rise of the log number while the link is live, with its time. */
  private readonly reached: Array<{ readonly seq: number; readonly at: number }> = [];

  constructor({ url, token, build, station, name }: ScreensSetup, n: number) {
    this.station = StationId.parse(station);
    this.socket = io(`${url}/screen`, {
      auth: token === null ? {} : { token },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      forceNew: true,
      ...RECONNECTION,
    });
    makePatient(this.socket.io);
    this.client = new SyncClient({
      socket: fromSocketIo({ socket: this.socket, after: realTimers.after }),
      timers: realTimers,
      newId: randomUUID,
      screen: `${name} ${n}`,
      station: this.station,
      build,
      outbox: new MemoryOutboxStore(),
      isVisible: () => n === 0,
      onProblem: (problem) => {
        throw problem;
      },
    });
    this.client.subscribe(() => this.note());
    void this.client.start();
  }

  digest(): string {
    return digestOf(this.client.confirmed());
  }

  /** Without the digest, which costs a moment that a beat may wait for. */
  stand(): Stand {
    const { client } = this;
    return {
      phase: client.status().phase,
      link: client.link().state,
      seq: client.confirmed().seq,
      session: client.status().session,
      now: client.now(),
      waiting: client.pendingCount(),
    };
  }

  /** Tickets with work for this station, by the POS's ids. */
  open(): string[] {
    return this.openTickets().map(({ externalId }) => externalId);
  }

  bump(externalId: string): string | null {
    const ticket = this.openTickets().find((one) => one.externalId === externalId);
    if (!ticket) return null;
    const { commandId, result } = this.client.press({
      type: 'ticket.bump',
      ticket: ticket.id,
      station: this.station,
      portions: this.portions(ticket),
      voids: [],
      changes: [],
      seen: this.client.view().seq,
    });
    const press: Press = { ticket: externalId, commandId, settled: null };
    this.presses.push(press);
    void result.then((settled) => {
      press.settled = settled;
    });
    return commandId;
  }

  caughtUp(seq: number): number | null {
    return this.reached.find((one) => one.seq >= seq)?.at ?? null;
  }

  /** Forgets what was reached before: the next `caughtUp` tells of what comes. */
  forget(): void {
    this.reached.length = 0;
  }

  private note(): void {
    const { client } = this;
    const at = monotonicMs();
    for (const { externalId } of client.confirmed().tickets.values())
      if (!this.arrivals.has(externalId)) this.arrivals.set(externalId, at);
    const { seq } = client.confirmed();
    if (client.status().phase !== 'live' || client.link().state !== 'live') return;
    if (seq !== this.reached.at(-1)?.seq) this.reached.push({ seq, at });
  }

  private openTickets(): Ticket[] {
    return [...this.client.view().tickets.values()].filter((one) => this.portions(one).length > 0);
  }

  private portions(ticket: Ticket) {
    return ticket.items.flatMap((item) =>
      item.batches
        .filter((batch) => batch.firedAt !== null && batch.bumped < batch.quantity)
        .map((batch) => ({ item: item.id, batch: batch.n, quantity: batch.quantity })),
    );
  }
}

const digests = new WeakMap<State, string>();

function digestOf(state: State): string {
  const known = digests.get(state);
  if (known !== undefined) return known;
  const text = canonicalJson(stateToDocument(state));
  const digest = createHash('sha256').update(text).digest('hex');
  digests.set(state, digest);
  return digest;
}

answerAsked(ScreensSetup, (setup) => {
  const screens = Array.from({ length: setup.count }, (_, n) => new BareScreen(setup, n));
  const at = (n: number) => {
    const screen = screens[n];
    if (!screen) throw new Error(`there is no screen ${n}`);
    return screen;
  };
  return {
    looks: () => {
      // All of them first: a digest takes a moment in which no beat is heard.
      const stands = screens.map((screen) => screen.stand());
      return stands.map((stand, n) => ({ ...stand, digest: at(n).digest() }));
    },
    stands: () => screens.map((screen) => screen.stand()),
    bump: (value) => {
      const { screen, ticket } = Bump.parse(value);
      return at(screen).bump(ticket);
    },
    open: (value) => at(At.parse(value).screen).open(),
    presses: () => screens.flatMap(({ presses }) => presses),
    forget: () => screens.map((screen) => screen.forget()),
    caughtUp: (value) => {
      const { screen, seq } = UpTo.parse(value);
      return at(screen).caughtUp(seq);
    },
    arrivals: (value) => Object.fromEntries(at(At.parse(value).screen).arrivals),
  };
});
