import { z } from 'zod';

/** What a version of the configuration was made for. */
export const ConfigNote = z.discriminatedUnion('kind', [
  /** The first one of a new house. */
  z.object({ kind: z.literal('default') }),
  /** `DATA/config.json` was new at a start. */
  z.object({ kind: z.literal('file') }),
  /** A person in /setup. */
  z.object({ kind: z.literal('setup') }),
  /** Back to what version `to` said. */
  z.object({ kind: z.literal('undo'), to: z.number().int() }),
  z.object({ kind: z.literal('import') }),
  /** A POS put its menu. */
  z.object({ kind: z.literal('menu'), source: z.string() }),
]);
export type ConfigNote = z.infer<typeof ConfigNote>;

/** A version without its document. `by` and `note` are null where an older build wrote it. */
export interface ConfigVersion {
  readonly version: number;
  /** Hub time, epoch ms. */
  readonly at: number;
  readonly by: string | null;
  readonly note: ConfigNote | null;
}
