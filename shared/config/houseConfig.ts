import { z } from 'zod';
import { LanguageCode } from '../lib/words/languageFile.ts';
import { FloorConfig } from './floor.ts';
import { PosMenu } from './posMenu.ts';
import { PaperConfig, PrinterConfig } from './printers.ts';

/**
 * The configuration document: what a person sets in /setup or in `DATA/config.json`. Versioned whole; every field has a default, so that an
 * empty document is a working restaurant of one station that makes everything.
 */
const stationId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'lower-case letters, digits and hyphens, 40 at most')
  .refine((id) => id !== 'no-station', "no-station is the house's own word");

export const StationLayout = z.enum(['tiles', 'list', 'courses']);
export type StationLayout = z.infer<typeof StationLayout>;

export const StationConfig = z.object({
  id: stationId,
  /** As cooks say it; shown in capitals. */
  name: z.string().min(1).max(40),
  /** 2: a press makes a dish ready. 3: the first press starts it. */
  steps: z.union([z.literal(2), z.literal(3)]).default(2),
  /** `closed` sends its food to its stand-in. Whether an open station is *down* is no setting: presence tells. */
  state: z.enum(['open', 'closed']).default('open'),
  /** Who makes a closed station's food; null: the next open one in order. */
  standIn: stationId.nullable().default(null),
  /** Who shows its tickets while it is down; null: the next one in order. */
  neighbour: stationId.nullable().default(null),
  /** How its screens lay tickets out: whole tiles; a row each, for many tickets or a small glass; tiles under the course they are cooked for. */
  layout: StationLayout.default('tiles'),
  /** On its screens' first page nothing moves; what is bumped leaves a free cell for the next waiting ticket. */
  hasFixedSlots: z.boolean().default(false),
  /** null: the house's. */
  printer: z.string().nullable().default(null),
  /** Fired food that no screen of it has listed for this long: expo shows amber, then a chit prints. */
  amberSeconds: z.number().positive().max(600).default(3),
  chitSeconds: z.number().positive().max(600).default(8),
  /** How its screens sound, so that two side by side are told apart by ear; null: by its place in the house. */
  voice: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .nullable()
    .default(null),
});
export type StationConfig = z.infer<typeof StationConfig>;

/** A rule matches when every list it has names the item; an empty rule is "everything". The first match wins. */
export const RouteConfig = z.object({
  menuItems: z.array(z.string()).optional(),
  categories: z.array(z.string()).optional(),
  courses: z.array(z.number()).optional(),
  channels: z.array(z.string()).optional(),
  stations: z.array(stationId).min(1),
  /** Assembly: each station hands on to the next of the list. Else all begin at once. */
  handsOn: z.boolean().optional(),
});
export type RouteConfig = z.infer<typeof RouteConfig>;

/** What the house knows of a dish beyond what the POS sends with each ticket. */
export const MenuItemConfig = z.object({
  id: z.string().min(1),
  stations: z.array(z.string()).optional(),
  category: z.string().optional(),
  prepSeconds: z.number().nonnegative().optional(),
  allergens: z.array(z.string()).optional(),
});

/** Of the venue's wall clock. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time as 22:00');

const timeZone = z
  .string()
  .refine(isTimeZone, 'not a time zone this machine knows, for example Europe/Madrid');

export const HouseConfig = z.object({
  venue: z
    .object({
      name: z.string().default('Heard'),
      timeZone: timeZone.default('UTC'),
      /** Local hour at which the service day rolls. */
      dayRollHour: z.number().int().min(0).max(23).default(4),
      language: LanguageCode.default('en'),
    })
    .prefault({}),
  stations: z
    .array(StationConfig)
    .min(1)
    .prefault([{ id: 'kitchen', name: 'Kitchen' }]),
  routes: z.array(RouteConfig).default([{ stations: ['kitchen'] }]),
  menu: z.array(MenuItemConfig).default([]),
  /** The menus as each POS put them, by source. A POS writes these, nobody in /setup; undo and import leave them as they are. */
  posMenus: z.record(z.string(), PosMenu).default({}),
  /** `none`: ready is run at once. `expo`: only the pass makes food run. */
  pass: z.enum(['none', 'expo']).default('none'),
  coursing: z
    .object({
      /** Channels that fire their lowest course and hold the others when the POS says nothing. */
      heldChannels: z.array(z.string()).default(['dine_in']),
    })
    .prefault({}),
  thresholds: z
    .object({
      /** Minutes from the last bump to the end of recall. */
      recallWindowMinutes: z.number().positive().default(60),
      /** Where no prep time is known: SOON and LATE in minutes from fire. */
      quick: z.object({ soon: z.number(), late: z.number() }).default({ soon: 5, late: 8 }),
      starters: z.object({ soon: z.number(), late: z.number() }).default({ soon: 8, late: 12 }),
      mains: z.object({ soon: z.number(), late: z.number() }).default({ soon: 12, late: 18 }),
      /** A fire by clock that is later than this after a restart waits for a tap. */
      plannedFireMaxLateMinutes: z.number().positive().default(10),
      /** Minutes from the first ready plate at the pass (PRODUCT.md "expo screen"). */
      passClock: z.object({ soon: z.number(), late: z.number() }).default({ soon: 2, late: 4 }),
      /** Minutes that a packed order stands on the shelf after its promise, before somebody is asked about it. */
      notCollectedMinutes: z.number().positive().default(30),
      /** A fired ticket that its station has not heard for this long says so on expo. */
      notHeardSeconds: z.number().positive().default(90),
      /** A station that no screen in sight has answered for this long is down. */
      stationDownSeconds: z.number().min(3).default(3),
      /** Over so many covers equal dishes stand as one line, whatever became of each, their seats behind a press. */
      largePartyCovers: z.number().int().nonnegative().default(12),
      /** A dish's count is shown from this many left. */
      lowCount: z.number().int().nonnegative().default(5),
    })
    .prefault({}),
  sounds: z
    .object({
      /** When screens are quieter, over midnight where `to` is the earlier; null: never. Allergies and late food are heard all the same. */
      quiet: z.object({ from: clockTime, to: clockTime }).nullable().default(null),
    })
    .prefault({}),
  /** Rooms, tables, sections, servers and shifts. Without tables the house keeps no door. */
  floor: FloorConfig.prefault({}),
  printers: z.array(PrinterConfig).default([]),
  paper: PaperConfig.prefault({}),
  network: z
    .object({
      /** Serve the other devices of the house, not this one alone. A start with `--host` decides instead. */
      lan: z.boolean().default(false),
    })
    .prefault({}),
  /** A checked copy of the data every night. */
  backup: z
    .object({
      /** An existing folder, best on another disk; null: `backups` in the data folder. */
      folder: z.string().min(1).nullable().default(null),
      keepDays: z.number().int().min(1).max(3_650).default(7),
      /** Local hour; null: the one after the day roll, so that the copy begins with the new day. */
      hour: z.number().int().min(0).max(23).nullable().default(null),
    })
    .prefault({}),
  /** How long the house remembers people. Both count in days of 24 hours. */
  guests: z
    .object({
      /**
       * A profile goes so long after anything last happened with its guest. Two years: an anniversary comes once a year, and one may be
       * missed.
       */
      keepDays: z.number().int().min(1).max(3_650).default(730),
      /**
       * Names and contacts of a party or an order, once it is over. A week: what was left on a chair and what was complained of is asked
       * about within it, and nightly backups are kept as long.
       */
      partyDays: z.number().int().min(0).max(365).default(7),
    })
    .prefault({}),
  /** Ids of the tokens whose devices hold all that a hub needs, and may become it. */
  standbys: z.array(z.string().min(1).max(100)).max(10).default([]),
  /** Names under which screens reach this device, beside its own addresses. */
  hosts: z.array(z.string()).default([]),
});
export type HouseConfig = z.infer<typeof HouseConfig>;

export const defaultConfig: HouseConfig = HouseConfig.parse({});

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
