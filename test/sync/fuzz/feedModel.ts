import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { FeedMessage } from '../../support/pos.ts';
import type { SocketPair } from '../../support/socketPair.ts';

/**
 * A program that lives on the feed: by the token's cursor, which it moves now and then, or by its own memory of number and epoch. By its
 * own it hears each message once; by the cursor again at most what it has not acknowledged, under the same id.
 */
export class FeedModel {
  /** By id, without the epoch it was delivered in. */
  readonly messages = new Map<string, string>();
  readonly surprises: string[] = [];
  private readonly line: SocketPair;
  private readonly place: 'cursor' | 'own';
  private readonly onRestarted: () => void;
  private lastSeq = 0;
  private lastHere = -1;
  private epoch: string | null = null;

  constructor(line: SocketPair, place: 'cursor' | 'own', onRestarted: () => void) {
    this.line = line;
    this.place = place;
    this.onRestarted = onRestarted;
    line.client.on('feed', (raw) => this.heard(FeedMessage.parse(raw)));
    line.client.onLink((isConnected) => {
      if (isConnected) this.resume();
    });
  }

  acknowledge(): void {
    if (this.place === 'cursor' && this.line.isConnected)
      this.line.client.send('feed.ack', { seq: Math.max(0, this.lastHere) });
  }

  private resume(): void {
    this.lastHere = -1;
    const own = { after: this.lastSeq, ...(this.epoch === null ? {} : { epoch: this.epoch }) };
    this.line.client.send('feed.resume', this.place === 'own' ? own : {}, (answer) => {
      if (Reflect.get(Object(answer), 'ok') !== true)
        this.surprises.push(`resume: ${JSON.stringify(answer)}`);
    });
  }

  private heard(message: FeedMessage): void {
    const { epoch, ...fact } = message;
    const { id, seq, type } = fact;
    if (type === 'feed.restarted') {
      // From here on numbers mean other events.
      this.lastSeq = Math.min(this.lastSeq, seq - 1);
      this.onRestarted();
    }
    if (seq <= this.lastHere) this.surprises.push(`${id} after ${this.lastHere} on one connection`);
    const before = this.messages.get(id);
    const text = canonicalJson(fact);
    if (before !== undefined && before !== text) this.surprises.push(`${id} is another fact`);
    if (before !== undefined && this.place === 'own' && type !== 'feed.restarted')
      this.surprises.push(`${id} again to who asked for what follows`);
    if (before === undefined && seq <= this.lastSeq)
      this.surprises.push(`${id} late: ${this.lastSeq} was heard`);
    this.messages.set(id, text);
    this.lastHere = seq;
    this.lastSeq = Math.max(this.lastSeq, seq);
    this.epoch = epoch;
  }
}
