import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Firmware } from './Firmware.ts';
import { type Body, WELL } from './languages/body.ts';
import { epson } from './languages/epson.ts';
import { star } from './languages/star.ts';
import { type Cut, PaperRoll } from './paper/PaperRoll.ts';
import { paperText } from './paper/paperText.ts';

const MODELS = { epson, star };
/** Font A is 12 dots wide: 48 columns on 80 mm, 32 on 58 mm. */
const WIDTHS = { 80: 576, 58: 384 } as const;
/** A TM-T88's receive buffer. */
const BUFFER_BYTES = 4096;
const KEPT_CHITS = 500;

export interface PrinterWish {
  readonly model: keyof typeof MODELS;
  readonly width: keyof typeof WIDTHS;
  readonly host?: string;
  readonly port?: number;
  readonly bufferBytes?: number;
}

/** How it breaks, once so many more bytes of any connection came in. */
export interface Death {
  readonly afterBytes: number;
  /**
   * `close` and `reset`: without power, so nobody listens; `hang`: the network still answers, nothing else does; `line`: the connection alone is lost, and
   * the printer waits for the rest.
   */
  readonly how: 'close' | 'reset' | 'hang' | 'line';
}

export interface Chit extends Cut {
  readonly number: number;
  readonly at: number;
  readonly text: string;
}

/**
 * A receipt printer on the network: one connection at a time, a small buffer with back pressure, answers as its make gives them, paper that is
 * there or not. What it prints can be read as text and seen as a picture.
 */
export class VirtualPrinter {
  readonly chits: Chit[] = [];
  readonly firmware: Firmware;
  readonly widthDots: number;
  /** Bytes taken from connections, ever. */
  received = 0;
  connections = 0;
  /** A connection beside the one there is: held until its turn, or reset. */
  others: 'wait' | 'refuse' = 'wait';
  /** Accepts and never reads. */
  isDeaf = false;
  onChit: (chit: Chit) => void = () => undefined;
  private readonly wish: PrinterWish;
  private readonly roll: PaperRoll;
  private death: Death | null = null;
  private server: Server | null = null;
  private readonly waiting: Socket[] = [];
  private current: Socket | null = null;
  private boundPort: number;
  private count = 0;

  constructor(wish: PrinterWish) {
    this.wish = wish;
    this.boundPort = wish.port ?? 0;
    this.widthDots = WIDTHS[wish.width];
    const model = MODELS[wish.model];
    this.roll = new PaperRoll({
      widthDots: this.widthDots,
      lineDots: model.lineDots,
      onCut: (cut) => this.keep(cut),
    });
    const bufferBytes = wish.bufferBytes ?? BUFFER_BYTES;
    const say = (bytes: Buffer) => {
      if (this.current?.writable === true) this.current.write(bytes);
    };
    this.firmware = new Firmware(
      { model, roll: this.roll, bufferBytes, say, onRoom: () => this.pump() },
      WELL,
    );
  }

  /** Whether somebody is connected. */
  get isTaken(): boolean {
    return this.current !== null;
  }

  get port(): number {
    return this.boundPort;
  }

  /** What is printed and hangs on the roll. */
  get uncut(): string {
    return paperText(this.roll.uncut, this.widthDots);
  }

  async listen(): Promise<void> {
    // A small mark keeps the back pressure the printer's, not Node's.
    const options = { allowHalfOpen: true, pauseOnConnect: true, highWaterMark: 512 };
    const server = createServer(options, (socket) => this.accept(socket));
    server.listen(this.boundPort, this.wish.host ?? '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address !== 'string') this.boundPort = address.port;
    this.server = server;
  }

  set(part: Partial<Body>): void {
    if (part.paper === 'in' || part.paper === 'near') this.firmware.paperLeft = Number.POSITIVE_INFINITY;
    this.firmware.change({ ...this.firmware.body, ...part });
  }

  dieAfter(death: Death) {
    this.death = death;
    if (death.afterBytes === 0) this.die(death.how);
  }

  /** Power off and on: the buffer is lost, a hung printer lives again. */
  async powerCycle(): Promise<void> {
    await this.switchOff();
    await this.switchOn();
  }

  async switchOff(): Promise<void> {
    this.firmware.switchOff();
    this.death = null;
    await this.closeDoor('reset');
  }

  async switchOn(): Promise<void> {
    this.isDeaf = false;
    this.firmware.switchOn();
    if (this.server === null) await this.listen();
  }

  async stop(): Promise<void> {
    this.firmware.switchOff();
    await this.closeDoor('close');
  }

  private accept(socket: Socket) {
    this.connections += 1;
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.gone(socket));
    if (this.current === null) return this.serve(socket);
    if (this.others === 'refuse') socket.resetAndDestroy();
    else this.waiting.push(socket);
  }

  private serve(socket: Socket) {
    this.current = socket;
    socket.on('readable', () => this.pump());
    socket.on('end', () => socket.end());
    this.pump();
  }

  private gone(socket: Socket): void {
    const place = this.waiting.indexOf(socket);
    if (place >= 0) this.waiting.splice(place, 1);
    if (this.current === socket) this.current = null;
    if (this.current !== null) return;
    const next = this.waiting.shift();
    if (next !== undefined) this.serve(next);
  }

  /** Nothing more is read from it: a socket that is destroyed still has what came before. */
  private lose(): void {
    const socket = this.current;
    this.current = null;
    socket?.resetAndDestroy();
  }

  private pump() {
    const socket = this.current;
    if (socket === null || this.isDeaf) return;
    for (;;) {
      const room = Math.min(this.firmware.room, socket.readableLength, this.death?.afterBytes ?? Infinity);
      // Reading nothing tells the socket to fetch more, and that its end was seen.
      const bytes: unknown = room > 0 ? socket.read(room) : this.firmware.room > 0 && socket.read(0);
      if (!Buffer.isBuffer(bytes)) return;
      this.received += bytes.length;
      const { death } = this;
      if (death !== null) this.death = { ...death, afterBytes: death.afterBytes - bytes.length };
      this.firmware.receive(bytes);
      if (this.death?.afterBytes === 0) return this.die(this.death.how);
    }
  }

  private die(how: Death['how']) {
    this.death = null;
    if (how === 'line') return this.lose();
    this.firmware.switchOff();
    if (how === 'hang') this.isDeaf = true;
    else this.closeDoor(how).catch(() => undefined);
  }

  private async closeDoor(how: 'close' | 'reset'): Promise<void> {
    const { server } = this;
    this.server = null;
    const sockets = [...this.waiting, ...(this.current === null ? [] : [this.current])];
    this.waiting.length = 0;
    this.current = null;
    const closed = server === null ? null : once(server, 'close');
    server?.close();
    for (const socket of sockets) how === 'reset' ? socket.resetAndDestroy() : socket.destroy();
    await closed;
  }

  private keep(cut: Cut): void {
    this.count += 1;
    const chit = {
      ...cut,
      number: this.count,
      at: Date.now(),
      text: paperText(cut.lines, this.widthDots),
    };
    this.chits.push(chit);
    if (this.chits.length > KEPT_CHITS) this.chits.shift();
    this.onChit(chit);
  }
}
