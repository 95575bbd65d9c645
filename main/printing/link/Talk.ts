import { plainError, type Wire } from './Wire.ts';

/** The other end is gone while something was awaited from it. */
export class Gone extends Error {}

/** Hears what a printer says and lets one wait for it. */
export class Talk {
  readonly wire: Wire;
  private readonly heard = new Set<() => void>();
  private ended: string | null = null;

  constructor(wire: Wire, hear: (bytes: Buffer) => void) {
    this.wire = wire;
    wire.onBytes = (bytes) => {
      hear(bytes);
      this.look();
    };
    void wire.gone.then((why) => this.end(why));
  }

  /** Sends without waiting; a failure ends the talk. */
  say(bytes: Buffer, onTaken: () => void = () => undefined): void {
    this.wire.send(bytes).then(onTaken, (error: unknown) => this.end(plainError(error)));
  }

  /**
   * What `check` finds in what was heard, once it finds anything. null when the signal ends the wait. Rejects with `Gone` when the other end is
   * gone, after a last look.
   */
  until<T>(check: () => T | null, signal: AbortSignal): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = check();
        if (found === null && this.ended === null && !signal.aborted) return;
        this.heard.delete(look);
        signal.removeEventListener('abort', look);
        if (found === null && this.ended !== null) reject(new Gone(this.ended));
        else resolve(found);
      };
      this.heard.add(look);
      signal.addEventListener('abort', look);
      look();
    });
  }

  private end(why: string): void {
    this.ended ??= why;
    this.look();
  }

  private look(): void {
    for (const look of [...this.heard]) look();
  }
}
