import { z } from 'zod';
import { PrinterControl, PrinterLook } from '../../../shared/demo/printerControl.ts';

/** What the tests of paper and their processes on other hosts say to each other. Times are the machine's epoch ms, which all of them share. */
export const PrinterSetup = z.object({ host: z.string(), port: z.number().int(), mmPerSecond: z.number() });

export const Slip = z.object({
  at: z.number(),
  text: z.string(),
  /** Commands the printer did not know. */
  errors: z.array(z.string()),
});
export type Slip = z.infer<typeof Slip>;

export const Printed = PrinterLook.omit({ chits: true }).extend({ slips: z.number().int() });
export type Printed = z.infer<typeof Printed>;
export { PrinterControl };

export const GlassSetup = z.object({
  url: z.string(),
  /** null: a window of the device the service runs on. */
  token: z.string().nullable(),
  station: z.string(),
  name: z.string(),
  /** How long a cook leaves a ticket before it is bumped. */
  bumpAfterMs: z.number(),
});

/** When this glass first showed a version of a ticket: `T12@340`, by the POS's id. */
export const Shown = z.record(z.string(), z.number());
export type Shown = z.infer<typeof Shown>;

export const GlassLook = z.object({
  link: z.enum(['live', 'late', 'lost']),
  seq: z.number(),
  /** Presses nobody has answered. */
  waiting: z.number(),
  /** Of the whole confirmed state. */
  digest: z.string(),
});
export type GlassLook = z.infer<typeof GlassLook>;

export const OrdersSetup = z.object({ url: z.string(), token: z.string() });

export const Order = z.object({
  id: z.string(),
  stations: z.array(z.string()),
  revision: z.number().int(),
  /** null: not yet acknowledged. */
  ackedAt: z.number().nullable(),
});
export type Order = z.infer<typeof Order>;
