import type { PartyFacts } from '../../domain/model/party.ts';
import type { PartyContent } from '../../domain/model/partyPut.ts';
import type { PersonDraft, PersonFields } from '../../domain/model/put.ts';
import { canonicalJson } from '../../lib/canonicalJson.ts';
import { mergedAllergies, seatedAllergy } from './normaliseAllergies.ts';
import type { Digest } from './normalisePut.ts';
import type { OutsideParty } from './party.ts';

const NOBODY: PersonFields = { name: null, phone: null, email: null, notes: null, courier: null, spot: null };

/** A party as the domain compares it: defaults filled in, and every word about a person set apart from what events may carry. */
export function normaliseParty(party: OutsideParty, digest: Digest): PartyContent {
  const content = {
    source: party.source,
    externalId: party.id,
    facts: factsOf(party),
    person: draft(
      {
        ...NOBODY,
        name: party.name,
        phone: party.phone || null,
        email: party.email || null,
        kitchenNotes: party.notes || null,
        guestNotes: party.guestNotes || null,
        tags: party.tags ?? [],
        ...(party.consent === undefined ? {} : { consent: party.consent }),
      },
      digest,
    ),
    guests: (party.guests ?? []).flatMap(({ name, seat }) =>
      name ? [{ seat: seatOf(seat), person: draft({ ...NOBODY, name }, digest) }] : [],
    ),
    allergies: mergedAllergies([
      ...(party.allergies ?? []).map((one) => seatedAllergy(one, null)),
      ...(party.guests ?? []).flatMap(({ seat, allergies = [] }) =>
        allergies.map((one) => seatedAllergy(one, seatOf(seat))),
      ),
    ]),
  };
  return { ...content, revision: party.revision ?? null, digest: digest(canonicalJson(content)) };
}

function factsOf(party: OutsideParty): PartyFacts {
  return {
    state: party.state.trim(),
    covers: party.covers,
    at: party.at ?? null,
    etaAt: party.etaAt ?? null,
    durationMinutes: party.durationMinutes ?? null,
    quotedMinutes: party.quotedMinutes ?? null,
    tables: [...new Set(party.tables ?? [])],
    locked: party.locked ?? false,
    server: party.server || null,
    vip: party.vip ?? false,
    occasion: party.occasion || null,
  };
}

const seatOf = (seat: number | undefined) => (seat !== undefined && seat > 0 ? seat : null);

function draft(fields: PersonFields, digest: Digest): PersonDraft {
  return { digest: digest(canonicalJson(fields)), fields };
}
