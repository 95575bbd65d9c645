import { z } from 'zod';
import { Epoch } from './screenMessages.ts';

/**
 * What a standby and its hub say to each other, beside the screens' binding: a standby holds what screens are never sent. It asks for one
 * page after the other from where its own file ends, so the hub keeps nothing for it and a slow one waits alone; `news` only says that asking
 * is worth while.
 */
export const STANDBY_PROTOCOL = 1;

/** Where a copy ends. Kept in the copy itself, in the transaction of the page that led there. */
export const StandbyCursor = z.object({
  /** `n-id` of the log it is a copy of; null: nothing is copied yet. */
  epoch: z.string().nullable(),
  seq: z.number().int().nonnegative(),
  /** Answers to messages are copied up to this hub time, with the events they belong to. */
  answersAt: z.number(),
  /** Last row of the tables that only grow, or grow and replace. */
  rows: z.object({
    personal: z.number(),
    history_ticket: z.number(),
    /** Not in a copy made before there were parties. */
    history_party: z.number().default(0),
    /** Not in a copy made before guests were remembered. */
    guest_audit: z.number().default(0),
    /** Not in a copy made before pictures were in the file. */
    picture: z.number().default(0),
    config: z.number(),
  }),
  /** Digest of the small tables as they were last taken. */
  small: z.string(),
});
export type StandbyCursor = z.infer<typeof StandbyCursor>;

export const NOTHING_COPIED: StandbyCursor = {
  epoch: null,
  seq: 0,
  answersAt: 0,
  rows: { personal: 0, history_ticket: 0, history_party: 0, guest_audit: 0, picture: 0, config: 0 },
  small: '',
};

export const StandbyAsk = z.object({
  protocol: z.number().int(),
  build: z.string(),
  cursor: StandbyCursor,
  /** Where it would answer as a hub: the port it listens on, and its networks' addresses. */
  port: z.number().int(),
  addresses: z.array(z.string().max(300)).max(20),
  /** A fresh public key, when it has not got the key to guests' names yet. */
  keyFor: z.string().max(200).nullable(),
  /** It holds persons that the hub has erased, and asks who is left. */
  wantsPersons: z.boolean(),
});
export type StandbyAsk = z.infer<typeof StandbyAsk>;

/** A row by its columns; bytes as `{b: base64}`. */
export const StandbyRow = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null(), z.object({ b: z.string() })]),
);
export type StandbyRow = z.infer<typeof StandbyRow>;

export const StandbyPage = z.object({
  /** True: what the standby holds is of another log and goes. */
  isFresh: z.boolean(),
  /** Nothing more is to be had now. */
  isLast: z.boolean(),
  /** Rows by table; tables of `whole` replace what was there. */
  rows: z.record(z.string(), z.array(StandbyRow)),
  whole: z.record(z.string(), z.array(StandbyRow)),
  next: StandbyCursor,
  /** How many persons the hub knows; null where the page is not the last. */
  persons: z.number().int().nullable(),
  personIds: z.array(z.string()).nullable(),
  /** The oldest log number that is kept. */
  oldest: z.number().int(),
});
export type StandbyPage = z.infer<typeof StandbyPage>;

/** A secret sealed for one receiver. */
export const HandedKey = z.object({ from: z.string(), box: z.string() });
export type HandedKey = z.infer<typeof HandedKey>;

export const StandbyAnswer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    siteId: z.string(),
    epoch: Epoch,
    build: z.string(),
    /** Hub time, and where its log stands. */
    now: z.number(),
    seq: z.number().int(),
    /** Under which the hub is reached, and by which its pages are opened: those may speak to this device once it is the hub. */
    addresses: z.array(z.string()),
    key: HandedKey.nullable(),
    page: StandbyPage,
  }),
  z.object({
    ok: z.literal(false),
    /** `not_standby`: nobody has marked it, or no longer. `build`: the shape of its file may be another. */
    code: z.enum(['not_standby', 'build', 'unavailable', 'invalid']),
    build: z.string(),
    message: z.string(),
  }),
]);
export type StandbyAnswer = z.infer<typeof StandbyAnswer>;

/** How a standby stands, for people. */
export const StandbyState = z.enum(['ready', 'catching_up', 'other_build', 'away']);
export type StandbyState = z.infer<typeof StandbyState>;

/** A standby, or the hub, as one of the others finds it at an address: `GET /api/where`. */
export const Whereabouts = z.object({
  siteId: z.string(),
  epoch: Epoch,
  build: z.string(),
  /** False: it has met a newer hub and decides nothing. */
  isDeciding: z.boolean(),
  /** Shows that it holds the same key as the asker: nobody else can stop a hub by claiming to be one. */
  proof: z.string(),
  /** Up to which number the log of the epoch that was asked about equals its own; null: it knows nothing of it. */
  common: z.number().int().nullable(),
  /** Under which it is reached. */
  addresses: z.array(z.string()),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

export const whereProof = (nonce: string, epoch: string): string => `where:${nonce}:${epoch}`;

/** What the device's own page asks of a station: whether it may become the hub. */
export const StandbyStanding = z.object({
  /** False: nobody has marked this device. */
  isStandby: z.boolean(),
  state: StandbyState,
  /** Why it cannot be promoted now; null: it can. */
  obstacle: z.enum(['not_standby', 'nothing_copied', 'catching_up', 'other_build', 'no_key']).nullable(),
  /** Hub time of the last entry it holds, and how many. */
  at: z.number().nullable(),
  seq: z.number(),
  hubBuild: z.string().nullable(),
  build: z.string(),
  /** It is becoming the hub just now. */
  isPromoting: z.boolean(),
});
export type StandbyStanding = z.infer<typeof StandbyStanding>;

export const Promoted = z.object({ ok: z.literal(true), epoch: z.string(), addresses: z.array(z.string()) });
export type Promoted = z.infer<typeof Promoted>;

/** What the device's own page asks: how much of what this device knew as a hub nobody has keyed in yet. */
export const FormerStanding = z.object({ toKeyIn: z.number().int().nonnegative() });
export type FormerStanding = z.infer<typeof FormerStanding>;
