import { z } from 'zod';
import { PartyFacts } from './party.ts';
import { PersonDraft } from './put.ts';
import { SaidAllergy } from './ticket.ts';

/** A whole party as its source sees it, after parsing, defaults and the card rule, with its people set apart. */
export const PartyContent = z.object({
  source: z.string(),
  externalId: z.string(),
  revision: z.number().nullable(),
  facts: PartyFacts,
  person: PersonDraft.nullable(),
  guests: z.array(z.object({ seat: z.number().nullable(), person: PersonDraft })),
  allergies: z.array(SaidAllergy),
  /** Keyed digest of the whole content, names included, without the revision. */
  digest: z.string(),
});
export type PartyContent = z.infer<typeof PartyContent>;
