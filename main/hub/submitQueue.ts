import type { SubmitRequest, SubmitResult } from './port.ts';

/** A token that has this many messages waiting is told `busy`: it sends faster than any kitchen cooks. */
const MAX_WAITING = 1_000;

/** What the hub itself knows of a request beside what the edge said. */
export interface HouseNote {
  /** Digest of the `config.json` that a `config.put` comes from. */
  readonly fileDigest?: string;
}

export interface Waiting {
  readonly request: SubmitRequest;
  readonly note: HouseNote;
  readonly answer: (result: SubmitResult) => void;
}

/** First in, first out, counted per token. */
export class SubmitQueue {
  private waiting: Waiting[] = [];
  private next = 0;
  private readonly perToken = new Map<string, number>();

  get length(): number {
    return this.waiting.length - this.next;
  }

  isBusy(tokenId: string | undefined): boolean {
    return tokenId !== undefined && (this.perToken.get(tokenId) ?? 0) >= MAX_WAITING;
  }

  push(entry: Waiting): void {
    this.waiting.push(entry);
    this.count(entry.request.tokenId, 1);
  }

  shift(): Waiting | undefined {
    const entry = this.waiting[this.next];
    if (entry === undefined) return undefined;
    this.next += 1;
    // Array.shift moves every element; emptying now and then moves none.
    if (this.next === this.waiting.length) {
      this.waiting = [];
      this.next = 0;
    }
    this.count(entry.request.tokenId, -1);
    return entry;
  }

  take(most: number): Waiting[] {
    const taken: Waiting[] = [];
    while (taken.length < most) {
      const entry = this.shift();
      if (entry === undefined) break;
      taken.push(entry);
    }
    return taken;
  }

  private count(tokenId: string | undefined, by: number): void {
    if (tokenId === undefined) return;
    const waiting = (this.perToken.get(tokenId) ?? 0) + by;
    if (waiting === 0) this.perToken.delete(tokenId);
    else this.perToken.set(tokenId, waiting);
  }
}
