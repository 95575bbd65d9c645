import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { AccountMessage, NightAccount } from '../../shared/demo/account.ts';
import type { Outgoing } from '../../shared/demo/pos/outgoing.ts';
import type { OutsideAnswer } from '../../shared/protocol/outside/answer.ts';
import type { FeedMessage } from '../../shared/protocol/outside/feedMessage.ts';

const ANSWER_MS = 4_000;
const RECONNECT_FIRST_MS = 150;
const RECONNECT_MOST_MS = 1_000;
/** How long an answer is believed lost before the till asks again. */
const LOST_MS = 250;
const DROPPED_MS = 700;
const ACK_EVERY_MS = 500;
/** The hub is not ready for it (starting, busy): asked again after this. */
const NOT_NOW_MS = 300;
const NOT_NOW = ['busy', 'unavailable'];

export interface PosLineOptions {
  readonly url: string;
  readonly token: string;
  readonly account: NightAccount;
  readonly onFeed: (message: FeedMessage) => void;
  readonly onAnswer: (message: Outgoing, answer: OutsideAnswer) => void;
  readonly onConnect: () => void;
}

/** The till's network: one message after the other until each is answered, and the feed from where it was. Writes the account. */
export class PosLine {
  private readonly options: PosLineOptions;
  private readonly socket: Socket;
  private readonly queue: Outgoing[] = [];
  private readonly known = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private seq = 0;
  private acked = 0;
  private epoch: string | null = null;
  private isSending = false;
  private heardAt = performance.now();

  constructor(options: PosLineOptions) {
    this.options = options;
    this.socket = io(`${options.url}/pos`, {
      auth: { token: options.token },
      reconnectionDelay: RECONNECT_FIRST_MS,
      reconnectionDelayMax: RECONNECT_MOST_MS,
    });
    this.socket.on('connect', () => this.resume());
    this.socket.on('feed', (message: FeedMessage) => this.heard(message));
    this.timer = setInterval(() => this.acknowledge(), ACK_EVERY_MS);
  }

  send(messages: readonly Outgoing[]): void {
    this.queue.push(...messages);
    if (this.isSending || this.queue.length === 0) return;
    this.isSending = true;
    void this.drain();
  }

  isIdle(): boolean {
    return !this.isSending && this.queue.length === 0;
  }

  /** Real ms since the feed last said something. */
  quietMs(): number {
    return performance.now() - this.heardAt;
  }

  /** The network goes for a moment. */
  drop(): void {
    this.socket.disconnect();
    setTimeout(() => this.socket.connect(), DROPPED_MS);
  }

  close(): void {
    clearInterval(this.timer);
    this.acknowledge();
    this.socket.disconnect();
  }

  private resume(): void {
    this.options.onConnect();
    const epoch = this.epoch === null ? {} : { epoch: this.epoch };
    this.socket.emit('feed.resume', { after: this.seq, ...epoch }, (answer: OutsideAnswer) => {
      if (!answer.ok) throw new Error(`the feed cannot be resumed: ${answer.error.message}`);
    });
  }

  private heard(message: FeedMessage): void {
    this.heardAt = performance.now();
    this.epoch = message.epoch;
    this.seq = Math.max(this.seq, message.seq);
    if (this.known.has(message.id)) return;
    this.known.add(message.id);
    this.options.account.feed.push({ ...message });
    this.options.onFeed(message);
  }

  private acknowledge(): void {
    if (!this.socket.connected || this.seq === this.acked) return;
    const seq = this.seq;
    this.socket.emit('feed.ack', { seq }, () => {
      this.acked = seq;
    });
  }

  private async drain(): Promise<void> {
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift())
      await this.deliver(next);
    this.isSending = false;
  }

  /** Until it is answered; again, word for word, where the answer stayed out. */
  private async deliver(message: Outgoing): Promise<void> {
    const { n, event, argument, quirk } = message;
    const noted: AccountMessage = { n, event, argument: { ...argument }, quirk, tries: 0, answers: [] };
    this.options.account.messages.push(noted);
    if (quirk === 'twice') await Promise.all([this.ask(message, noted), this.ask(message, noted)]);
    else await this.ask(message, noted);
    if (quirk === 'lost') {
      await sleep(LOST_MS);
      await this.ask(message, noted);
    }
  }

  private async ask(message: Outgoing, noted: AccountMessage): Promise<void> {
    for (;;) {
      await this.connected();
      noted.tries += 1;
      const answer = await this.once(message);
      const isNotNow = answer !== null && !answer.ok && NOT_NOW.includes(answer.error.code);
      if (answer !== null && !isNotNow) {
        noted.answers.push(answer);
        this.options.onAnswer(message, answer);
        return;
      }
      if (isNotNow) noted.tries -= 1;
      await sleep(NOT_NOW_MS);
    }
  }

  /** null: no answer came. */
  private async once({ event, argument }: Outgoing): Promise<OutsideAnswer | null> {
    try {
      const answer: OutsideAnswer = await this.socket.timeout(ANSWER_MS).emitWithAck(event, argument);
      return answer;
    } catch {
      // The line went down, or the hub did: the caller asks again.
      return null;
    }
  }

  private async connected(): Promise<void> {
    while (!this.socket.connected) await sleep(RECONNECT_FIRST_MS);
  }
}
