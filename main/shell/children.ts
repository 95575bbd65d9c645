import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

/** A process ended by signal n is told to the outside as 128 + n, as shells do. */
const SIGNAL_EXIT_BASE = 128;

export interface Ending {
  /** Its exit code, or 128 + its signal. */
  readonly code: number;
  /** It could not be started, or a signal ended it that did not come from us. */
  readonly isCrash: boolean;
}

/** The programs this one has started: none of them outlives it. */
export class Children {
  readonly #running = new Set<ChildProcess>();
  #isEnding = false;

  /** Signals go on to them; so does the end of whoever started us, where it left a channel to tell by. */
  constructor() {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.end(signal));
    if (process.connected) {
      process.once('disconnect', () => this.end());
      // The listener alone would keep this process after its children.
      process.channel?.unref();
    }
  }

  follow<Child extends ChildProcess>(child: Child): Child {
    this.#running.add(child);
    child.once('close', () => this.#running.delete(child));
    return child;
  }

  end(signal: NodeJS.Signals = 'SIGTERM'): void {
    this.#isEnding = true;
    for (const child of this.#running) child.kill(signal);
  }

  ended(child: ChildProcess): Promise<Ending> {
    return new Promise((resolve) => {
      child.once('error', () => resolve({ code: 1, isCrash: true }));
      child.once('close', (code, signal) =>
        resolve({
          code: code ?? SIGNAL_EXIT_BASE + constants.signals[signal ?? 'SIGKILL'],
          isCrash: code === null && !this.#isEnding,
        }),
      );
    });
  }
}
