/** What a printer says before anything is sent to it. `silent`: reachable, and it cannot answer. */
export type PrinterStatus =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'away' | 'offline' | 'cover' | 'paper' | 'error';
      /** For the log and for ops, in English. */
      readonly detail: string;
    }
  | { readonly kind: 'silent' };

/**
 * `printed`: the printer itself said so. `refused`: no byte of the chit was sent, so another printer may have it. `unknown`: some or all of it
 * was, and nobody can say what is on paper; it is never sent again silently.
 */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'refused'; readonly status: PrinterStatus }
  | { readonly kind: 'unknown'; readonly why: string };

/** The way to one printer. It does one thing at a time: what is asked meanwhile waits. Neither call throws or rejects. */
export interface PrinterLink {
  status(): Promise<PrinterStatus>;
  /** `id`: the print id, for what a spooler shows of it. The signal calls the job off; what was sent by then stays sent. */
  print(bytes: Buffer, job: { readonly id: number }, signal: AbortSignal): Promise<PrintOutcome>;
}

/** Deadlines of a link, each from its own beginning however much moves meanwhile. */
export interface LinkTimes {
  readonly connectMs: number;
  readonly statusMs: number;
  /** From the connection's beginning to the answer that the chit is on paper. */
  readonly totalMs: number;
  /** A printer that stops in mid-chit (paper, cover) is given so long to go on before the outcome is `unknown`. */
  readonly troubleMs: number;
}

/** A printer that is gone is known within 5 s (connect, then status); a chit of a metre takes 10 s on a slow printer. */
export const LINK_TIMES: LinkTimes = {
  connectMs: 2_000,
  statusMs: 1_500,
  totalMs: 20_000,
  troubleMs: 3_000,
};
