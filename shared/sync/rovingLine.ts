import type { SocketLike } from './socketLike.ts';
import type { Timers } from './timers.ts';

/** A line to one address, which tries again by itself from `open` until `close`. */
export interface Line {
  readonly socket: SocketLike;
  open(): void;
  close(): void;
}

/** An address that answered and was of no use (an older hub, one that was replaced) is left alone for this long. */
const SIDESTEP_MS = 3_000;

interface Tried extends Line {
  readonly address: string;
  isOpen: boolean;
  stopPause: (() => void) | null;
}

type Handler = (payload: unknown, answer: (value: unknown) => void) => void;

export interface RovingOptions {
  /** Where this screen's hub was first found. */
  readonly home: string;
  readonly lineTo: (address: string) => Line;
  readonly timers: Timers;
}

/**
 * One line that goes wherever the hub is. While it is up there is that connection and no other; while it is down all known addresses are
 * tried beside each other, each at its own pace, and the first that answers is the line. Whether that is the right hub is `hello`'s to find
 * out: who cuts the line there has it look elsewhere first.
 */
export class RovingLine implements SocketLike {
  private readonly options: RovingOptions;
  private readonly lines = new Map<string, Tried>();
  private readonly handlers: Array<readonly [string, Handler]> = [];
  private readonly links: Array<(isConnected: boolean) => void> = [];
  private active: Tried | null = null;
  private isOpen = false;

  constructor(options: RovingOptions) {
    this.options = options;
    this.add(options.home);
  }

  get isConnected(): boolean {
    return this.active !== null;
  }

  /** Where the line is, or was last tried. */
  get address(): string {
    return this.active?.address ?? this.options.home;
  }

  open(): void {
    this.isOpen = true;
    for (const line of this.lines.values()) this.try(line);
  }

  close(): void {
    this.isOpen = false;
    for (const line of this.lines.values()) this.shut(line);
  }

  /** All further places, whether or not they were known. Where the line is stays one of them. */
  setOthers(addresses: readonly string[]): void {
    const wanted = new Set([this.options.home, ...addresses]);
    for (const address of wanted) if (!this.lines.has(address)) this.add(address);
    for (const [address, line] of this.lines) {
      if (wanted.has(address) || line === this.active) continue;
      this.shut(line);
      this.lines.delete(address);
    }
  }

  /** The device woke, or its network came back: out of every pause. */
  nudge(): void {
    for (const line of this.lines.values()) {
      if (this.active !== null && line !== this.active) continue;
      this.shut(line);
      this.try(line);
    }
  }

  send(name: string, payload: unknown, onAnswer?: (answer: unknown) => void): void {
    this.active?.socket.send(name, payload, onAnswer);
  }

  on(name: string, handler: Handler): void {
    this.handlers.push([name, handler]);
    for (const line of this.lines.values()) this.listen(line, name, handler);
  }

  onLink(handler: (isConnected: boolean) => void): void {
    this.links.push(handler);
  }

  cut(): void {
    const line = this.active;
    if (line === null) return;
    line.socket.cut();
    if (this.lines.size > 1 && this.isOpen) this.pause(line);
  }

  private add(address: string): void {
    const line: Tried = { ...this.options.lineTo(address), address, isOpen: false, stopPause: null };
    this.lines.set(address, line);
    for (const [name, handler] of this.handlers) this.listen(line, name, handler);
    line.socket.onLink((isConnected) => (isConnected ? this.up(line) : this.down(line)));
    if (this.isOpen && this.active === null) this.try(line);
  }

  private listen(line: Tried, name: string, handler: Handler): void {
    line.socket.on(name, (payload, answer) => {
      if (line === this.active) handler(payload, answer);
    });
  }

  private up(line: Tried): void {
    if (this.active === line) return;
    // Two answered in the same moment: the first is the line.
    if (this.active !== null || !line.isOpen) {
      this.shut(line);
      return;
    }
    this.active = line;
    for (const other of this.lines.values()) if (other !== line) this.shut(other);
    for (const told of this.links) told(true);
  }

  private down(line: Tried): void {
    if (this.active !== line) return;
    this.active = null;
    for (const told of this.links) told(false);
    if (this.isOpen) for (const other of this.lines.values()) this.try(other);
  }

  private pause(line: Tried): void {
    this.shut(line);
    line.stopPause = this.options.timers.after(SIDESTEP_MS, () => {
      line.stopPause = null;
      if (this.isOpen && this.active === null) this.try(line);
    });
  }

  private try(line: Tried): void {
    if (line.isOpen || line.stopPause !== null) return;
    line.isOpen = true;
    line.open();
  }

  private shut(line: Tried): void {
    line.stopPause?.();
    line.stopPause = null;
    if (!line.isOpen) return;
    line.isOpen = false;
    line.close();
    this.down(line);
  }
}
