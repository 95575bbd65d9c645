import { z } from 'zod';

/**
 * Ids inside Heard are branded strings made by the hub (`ctx.newId`) or counted within their ticket; what outsiders call a thing is
 * always a pair `{source, id}` and never a key.
 */
export const TicketId = z.string().min(1).brand<'TicketId'>();
export type TicketId = z.infer<typeof TicketId>;

/** Counted within its ticket: `i1`, `i2`. */
export const ItemId = z.string().min(1).brand<'ItemId'>();
export type ItemId = z.infer<typeof ItemId>;

export const StationId = z.string().min(1).max(40).brand<'StationId'>();
export type StationId = z.infer<typeof StationId>;

/** Random; the only thing about a person that an event may carry. */
export const PersonId = z.string().min(1).brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Made by the hub; outsiders call a party by `{source, id}`. */
export const PartyId = z.string().min(1).brand<'PartyId'>();
export type PartyId = z.infer<typeof PartyId>;

/** Made by the hub; what people read is the chit's number. */
export const ChitId = z.string().min(1).brand<'ChitId'>();
export type ChitId = z.infer<typeof ChitId>;

export const CommandId = z.string().min(8).max(100).brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** `SEAT:ALLERGEN`, with `?` for a seat nobody has named: one allergy of one ticket. */
export const AllergyKey = z.string().min(1).brand<'AllergyKey'>();
export type AllergyKey = z.infer<typeof AllergyKey>;

/** The local date `YYYY-MM-DD` on which a service day began, in the venue's time zone. */
export const ServiceDay = z.string().brand<'ServiceDay'>();
export type ServiceDay = z.infer<typeof ServiceDay>;

/** The part of a dish that no station of this house makes: shown on expo and on every screen, never lost. */
export const NO_STATION = 'no-station' as StationId;
