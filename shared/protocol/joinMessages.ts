import { z } from 'zod';
import { Role } from '../domain/events/actor.ts';
import { Epoch } from './screenMessages.ts';
import { HandedKey } from './standbyMessages.ts';

/**
 * How a hub that was replaced becomes a station of the one that replaced it: it asks that for a token. Both hold the site's key, and each
 * shows it over a nonce of the other's choosing; the token itself goes sealed, because others may read the line.
 */
export const JoinNonce = z.object({ nonce: z.string().regex(/^[\w-]{16,64}$/u) });

export const JoinAsk = z.object({
  nonce: z.string().max(64),
  /** The one that was replaced. */
  epoch: Epoch,
  /** A fresh X25519 key of the asker. */
  publicKey: z.string().max(200),
  /** No more than whoever pressed the button may do. */
  roles: z.array(Role).min(1).max(20),
  proof: z.string().max(64),
});
export type JoinAsk = z.infer<typeof JoinAsk>;

export const JoinAnswer = z.object({
  ok: z.literal(true),
  siteId: z.string(),
  epoch: Epoch,
  token: HandedKey,
  /** Up to which number the log of the asker equals its own; null: it knows nothing of it. */
  common: z.number().int().nullable(),
  proof: z.string(),
});
export type JoinAnswer = z.infer<typeof JoinAnswer>;

export const joinAskText = ({ nonce, epoch, publicKey, roles }: Omit<JoinAsk, 'proof'>): string =>
  `join:${nonce}:${epoch.n}-${epoch.id}:${publicKey}:${roles.join('+')}`;

/** `publicKey`: of the ask, so that an answer to another is none to this. */
export const joinAnswerText = (
  { epoch, token, common }: Pick<JoinAnswer, 'epoch' | 'token' | 'common'>,
  publicKey: string,
): string => `joined:${epoch.n}-${epoch.id}:${common}:${publicKey}:${token.from}:${token.box}`;
