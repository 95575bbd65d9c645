import { useEffect, useMemo, useState } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { PastDay } from '../../../../shared/guests/guestMessages.ts';
import type { PersonId, ServiceDay } from '../../../../shared/lib/ids.ts';
import { usePicture } from '../../../app/portContext.ts';
import { type GuestAnswer, guestsApi } from '../guests/guestsApi.ts';

/** What the hub's history has of a day. */
export interface PastParties {
  readonly parties: readonly Party[];
  /** null: it is kept no more, or they never said it. */
  readonly nameOf: (person: PersonId) => string | null;
  /** Why there are none to show; null: these are all there are. */
  readonly why: 'asking' | Extract<GuestAnswer<PastDay>, { ok: false }>['why'] | null;
}

const NONE: PastParties = { parties: [], nameOf: () => null, why: null };
const ASKING: PastParties = { ...NONE, why: 'asking' };

/** Rule S85: asked of the hub when a day before today is looked at, and again when the link is back. */
export function usePastDay(day: ServiceDay, today: ServiceDay): PastParties {
  const wanted = day < today ? day : null;
  const isLive = usePicture(({ link }) => link === 'live');
  const [known, setKnown] = useState<{ day: ServiceDay; answer: GuestAnswer<PastDay> } | null>(null);
  const isWhole = known?.day === wanted && known?.answer.ok === true;
  useEffect(() => {
    if (wanted === null || isWhole || !isLive) return;
    let isWanted = true;
    void guestsApi.day(wanted).then((answer) => {
      if (isWanted) setKnown({ day: wanted, answer });
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, isWhole, isLive]);
  return useMemo(() => {
    if (wanted === null) return NONE;
    if (known?.day !== wanted) return isLive ? ASKING : { ...NONE, why: 'away' };
    return known.answer.ok ? pastParties(known.answer.value) : { ...NONE, why: known.answer.why };
  }, [known, wanted, isLive]);
}

export function pastParties({ parties }: PastDay): PastParties {
  const names = new Map(parties.map(({ party, name }) => [party.person?.personId, name]));
  return {
    parties: parties.map(({ party }) => ({ ...party, steps: [], served: [] })),
    nameOf: (person) => names.get(person) ?? null,
    why: null,
  };
}

/** Who it was, of one who is held no more. */
export function pastPerson(past: PastParties, { person }: Pick<Party, 'person'>): { name: string } | null {
  const name = person && past.nameOf(person.personId);
  return name ? { name } : null;
}

/** Of who is still held the hub knows more than its history: a party that sat past the roll. */
export function withPast(held: Iterable<Party>, past: PastParties): Party[] {
  const parties = [...held];
  const ids = new Set(parties.map(({ id }) => id));
  return [...parties, ...past.parties.filter(({ id }) => !ids.has(id))];
}
