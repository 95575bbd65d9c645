import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { type PaperLine, paperLines } from '../../../shared/domain/selectors/paperLines.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import { realTimers } from '../screenService.ts';
import { until } from '../wait.ts';

const PRESS_WITHIN_MS = 10_000;

/** A person at expo, who reads what the screen says of paper and answers it. */
export class Asker {
  private readonly socket: Socket;
  private readonly client: SyncClient;

  constructor(url: string, token: string) {
    this.socket = io(`${url}/screen`, { auth: { token }, transports: ['websocket'], forceNew: true });
    this.client = new SyncClient({
      socket: fromSocketIo({ socket: this.socket, after: realTimers.after }),
      timers: realTimers,
      newId: randomUUID,
      screen: 'expo',
      station: null,
      build: BUILD,
      outbox: new MemoryOutboxStore(),
    });
    void this.client.start();
  }

  async live(withinMs = PRESS_WITHIN_MS): Promise<void> {
    await until('expo is live', () => this.client.status().phase === 'live', withinMs);
  }

  chits(): Chit[] {
    return Object.values(this.client.confirmed().chits);
  }

  tickets(): Ticket[] {
    return [...this.client.confirmed().tickets.values()];
  }

  /** No chit waits or is under way, and none will come by itself. */
  isPrintedOut(): boolean {
    const isMoving = this.chits().some(({ state }) => state === 'queued' || state === 'sending');
    return !isMoving && this.lines().every(({ kind }) => kind !== 'unseen');
  }

  /** The lines expo shows about paper, gravest first. */
  lines(speed = 1): PaperLine[] {
    const document = this.client.config();
    if (document === null) throw new Error('no configuration yet');
    return paperLines(this.client.confirmed(), document.config, this.client.now(), speed);
  }

  /** Resolves when the hub has decided it. */
  async press(command: ScreenCommand): Promise<void> {
    const settled = await this.client.press(command).result;
    if (settled.state !== 'decided') throw new Error(`${command.type}: ${JSON.stringify(settled)}`);
  }

  close(): void {
    this.client.end();
    this.socket.disconnect();
  }
}
