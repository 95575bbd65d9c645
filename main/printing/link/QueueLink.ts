import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterLink, PrinterStatus, PrintOutcome } from '../printerLink.ts';
import type { CupsQueue, JobEnd } from './cups.ts';
import { InTurn } from './InTurn.ts';
import type { LinkTimes } from './linkTimes.ts';
import { isTrouble } from './trouble.ts';
import { plainError } from './Wire.ts';

const LOOK_MS = 250;

/**
 * A printer behind the computer's print service. What a queue calls completed is what its last program handed over, so it is taken for paper only where the
 * house says that this queue waits for its printer (`canAnswer`).
 */
export class QueueLink implements PrinterLink {
  private readonly queue: CupsQueue;
  private readonly times: LinkTimes;
  private readonly canAnswer: boolean;
  private readonly turn = new InTurn();

  constructor(queue: CupsQueue, times: LinkTimes, canAnswer: boolean) {
    this.queue = queue;
    this.times = times;
    this.canAnswer = canAnswer;
  }

  status(): Promise<PrinterStatus> {
    return this.turn.take(() => this.ask());
  }

  print(chit: Buffer, job: { readonly number: number }, signal: AbortSignal): Promise<PrintOutcome> {
    return this.turn.take(async () => {
      const status = await this.ask();
      if (signal.aborted)
        return { kind: 'refused', status: { kind: 'error', detail: 'called off before anything was sent' } };
      if (isTrouble(status)) return { kind: 'refused', status };
      return this.submit(
        chit,
        job.number,
        AbortSignal.any([signal, AbortSignal.timeout(this.times.totalMs)]),
      );
    });
  }

  private async ask(): Promise<PrinterStatus> {
    const status = await this.queue.status(AbortSignal.timeout(this.times.connectMs));
    return status.kind === 'ready' && !this.canAnswer ? { kind: 'silent' } : status;
  }

  private async submit(chit: Buffer, number: number, limit: AbortSignal): Promise<PrintOutcome> {
    const submitted = await this.queue.submit(`Heard chit ${number}`, chit, limit);
    if (submitted.kind === 'unknown') return { kind: 'unknown', why: submitted.why };
    if (submitted.kind === 'refused')
      return { kind: 'refused', status: { kind: 'error', detail: submitted.why } };
    const end = await this.follow(submitted.id, limit);
    if (end === null) return this.takeBack(submitted.id);
    if (end !== 'completed') return { kind: 'unknown', why: `the queue says that the job was ${end}` };
    if (this.canAnswer) return { kind: 'printed' };
    return { kind: 'unknown', why: 'the queue passed it on and cannot say whether it is on paper' };
  }

  /** null: it did not end in time. */
  private async follow(job: number, limit: AbortSignal): Promise<JobEnd | null> {
    while (!limit.aborted) {
      // A question that fails is asked again: the job goes on meanwhile.
      const end = await this.queue.end(job, limit).catch(() => null);
      if (end !== null) return end;
      await sleep(LOOK_MS);
    }
    return null;
  }

  /** Or it would come out whenever the printer is back, beside a reprint. */
  private async takeBack(job: number): Promise<PrintOutcome> {
    try {
      const neverBegan = await this.queue.cancel(job, AbortSignal.timeout(this.times.connectMs));
      if (neverBegan)
        return {
          kind: 'refused',
          status: { kind: 'offline', detail: 'the queue did not come to it in time' },
        };
      return {
        kind: 'unknown',
        why: 'the queue did not finish it in time; what was left of it is taken back',
      };
    } catch (error) {
      return {
        kind: 'unknown',
        why: `the queue did not finish it in time and still has it: ${plainError(error)}`,
      };
    }
  }
}
