import { connect, createServer, type Server, type Socket } from 'node:net';

/** One direction of a line. */
interface Way {
  delayMs: number;
  /** 0: as fast as it goes. */
  bytesPerSecond: number;
  isStalled: boolean;
}

/** How long a queue of bytes is looked at again: the grain of all delays and rates. */
const TICK_MS = 10;

const free = (): Way => ({ delayMs: 0, bytesPerSecond: 0, isStalled: false });

/**
 * A bad line between two programs, at the level of TCP: delay, a narrow pipe, a stall (nothing is read, so that the sender's own buffers
 * fill), connections that are accepted and lead nowhere, an end without a word (RST). What TCP hides this cannot show: a lost or reordered
 * packet looks here as it looks to a program, as a stall and a burst after it. Loss and reordering of whole messages is `SocketPair`'s.
 */
export class LineProxy {
  /** From the client to the hub. */
  readonly up = free();
  /** From the hub to the client. */
  readonly down = free();
  /** New connections are accepted and lead nowhere: a half-open port, as of a hub that hangs. */
  leadsNowhere = false;
  private readonly server: Server;
  private readonly lines = new Set<Socket>();

  private constructor(port: number, host: string) {
    this.server = createServer((client) => this.carry(client, port, host));
  }

  static async to(port: number, host = '127.0.0.1'): Promise<LineProxy> {
    const proxy = new LineProxy(port, host);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Every connection ends with RST, and what was under way with it. */
  reset(): void {
    for (const socket of this.lines) socket.resetAndDestroy();
  }

  heal(): void {
    Object.assign(this.up, free());
    Object.assign(this.down, free());
    this.leadsNowhere = false;
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(client: Socket, port: number, host: string): void {
    this.keep(client);
    if (this.leadsNowhere) return;
    const hub = connect(port, host);
    this.keep(hub);
    for (const [one, other] of [
      [client, hub],
      [hub, client],
    ] as const) {
      one.once('close', () => other.destroy());
    }
    pump(client, hub, this.up);
    pump(hub, client, this.down);
  }

  private keep(socket: Socket): void {
    this.lines.add(socket);
    // A reset is what this is for.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.lines.delete(socket));
    socket.setNoDelay(true);
  }
}

/** Bytes in their order, each when its time has come. */
function pump(from: Socket, to: Socket, way: Way): void {
  const queue: Array<{ readonly dueAt: number; bytes: Buffer }> = [];
  let lookedAt = performance.now();
  from.on('data', (bytes: Buffer) => queue.push({ dueAt: performance.now() + way.delayMs, bytes }));
  const timer = setInterval(() => {
    const now = performance.now();
    let room =
      way.bytesPerSecond === 0 ? Number.POSITIVE_INFINITY : (way.bytesPerSecond * (now - lookedAt)) / 1_000;
    lookedAt = now;
    // Not reading is what makes the sender feel it.
    const isFull = way.isStalled || to.writableNeedDrain || (way.bytesPerSecond > 0 && queue.length > 4);
    if (isFull) from.pause();
    else from.resume();
    if (way.isStalled) return;
    for (let first = queue[0]; first && first.dueAt <= now && room > 0; first = queue[0]) {
      const part = first.bytes.subarray(0, Math.ceil(Math.min(room, first.bytes.length)));
      to.write(part);
      room -= part.length;
      if (part.length === first.bytes.length) queue.shift();
      else first.bytes = first.bytes.subarray(part.length);
    }
  }, TICK_MS);
  from.once('close', () => clearInterval(timer));
}
