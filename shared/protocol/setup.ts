import { z } from 'zod';
import { ConfigNote } from '../config/configVersion.ts';
import { HouseConfig } from '../config/houseConfig.ts';
import { PrinterConfig } from '../config/printers.ts';
import { Role } from '../domain/events/actor.ts';
import { StandbyState } from './standbyMessages.ts';
import { ToldGlass } from './toldGlass.ts';

/**
 * What the page /setup and the service say to each other under `/api/setup/`. Documents that a person made travel as `unknown` on the way up:
 * the service reads them itself and answers with what is wrong.
 */
export const SetupProblem = z.object({
  path: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.string()),
  isWarning: z.literal(true).optional(),
});
export type SetupProblem = z.infer<typeof SetupProblem>;

export const SetupChange = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  words: z.record(z.string(), z.string()).optional(),
});
export type SetupChange = z.infer<typeof SetupChange>;

export const SetupState = z.object({
  version: z.number().int(),
  config: HouseConfig,
  isSetUp: z.boolean(),
  /** Under which other devices reach this one, `http://192.168.1.20:4680`; empty when it has no network. */
  addresses: z.array(z.string()),
  /** False: it listens to this device alone. */
  isOnLan: z.boolean(),
  /** The start named the address to listen on, which goes before the configuration. */
  isHostGiven: z.boolean(),
  warnings: z.array(SetupProblem),
});
export type SetupState = z.infer<typeof SetupState>;

export const SetupPut = z.object({ base: z.number().int().nonnegative(), config: z.unknown() });

/** `changed`: somebody else saved after `base`. */
export const SetupSaved = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), version: z.number().int() }),
  z.object({ state: z.literal('changed'), version: z.number().int() }),
  z.object({ state: z.literal('refused'), problems: z.array(SetupProblem) }),
]);
export type SetupSaved = z.infer<typeof SetupSaved>;

export const SetupVersion = z.object({
  version: z.number().int(),
  at: z.number(),
  by: z.string().nullable(),
  note: ConfigNote.nullable(),
  changes: z.array(SetupChange).nullable(),
});
export type SetupVersion = z.infer<typeof SetupVersion>;
/** Newest first. `next`: ask with `?before=` for what is older; null: that was all. */
export const SetupHistory = z.object({
  versions: z.array(SetupVersion),
  next: z.number().int().nullable(),
});
export type SetupHistory = z.infer<typeof SetupHistory>;

export const SetupUndo = z.object({
  base: z.number().int().nonnegative(),
  to: z.number().int().positive(),
});

/** `isDry`: says what would come of it and changes nothing. */
export const SetupImport = SetupPut.extend({ isDry: z.boolean() });
export const SetupTrial = z.object({
  problems: z.array(SetupProblem),
  warnings: z.array(SetupProblem),
  changes: z.array(SetupChange),
});
export type SetupTrial = z.infer<typeof SetupTrial>;

export const ScreenPage = z.enum(['kitchen', 'expo', 'host', 'floor', 'setup']);
export type ScreenPage = z.infer<typeof ScreenPage>;

/** `address`: one of `SetupState.addresses`; `station` for a kitchen page. */
export const SetupScreenRequest = z.object({
  name: z.string().trim().min(1).max(100),
  page: ScreenPage,
  station: z.string().max(40).nullable(),
  address: z.string().max(300),
  /** What whoever sets it up knows of its size; it goes with the address. */
  glass: ToldGlass.nullable().default(null),
});
export type SetupScreenRequest = z.infer<typeof SetupScreenRequest>;
/** The code is in the address and good once, until `expiresAt` (wall clock). */
export const SetupScreenCode = z.object({ url: z.string(), svg: z.string(), expiresAt: z.number() });
export type SetupScreenCode = z.infer<typeof SetupScreenCode>;

export const SetupScreen = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.string(),
  roles: z.array(Role),
  createdAt: z.number(),
  /** Connected just now. */
  isHere: z.boolean(),
  /** The browser that asks. */
  isThis: z.boolean(),
});
export const SetupScreens = z.object({ screens: z.array(SetupScreen) });
export type SetupScreens = z.infer<typeof SetupScreens>;

/** A device that joined as a station. `state`: null while it is no standby, or has not been heard since the start. */
export const SetupStandby = z.object({ id: z.string(), name: z.string(), state: StandbyState.nullable() });
export type SetupStandby = z.infer<typeof SetupStandby>;
export const SetupStandbys = z.object({ devices: z.array(SetupStandby) });
export type SetupStandbys = z.infer<typeof SetupStandbys>;

/** As it stands on the page: a printer is tried before it is saved. */
export const SetupTestPrintRequest = z.object({ printer: PrinterConfig });
/**
 * `unknown`: sent, and the printer does not say whether it is on paper. `unavailable`: this service does not print. All others between: not a
 * byte was sent, and why.
 */
export const SetupTestPrint = z.object({
  outcome: z.enum(['printed', 'unknown', 'paper', 'cover', 'offline', 'error', 'away', 'unavailable']),
});
export type SetupTestPrint = z.infer<typeof SetupTestPrint>;

/** What the service of a device says of the printer that set-up has at it; null: none. */
export const OwnPrinter = z.object({ printer: z.object({ id: z.string(), name: z.string() }).nullable() });
export type OwnPrinter = z.infer<typeof OwnPrinter>;
