import type { FeedMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import type { HubPort } from '../../hub/port.ts';
import type { PosListener } from '../../sync/posListener.ts';
import { toldTo } from '../../sync/toldTo.ts';

/** Read in pieces, so that a listener a whole night behind does not keep others waiting. */
const BATCH = 128;

export interface FeedQuestion {
  readonly listener: PosListener;
  readonly after: number;
  /** Told before all others. */
  readonly first: FeedMessage | null;
  readonly limit: number;
  readonly waitMs: number;
  /** Called with what ends the waiting when nobody is there to hear the answer. */
  readonly onGone: (stop: () => void) => void;
}

/** `seq`: everything up to it is told, or not for this listener. */
export interface FeedPage {
  readonly seq: number;
  readonly messages: readonly FeedMessage[];
}

interface Waiter {
  readonly tokenId: string;
  readonly wake: () => void;
}

/** Answers questions about the feed, those that wait too. One listener on the hub wakes them all. */
export class FeedReader {
  private readonly hub: HubPort;
  private readonly waiting = new Set<Waiter>();
  private readonly stops: ReadonlyArray<() => void>;
  private readonly revoked = new Set<string>();
  private isClosed = false;

  constructor(hub: HubPort) {
    this.hub = hub;
    this.stops = [
      hub.onCommitted(() => this.wake(() => true)),
      hub.tokens.onRevoked((tokenId) => {
        this.revoked.add(tokenId);
        this.wake((waiter) => waiter.tokenId === tokenId);
      }),
    ];
  }

  /** Those who wait are answered with what there is. */
  close(): void {
    this.isClosed = true;
    for (const stop of this.stops) stop();
    this.wake(() => true);
  }

  async read(question: FeedQuestion): Promise<FeedPage | 'revoked'> {
    const { listener, first, waitMs, onGone } = question;
    const deadline = performance.now() + waitMs;
    let isGone = false;
    let page: FeedPage = { seq: question.after, messages: first ? [first] : [] };
    let wakeUp = () => {
      // Nothing waits yet.
    };
    onGone(() => {
      isGone = true;
      wakeUp();
    });
    while (!this.isClosed) {
      page = await this.further(page, question);
      if (this.revoked.has(listener.tokenId)) return 'revoked';
      const left = deadline - performance.now();
      if (page.messages.length > 0 || left <= 0 || isGone) return page;
      // The last look and this lie in one turn of the event loop: nothing is committed between them.
      await this.nextCommit(listener.tokenId, left, (wake) => {
        wakeUp = wake;
      });
    }
    return page;
  }

  private async further(page: FeedPage, { listener, limit }: FeedQuestion): Promise<FeedPage> {
    const messages = [...page.messages];
    let { seq } = page;
    while (messages.length < limit && seq < this.hub.state().seq) {
      const events = this.hub.eventsAfter(seq, BATCH);
      if (events.length === 0) break;
      for (const event of events) {
        if (messages.length >= limit) break;
        const message = toldTo(this.hub, listener, event);
        if (message !== null) messages.push(message);
        seq = event.seq;
      }
      if (events.length === BATCH) await new Promise(setImmediate);
    }
    return { seq, messages };
  }

  private nextCommit(tokenId: string, ms: number, expose: (wake: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
        resolve();
      };
      const waiter = { tokenId, wake };
      const timer = setTimeout(wake, ms);
      this.waiting.add(waiter);
      expose(wake);
    });
  }

  /** Called inside the hub's telling: it only resolves promises, which are looked at later. */
  private wake(who: (waiter: Waiter) => boolean): void {
    for (const waiter of [...this.waiting]) if (who(waiter)) waiter.wake();
  }
}
