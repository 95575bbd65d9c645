import { z } from 'zod';
import {
  GuestAudit,
  GuestCardAnswer,
  type GuestChange,
  GuestErased,
  GuestsFound,
  PastDay,
} from '../../../../shared/guests/guestMessages.ts';
import { posting, reachService } from '../../../app/askService.ts';

/** `away`: the hub does not answer. `forbidden`: this screen's role may not. `gone`: there is no such guest. */
export type GuestAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'away' | 'forbidden' | 'gone' };

const Done = z.object({ ok: z.literal(true) });

async function ask<T>(what: string, schema: z.ZodType<T>, body: unknown): Promise<GuestAnswer<T>> {
  const answer = await reachService(`/api/guests/${what}`, { cache: 'no-store', ...posting(body) });
  if (answer?.status === 401 || answer?.status === 403) return { ok: false, why: 'forbidden' };
  if (answer?.status === 404) return { ok: false, why: 'gone' };
  const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  const parsed = schema.safeParse(said);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, why: 'away' };
}

/** What this page asks its hub about guests. Each question is written down there, with the screen that asked. */
export const guestsApi = {
  card: (id: string) => ask('card', GuestCardAnswer, { id }),
  search: (words: string) => ask('search', GuestsFound, { words }),
  day: (day: string) => ask('day', PastDay, { day }),
  change: (change: GuestChange) => ask('change', Done, change),
  erase: (id: string) => ask('erase', GuestErased, { id }),
  audit: (before: number | null) => ask('audit', GuestAudit, { before }),
};
