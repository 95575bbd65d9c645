import { z } from 'zod';

/** Something a finger or a key can press, as it reads on the glass. */
export const Under = z.object({
  /** What it is: `bump`, `dish`, `recall`, `page:2` ... */
  kind: z.string(),
  /** What it belongs to, as the page names it: `TICKET/STATION`, `hole:TICKET/STATION`, `recall` ... */
  zone: z.string(),
  /** The POS's items of its line; of a bump place those of the whole tile, null where part of it stands on another page. */
  items: z.array(z.string()).nullable(),
  /** The key of the bump bar that its tile shows. */
  key: z.string().nullable(),
  text: z.string(),
  /** Table or number in the header of its tile. */
  title: z.string(),
  /** All that stands at the foot of its tile. */
  foot: z.string(),
  isBlocked: z.boolean(),
});
export type Under = z.infer<typeof Under>;

export const Thing = Under.extend({
  /** Its middle, and whether a finger that comes down there touches it. */
  x: z.number(),
  y: z.number(),
  isFree: z.boolean(),
  /** UP and DOWN have come to it. */
  isMarked: z.boolean(),
});
export type Thing = z.infer<typeof Thing>;

/** Everything that may be pressed at one moment. */
export const Look = z.object({
  /** Ms of the page's clock. */
  at: z.number(),
  isLive: z.boolean(),
  /** Title of the sheet that is open. */
  dialog: z.string().nullable(),
  /** Zone of the tile or hole that the bump bar has selected. */
  selected: z.string().nullable(),
  things: z.array(Thing),
});
export type Look = z.infer<typeof Look>;

/** A press that is over. */
export const Note = z.object({
  how: z.enum(['touch', 'key']),
  key: z.string().nullable(),
  /** When finger or key came down, ms of the page's clock. */
  at: z.number(),
  /** What was under it then; null: nothing that may be pressed. */
  under: Under.nullable(),
  /** Title of the sheet that was open. */
  dialog: z.string().nullable(),
  /** Ids of the commands that the page made of it. */
  commands: z.array(z.string()),
  /** Where none was made: the page's word of refusal. */
  said: z.string().nullable(),
});
export type Note = z.infer<typeof Note>;
