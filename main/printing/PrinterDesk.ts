import type { Logger } from 'pino';
import type { PrinterConfig } from '../../shared/config/printers.ts';
import type { ChitCommand } from '../../shared/domain/commands/chits.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import type { ChitId } from '../../shared/lib/ids.ts';
import type { PrinterLink, PrinterStatus } from './printerLink.ts';

/** Real milliseconds between two looks at a printer that cannot print: at first soon, because a cover is closed in a moment. */
const LOOK_AGAIN_MS = 500;
const LOOK_AGAIN_AT_MOST_MS = 5_000;
/** A service that ends lets a chit come out. */
const FINISH_MS = 3_000;
/** In place of a printer's own word. */
const NOT_COMPOSED = 'not_composed';

export interface DeskDeps {
  readonly printer: PrinterConfig;
  readonly link: PrinterLink;
  /** The oldest queued chit of this printer; null: nothing to do. */
  readonly next: () => Chit | null;
  readonly chit: (id: ChitId) => Chit | undefined;
  /** Who prints this chit while this printer cannot; null: nobody. */
  readonly other: (chit: Chit) => string | null;
  /** Throws when the chit cannot be put into words; then nothing of it is sent. */
  readonly compose: (chit: Chit) => Promise<Buffer>;
  /** Resolves to whether it was applied. */
  readonly submit: (command: ChitCommand) => Promise<boolean>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
}

/**
 * One printer and its queue: one chit at a time, the log told before the first byte and after the last. It keeps nothing: after a kill the
 * chits in the state are all it knows.
 */
export class PrinterDesk {
  private readonly deps: DeskDeps;
  private readonly stopping = new AbortController();
  private readonly cutting = new AbortController();
  private running: Promise<void> | null = null;
  private isWanted = false;
  /** What it said when last asked; null: nobody has asked. */
  status: PrinterStatus | null = null;

  constructor(deps: DeskDeps) {
    this.deps = deps;
  }

  /** There may be work. */
  wake(): void {
    this.isWanted = true;
    if (this.running !== null || this.stopping.signal.aborted) return;
    this.running = this.work().finally(() => {
      this.running = null;
      if (this.isWanted) this.wake();
    });
  }

  /** Resolves when the chit under way has its outcome in the log; a slow one is left to its fate, which is then unknown. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const patience = setTimeout(() => this.cutting.abort(), FINISH_MS);
    await this.running;
    clearTimeout(patience);
  }

  private async work(): Promise<void> {
    let pause = LOOK_AGAIN_MS;
    while (!this.stopping.signal.aborted) {
      this.isWanted = false;
      const chit = this.deps.next();
      if (chit === null) return;
      const isDone = await this.attempt(chit).catch((error: unknown) => {
        this.deps.log.error({ err: error, chit: chit.number }, 'a chit was not printed');
        return false;
      });
      if (isDone) pause = LOOK_AGAIN_MS;
      else {
        await this.deps.sleep(pause, this.stopping.signal);
        pause = Math.min(2 * pause, LOOK_AGAIN_AT_MOST_MS);
      }
    }
  }

  /** False: this printer cannot print now. */
  private async attempt(chit: Chit): Promise<boolean> {
    const { deps } = this;
    this.status = await deps.link.status();
    if (isTrouble(this.status)) return await this.waits(chit, this.status.kind);
    if (!(await deps.submit({ type: 'chit.send', chit: chit.id }))) return false;
    // What a screen has listed meanwhile is not printed.
    const sending = deps.chit(chit.id);
    if (sending?.state !== 'sending') return true;
    let bytes: Buffer;
    try {
      bytes = await deps.compose(sending);
    } catch (error) {
      deps.log.error({ err: error, chit: chit.number }, 'a chit that cannot be put into words');
      return await this.settle(sending, 'failed', NOT_COMPOSED);
    }
    const outcome = await deps.link.print(bytes, { number: chit.number }, this.cutting.signal);
    if (outcome.kind === 'refused') {
      this.status = outcome.status;
      return await this.waits(sending, outcome.status.kind);
    }
    return await this.settle(sending, outcome.kind, outcome.kind === 'unknown' ? outcome.why : null);
  }

  private async settle(chit: Chit, outcome: 'printed' | 'unknown' | 'failed', trouble: string | null) {
    await this.deps.submit({ type: 'chit.settle', chit: chit.id, outcome, trouble });
    return true;
  }

  /** Moved to the printer that stands in it is done with here; else it waits. */
  private async waits(chit: Chit, trouble: string): Promise<boolean> {
    const other = this.deps.other(chit);
    const printer = other ?? this.deps.printer.id;
    await this.deps.submit({
      type: 'chit.wait',
      chit: chit.id,
      printer,
      trouble: other === null ? trouble : null,
    });
    return other !== null;
  }
}

function isTrouble(status: PrinterStatus): status is Exclude<PrinterStatus, { kind: 'ready' | 'silent' }> {
  return status.kind !== 'ready' && status.kind !== 'silent';
}
