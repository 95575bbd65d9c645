import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import type { Settled } from '../../../shared/protocol/screenMessages.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import { realTimers } from '../../support/screenService.ts';
import type { Sends } from './sends.ts';

const PAUSE_MS = 220;
const RECALL = 9;

export interface Press {
  readonly id: string;
  /** null: no answer yet. */
  settled: Settled | null;
}

export interface HandsOptions {
  readonly url: string;
  /** null: a window of the station, on its own device. */
  readonly token: string | null;
  readonly build: string;
  readonly station: StationId;
  readonly name: string;
  readonly below: (bound: number) => number;
  readonly sends: Sends;
}

/** A cook at a screen without glass: lists what comes, bumps, and now and then takes it back. */
export class CookHands {
  readonly presses: Press[] = [];
  readonly problems: string[] = [];
  readonly client: SyncClient;
  readonly name: string;
  private readonly socket: Socket;
  private readonly station: StationId;
  private readonly below: (bound: number) => number;
  private readonly sends: Sends;
  private isOpen = true;

  constructor({ url, token, build, station, name, below, sends }: HandsOptions) {
    this.name = name;
    this.station = station;
    this.below = below;
    this.sends = sends;
    this.socket = io(`${url}/screen`, {
      auth: token === null ? {} : { token },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 30,
      reconnectionDelayMax: 120,
    });
    this.client = new SyncClient({
      socket: fromSocketIo({ socket: this.socket, after: realTimers.after }),
      timers: realTimers,
      newId: randomUUID,
      screen: name,
      station,
      build,
      outbox: new MemoryOutboxStore(),
      onProblem: (problem) => this.problems.push(`${name}: ${String(problem)}`),
    });
    this.client.onReload((reason) => this.problems.push(`${name} was told to load anew: ${reason}`));
    void this.client.start();
  }

  /** Cooks until `close`. */
  async run(): Promise<void> {
    while (this.isOpen) {
      await sleep(this.below(PAUSE_MS));
      const { tickets } = this.client.view();
      for (const { id, versions } of tickets.values()) {
        const version = versions[this.station];
        if (version !== undefined) this.client.reportListed(id, version);
      }
      if (this.isOpen) this.press([...tickets.values()]);
    }
  }

  stopPressing(): void {
    this.isOpen = false;
  }

  /** What keeps this screen from being done, where the log ends at `seq`. */
  unsettled(seq: number): string[] {
    const unanswered = this.presses.filter(({ settled }) => settled === null).length;
    const [link, pending] = [this.client.link().state, this.client.pendingCount()];
    const at = this.client.confirmed().seq;
    if (link === 'live' && pending + unanswered === 0 && at === seq) return [];
    return [`${this.name}: ${link}, ${pending} pending, ${unanswered} unanswered, at ${at} of ${seq}`];
  }

  /** What it sees and has done, in words. */
  account(): string {
    const [{ state }, { seq, tickets }] = [this.client.link(), this.client.view()];
    const able = (isRecall: boolean) =>
      [...tickets.values()].filter((one) => this.portionsOf(one, isRecall).length > 0).length;
    const unanswered = this.presses.filter(({ settled }) => settled === null).length;
    return `${this.name}: ${state} at ${seq}, ${tickets.size} tickets, ${able(false)} to bump, ${able(true)} bumped, ${this.presses.length} presses, ${unanswered} unanswered, ${JSON.stringify(this.client.status())}`;
  }

  close(): void {
    this.client.end();
    this.socket.disconnect();
  }

  private press(tickets: readonly Ticket[]): void {
    const { seq } = this.client.view();
    const isRecall = this.below(RECALL) === 0;
    const able = tickets.filter((one) => this.portionsOf(one, isRecall).length > 0);
    // The newest are worked on by everybody at once.
    const ticket = able.at(-1 - this.below(Math.min(able.length, 8)));
    if (!ticket) return;
    const portions = this.portionsOf(ticket, isRecall);
    const common = { ticket: ticket.id, station: this.station, seen: seq };
    const { commandId, result } = isRecall
      ? this.client.press({ type: 'item.recall', ...common, portions: portions.slice(0, 1), undo: false })
      : this.client.press({ type: 'ticket.bump', ...common, portions, voids: voidsOf(ticket), changes: [] });
    this.sends.tell();
    const press: Press = { id: commandId, settled: null };
    this.presses.push(press);
    void result.then((settled) => {
      press.settled = settled;
    });
  }

  private portionsOf(ticket: Ticket, isRecall: boolean) {
    return ticket.items.flatMap((item) =>
      item.batches
        .filter(({ firedAt, void: gone, parts, quantity }) => {
          const ready = parts.find(({ station }) => station === this.station)?.ready;
          if (firedAt === null || gone !== null || ready === undefined) return false;
          return isRecall ? ready > 0 : ready < quantity;
        })
        .map(({ n, quantity }) => ({ item: item.id, batch: n, quantity: isRecall ? 0 : quantity })),
    );
  }
}

function voidsOf(ticket: Ticket) {
  return ticket.items.flatMap((item) =>
    item.batches.filter((batch) => batch.void !== null).map(({ n }) => ({ item: item.id, batch: n })),
  );
}
