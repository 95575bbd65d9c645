/** What a printer says of itself. `silent`: it is there and cannot tell. `detail` is for the log. */
export type PrinterStatus =
  | { readonly kind: 'ready' | 'silent' }
  | {
      readonly kind: 'away' | 'offline' | 'cover' | 'paper' | 'error';
      readonly detail: string;
    };

/**
 * What became of a chit. `printed`: the printer has confirmed it. `refused`: not a byte of it was sent. `unknown`: it may be on paper, whole or
 * in part.
 */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'refused'; readonly status: Exclude<PrinterStatus, { kind: 'ready' | 'silent' }> }
  | { readonly kind: 'unknown'; readonly why: string };

/** The way to one printer. Neither call throws, and both end within their deadlines. */
export interface PrinterLink {
  status(): Promise<PrinterStatus>;
  /** `number` is what stands on the chit: a printer that can, says it back when the paper is out. */
  print(bytes: Buffer, job: { readonly number: number }, signal: AbortSignal): Promise<PrintOutcome>;
}
