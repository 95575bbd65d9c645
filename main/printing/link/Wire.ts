/** Two ways to and from a printer: a socket or a device file. */
export interface Wire {
  /** Whether anything can be heard on it. */
  readonly canHear: boolean;
  /** Resolves when the system has taken all; rejects when it never will. */
  send(bytes: Buffer): Promise<void>;
  /** Set once, before the first `send`. */
  onBytes: (bytes: Buffer) => void;
  /** Resolves, with the reason, when the other end is gone. */
  readonly gone: Promise<string>;
  /** Says goodbye and waits a moment for the other end to have read all. */
  hangUp(): Promise<void>;
  /** What the system has taken and not passed on is lost. */
  drop(): void;
}

/** No way to the printer; nothing was sent. */
export class NoWire extends Error {
  readonly kind: 'away' | 'offline' | 'error';

  constructor(kind: 'away' | 'offline' | 'error', detail: string) {
    super(detail);
    this.kind = kind;
  }
}

export type Connect = (signal: AbortSignal) => Promise<Wire>;

export function plainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string'
    ? `${error.code}: ${error.message}`
    : error.message;
}
