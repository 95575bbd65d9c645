import { useState } from 'react';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { KeyedAllergy } from '../../../../shared/domain/commands/keyedCommands.ts';
import type { KeyedGuest } from '../../../../shared/domain/commands/partyCommands.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { PersonFields } from '../../../../shared/domain/model/put.ts';
import type { PartyId } from '../../../../shared/lib/ids.ts';

type Add = Extract<ScreenCommand, { type: 'party.add' }>;
type Edit = Extract<ScreenCommand, { type: 'party.edit' }>;

/** What a host may key of a party. Instants are hub time; words are as typed, empty for none. */
export interface PartyDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly kitchenNotes: string;
  readonly guestNotes: string;
  /** Apart by commas. */
  readonly tags: string;
  /** Whether the guest may be remembered; null: nobody has asked. */
  readonly consent: boolean | null;
  readonly covers: number;
  readonly at: number | null;
  readonly etaAt: number | null;
  readonly durationMinutes: number | null;
  readonly quotedMinutes: number | null;
  readonly tables: readonly string[];
  readonly locked: boolean;
  readonly server: string | null;
  readonly vip: boolean;
  readonly occasion: string;
  /** To be added: what it has already is taken off by name alone. */
  readonly allergies: readonly KeyedAllergy[];
}

export const blankDraft: PartyDraft = {
  name: '',
  phone: '',
  email: '',
  kitchenNotes: '',
  guestNotes: '',
  tags: '',
  consent: null,
  covers: 2,
  at: null,
  etaAt: null,
  durationMinutes: null,
  quotedMinutes: null,
  tables: [],
  locked: false,
  server: null,
  vip: false,
  occasion: '',
  allergies: [],
};

export type ChangeDraft = (change: Partial<PartyDraft>) => void;

/** What is keyed outlives its sheet: a call that comes in between loses no booking. By party, or by what is taken in. */
const drafts = new Map<PartyId | Add['kind'], Partial<PartyDraft>>();

/** The draft over what is true now: a field nobody touched follows the party while the sheet is open. */
export function usePartyDraft(
  about: PartyId | Add['kind'],
  now: PartyDraft,
): { draft: PartyDraft; changed: Partial<PartyDraft>; change: ChangeDraft; clear: () => void } {
  const [changed, setChanged] = useState(drafts.get(about) ?? {});
  const change: ChangeDraft = (by) => {
    const next = { ...drafts.get(about), ...by };
    drafts.set(about, next);
    setChanged(next);
  };
  const clear = () => {
    drafts.delete(about);
    setChanged({});
  };
  return { draft: { ...now, ...changed }, changed, change, clear };
}

export function draftOf({ live }: Pick<Party, 'live'>, person: Partial<PersonFields> | null): PartyDraft {
  const { covers, at, etaAt, durationMinutes, quotedMinutes, tables, locked, server, vip, occasion } = live;
  return {
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
    kitchenNotes: person?.kitchenNotes ?? '',
    guestNotes: person?.guestNotes ?? '',
    tags: (person?.tags ?? []).join(', '),
    consent: person?.consent ?? null,
    covers,
    at,
    etaAt,
    durationMinutes,
    quotedMinutes,
    tables,
    locked,
    server,
    vip,
    occasion: occasion ?? '',
    allergies: [],
  };
}

const GUEST = ['name', 'phone', 'email', 'kitchenNotes', 'guestNotes', 'tags'] as const;

export function addCommand(kind: Add['kind'], draft: PartyDraft): Add {
  return {
    type: 'party.add',
    kind,
    guest: guestOf(draft),
    allergies: [...draft.allergies],
    ...factsOf(draft),
  };
}

/** Only what is otherwise than it was; null: nothing is. */
export function editCommand(party: PartyId, was: PartyDraft, draft: PartyDraft, seen: number): Edit | null {
  const [before, after] = [factsOf(was), factsOf(draft)];
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name as keyof Facts]) !== JSON.stringify(after[name as keyof Facts]),
  );
  const set: Edit['set'] = Object.fromEntries(names.map((name) => [name, after[name as keyof Facts]]));
  const isRenamed =
    was.consent !== draft.consent || GUEST.some((field) => was[field].trim() !== draft[field].trim());
  if (names.length + draft.allergies.length === 0 && !isRenamed) return null;
  const guest = isRenamed ? guestOf(draft) : null;
  return { type: 'party.edit', party, set, guest, allergies: [...draft.allergies], seen };
}

type Facts = Required<Edit['set']>;

function factsOf(draft: PartyDraft): Facts {
  const { covers, at, etaAt, durationMinutes, quotedMinutes, tables, locked, server, vip, occasion } = draft;
  return {
    covers,
    at,
    etaAt,
    durationMinutes,
    quotedMinutes,
    tables: [...tables],
    locked,
    server,
    vip,
    occasion: occasion.trim() || null,
  };
}

function guestOf(draft: PartyDraft): KeyedGuest {
  const of = (field: (typeof GUEST)[number]) => draft[field].trim() || null;
  return {
    name: of('name'),
    phone: of('phone'),
    email: of('email'),
    kitchenNotes: of('kitchenNotes'),
    guestNotes: of('guestNotes'),
    tags: draft.tags.split(',').flatMap((tag) => tag.trim() || []),
    consent: draft.consent,
  };
}
