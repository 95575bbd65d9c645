import type { Socket } from 'socket.io-client';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { FeedMessage } from '../../support/pos.ts';
import { posLine } from './posLine.ts';

const ACK_EVERY = 25;

/**
 * A program that lives on the feed. `cursor`: it acknowledges now and then and begins again where its token stands, so it may hear a
 * message twice, under the same id. `own`: it remembers the last number itself and must hear each message once.
 */
export class FeedReader {
  /** By id, in the order they first came. */
  readonly messages = new Map<string, FeedMessage>();
  readonly surprises: string[] = [];
  again = 0;
  resumed = 0;
  private readonly socket: Socket;
  private readonly place: 'cursor' | 'own';
  private lastSeq = 0;
  private lastHere = 0;
  private unacknowledged = 0;

  constructor(url: string, token: string, place: 'cursor' | 'own') {
    this.place = place;
    this.socket = posLine(url, token);
    this.socket.on('feed', (raw: unknown) => this.heard(FeedMessage.parse(raw)));
    this.socket.on('connect', () => this.resume());
  }

  get seq(): number {
    return this.lastSeq;
  }

  get isConnected(): boolean {
    return this.socket.connected;
  }

  close(): void {
    this.socket.disconnect();
  }

  private resume(): void {
    this.resumed += 1;
    this.lastHere = 0;
    this.socket.emit(
      'feed.resume',
      this.place === 'own' ? { after: this.lastSeq } : {},
      (answer: unknown) => {
        if (Reflect.get(Object(answer), 'ok') !== true)
          this.surprises.push(`feed.resume: ${JSON.stringify(answer)}`);
      },
    );
  }

  private heard(message: FeedMessage): void {
    const { id, seq } = message;
    if (seq <= this.lastHere) this.surprises.push(`${id} came after ${this.lastHere} on one connection`);
    this.lastHere = seq;
    const before = this.messages.get(id);
    if (before) {
      this.again += 1;
      if (canonicalJson(before) !== canonicalJson(message))
        this.surprises.push(`${id} came with another content`);
      if (this.place === 'own') this.surprises.push(`${id} came again to who asked for what follows`);
    } else {
      if (seq <= this.lastSeq) this.surprises.push(`${id} came late: ${this.lastSeq} was heard`);
      this.messages.set(id, message);
    }
    this.lastSeq = Math.max(this.lastSeq, seq);
    this.acknowledge();
  }

  private acknowledge(): void {
    this.unacknowledged += 1;
    if (this.place !== 'cursor' || this.unacknowledged < ACK_EVERY || !this.socket.connected) return;
    this.unacknowledged = 0;
    this.socket.emit('feed.ack', { seq: this.lastSeq });
  }
}
