/** A message the till sends, and what its line will do to it. */
export interface Outgoing {
  /** Counted from 1 through the night. */
  readonly n: number;
  readonly event: string;
  readonly argument: Readonly<Record<string, unknown>>;
  /** The ticket and lines that an answer confirms. */
  readonly confirms: { readonly ticket: string; readonly items: readonly string[] } | null;
  readonly quirk: Quirk;
}

/**
 * `twice`: sent again at once, as impatient tills do. `lost`: the answer never arrives, so it is sent again. `late`: an older revision that
 * a newer one has overtaken on the way.
 */
export type Quirk = 'none' | 'twice' | 'lost' | 'late';
