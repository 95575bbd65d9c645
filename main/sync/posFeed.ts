import type { Socket } from 'socket.io';
import type { FeedMessage } from '../../shared/protocol/outside/feedMessage.ts';
import type { HubPort } from '../hub/port.ts';
import type { PosListener } from './posListener.ts';
import { isCongested, untilDrained } from './socketPressure.ts';
import { toldTo } from './toldTo.ts';

/** Read in pieces, so that a listener a whole night behind neither fills memory nor keeps others waiting. */
const BATCH = 128;

/**
 * One connection's feed. It reads the log from its own position, live events included, so there is neither a gap nor a repetition between
 * catching up and following. It sends as fast as the socket drains and never waits for `feed.ack`.
 */
export class PosFeed {
  private readonly socket: Socket;
  private readonly hub: HubPort;
  private readonly listener: PosListener;
  private readonly stopListening: () => void;
  /** Rises with every resume; a pump of an older one ends. */
  private generation = 0;
  private position = 0;
  private isPumping = false;
  private isOpen = false;

  constructor(socket: Socket, hub: HubPort, listener: PosListener) {
    this.socket = socket;
    this.hub = hub;
    this.listener = listener;
    this.stopListening = hub.onCommitted(() => this.follow());
  }

  /** Nothing more is sent until `start`. */
  pause(): void {
    this.isOpen = false;
    this.generation += 1;
  }

  /** Sends what follows `after`; `restarted` comes first, for a listener whose position is of another log. */
  start(after: number, restarted: FeedMessage | null): void {
    this.pause();
    this.isOpen = true;
    this.position = after;
    if (restarted !== null) this.socket.emit('feed', restarted);
    this.isPumping = false;
    this.follow();
  }

  close(): void {
    this.pause();
    this.stopListening();
  }

  private follow(): void {
    if (!this.isOpen || this.isPumping) return;
    this.isPumping = true;
    const { generation } = this;
    this.pump(generation).then(
      () => this.pumped(generation),
      (error: unknown) => {
        this.listener.log.error(
          { err: error },
          'the feed of a connection failed; it is closed to come again',
        );
        this.socket.disconnect(true);
      },
    );
  }

  private pumped(generation: number): void {
    if (generation !== this.generation) return;
    this.isPumping = false;
    // What was committed between the pump's last look and now.
    if (this.position < this.hub.state().seq) this.follow();
  }

  private async pump(generation: number): Promise<void> {
    while (generation === this.generation && this.position < this.hub.state().seq) {
      if (isCongested(this.socket)) {
        await untilDrained(this.socket);
        continue;
      }
      const events = this.hub.eventsAfter(this.position, BATCH);
      if (events.length === 0) return;
      for (const event of events) {
        const message = toldTo(this.hub, this.listener, event);
        if (message !== null) this.socket.emit('feed', message);
        this.position = event.seq;
      }
      if (events.length === BATCH) await new Promise(setImmediate);
    }
  }
}
