import type { SocketLike } from '../../shared/sync/socketLike.ts';

type Side = 'up' | 'down';

interface Message {
  readonly name: string;
  readonly json: string;
  /** Runs at the receiver's side. */
  readonly deliver: () => void;
}

/**
 * Two ends of a line whose directions the test delivers message by message. As with Socket.IO, messages come in order and at most once,
 * and what was under way when the line is cut is gone, answers included.
 */
export class SocketPair {
  readonly client: SocketLike;
  /** Called with the server's end of each new connection. */
  private readonly onServer: (socket: PairServerSocket) => void;
  private readonly clientHandlers = new Map<string, (payload: unknown) => void>();
  private readonly clientLinks: Array<(isConnected: boolean) => void> = [];
  private readonly queues: Record<Side, Message[]> = { up: [], down: [] };
  private server: PairServerSocket | null = null;
  /** Sizes of everything that went down, for claims about bytes. */
  readonly bytesDown: number[] = [];
  readonly sentUp: string[] = [];

  constructor(onServer: (socket: PairServerSocket) => void) {
    this.onServer = onServer;
    const pair = this;
    this.client = {
      get isConnected() {
        return pair.server !== null;
      },
      send: (name, payload, onAnswer) => this.push('up', name, payload, onAnswer),
      on: (name, handler) => {
        this.clientHandlers.set(name, (payload) => handler(payload, () => undefined));
      },
      onLink: (handler) => {
        this.clientLinks.push(handler);
      },
      cut: () => this.cut(),
    };
  }

  get isConnected(): boolean {
    return this.server !== null;
  }

  waiting(side: Side): readonly string[] {
    return this.queues[side].map(({ name }) => name);
  }

  connect(): void {
    if (this.server) return;
    this.server = new PairServerSocket(this);
    this.onServer(this.server);
    for (const told of this.clientLinks) told(true);
  }

  cut(): void {
    const { server } = this;
    if (!server) return;
    this.server = null;
    this.queues.up = [];
    this.queues.down = [];
    server.closed();
    for (const told of this.clientLinks) told(false);
  }

  /** Delivers up to `count` messages of one direction; answers how many there were. */
  deliver(side: Side, count = Number.POSITIVE_INFINITY): number {
    let delivered = 0;
    while (delivered < count) {
      const message = this.queues[side].shift();
      if (!message) break;
      message.deliver();
      delivered += 1;
    }
    return delivered;
  }

  /** Delivers the oldest message and leaves it in the queue: it will come a second time. */
  duplicate(side: Side): void {
    this.queues[side][0]?.deliver();
  }

  /** Loses the oldest message. Socket.IO does this only when a connection ends; a client must survive it anyway. */
  drop(side: Side): void {
    this.queues[side].shift();
  }

  /** The oldest two change places. As with `drop`: a client must survive it. */
  swap(side: Side): void {
    const [first, second, ...rest] = this.queues[side];
    if (first && second) this.queues[side] = [second, first, ...rest];
  }

  push(side: Side, name: string, payload: unknown, onAnswer?: (answer: unknown) => void): void {
    if (!this.server) throw new Error(`${name} sent while disconnected`);
    this.pushJson(side, name, JSON.stringify(payload), onAnswer);
  }

  pushJson(side: Side, name: string, json: string, onAnswer?: (answer: unknown) => void): void {
    const { server } = this;
    if (side === 'down') this.bytesDown.push(Buffer.byteLength(json));
    else this.sentUp.push(name);
    const deliver = (): void => {
      const payload: unknown = JSON.parse(json);
      if (side === 'down') this.clientHandlers.get(name)?.(payload);
      else server?.handle(name, payload, (answer) => this.answer(server, name, answer, onAnswer));
    };
    this.queues[side].push({ name, json, deliver });
  }

  private answer(
    server: PairServerSocket,
    name: string,
    answer: unknown,
    onAnswer?: (answer: unknown) => void,
  ): void {
    if (this.server !== server || !onAnswer) return;
    const json = JSON.stringify(answer);
    this.bytesDown.push(Buffer.byteLength(json));
    this.queues.down.push({ name: `${name}:answer`, json, deliver: () => onAnswer(JSON.parse(json)) });
  }
}

/** The server's end of one connection. */
export class PairServerSocket implements SocketLike {
  private readonly pair: SocketPair;
  private readonly handlers = new Map<string, (payload: unknown, answer: (value: unknown) => void) => void>();
  private readonly links: Array<(isConnected: boolean) => void> = [];
  readonly rooms = new Set<string>();
  isConnected = true;

  constructor(pair: SocketPair) {
    this.pair = pair;
  }

  send(name: string, payload: unknown): void {
    this.pair.push('down', name, payload);
  }

  sendJson(name: string, json: string): void {
    this.pair.pushJson('down', name, json);
  }

  on(name: string, handler: (payload: unknown, answer: (value: unknown) => void) => void): void {
    this.handlers.set(name, handler);
  }

  onLink(handler: (isConnected: boolean) => void): void {
    this.links.push(handler);
  }

  cut(): void {
    this.pair.cut();
  }

  handle(name: string, payload: unknown, answer: (value: unknown) => void): void {
    this.handlers.get(name)?.(payload, answer);
  }

  closed(): void {
    this.isConnected = false;
    for (const told of this.links) told(false);
  }
}
