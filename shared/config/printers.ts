import { z } from 'zod';
import { LanguageCode } from '../lib/words/languageFile.ts';

export const PrinterLinkConfig = z.discriminatedUnion('kind', [
  /** 9100 is what nearly every receipt printer listens on. */
  z.object({
    kind: z.literal('network'),
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65_535).default(9_100),
  }),
  /** USB or serial: `/dev/usb/lp0`. */
  z.object({ kind: z.literal('device'), path: z.string().min(1).max(1_000) }),
  /** As the system names it (CUPS). */
  z.object({ kind: z.literal('queue'), name: z.string().min(1).max(200) }),
]);
export type PrinterLinkConfig = z.infer<typeof PrinterLinkConfig>;

export const PrinterConfig = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'lower-case letters, digits and hyphens, 40 at most'),
  name: z.string().min(1).max(40),
  link: PrinterLinkConfig,
  model: z.enum(['epson', 'star']).default('epson'),
  /**
   * Whether its word that a chit is on paper can be had and believed. Left out: yes, but for a queue, which only knows what it passed on. Of a
   * printer that cannot, every chit ends as unknown.
   */
  canAnswer: z.boolean().optional(),
  /** Of the paper, in mm. */
  width: z.union([z.literal(58), z.literal(80)]).default(80),
  /** null: the house's. */
  language: LanguageCode.nullable().default(null),
  /** At whose device it hangs, and which alone reaches it, to print while it is cut off from the hub; null: the hub reaches it. */
  station: z.string().nullable().default(null),
  /** Who prints while this one cannot. */
  failover: z.string().nullable().default(null),
});
export type PrinterConfig = z.infer<typeof PrinterConfig>;

/** When food that no screen has shown goes on paper, and on which. */
export const PaperConfig = z.object({
  /** Of stations that name none; null: they have none. */
  printer: z.string().nullable().default(null),
  /** Minutes after which a chit that waits for its printer is no longer worth reading. */
  maxAgeMinutes: z.number().positive().default(10),
});
