import { z } from 'zod';

/** What a person does to the demo's printer, and what it says about itself, as JSON over its control page. */
const MOST_BYTES = 10_000_000;
const MOST_MM = 100_000;

export const PrinterControl = z.strictObject({
  paper: z.enum(['in', 'near', 'out']).optional(),
  /** Paper for so many millimetres more. */
  paperLeftMm: z.int().min(0).max(MOST_MM).optional(),
  isCoverOpen: z.boolean().optional(),
  isOffline: z.boolean().optional(),
  hasCutterError: z.boolean().optional(),
  power: z.enum(['on', 'off', 'cycle']).optional(),
  /** 0: as fast as it can. */
  mmPerSecond: z.number().min(0).max(MOST_MM).optional(),
  /** A connection beside the one there is. */
  others: z.enum(['wait', 'refuse']).optional(),
  /** Accepts and never reads. */
  isDeaf: z.boolean().optional(),
  answers: z
    .strictObject({ status: z.boolean(), process: z.boolean(), inOrder: z.boolean() })
    .partial()
    .optional(),
  dieAfter: z
    .strictObject({
      afterBytes: z.int().min(0).max(MOST_BYTES),
      how: z.enum(['close', 'reset', 'hang', 'line']),
    })
    .optional(),
});
export type PrinterControl = z.infer<typeof PrinterControl>;

export const PrintedChit = z.object({
  number: z.int(),
  at: z.number(),
  text: z.string(),
  /** Commands the printer did not know. */
  errors: z.array(z.string()),
});
export type PrintedChit = z.infer<typeof PrintedChit>;

export const PrinterLook = z.object({
  port: z.int(),
  isOn: z.boolean(),
  paper: z.enum(['in', 'near', 'out']),
  isCoverOpen: z.boolean(),
  isOffline: z.boolean(),
  hasCutterError: z.boolean(),
  /** Bytes it took, and bytes it has yet to print. */
  received: z.int(),
  waiting: z.int(),
  connections: z.int(),
  /** Printed and not cut off. */
  uncut: z.string(),
  /** Oldest first. */
  chits: z.array(PrintedChit),
});
export type PrinterLook = z.infer<typeof PrinterLook>;
