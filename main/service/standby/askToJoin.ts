import type { Logger } from 'pino';
import { z } from 'zod';
import type { Role } from '../../../shared/domain/events/actor.ts';
import { isNewerEpoch } from '../../../shared/protocol/epochOrder.ts';
import { JoinAnswer, JoinNonce, joinAnswerText, joinAskText } from '../../../shared/protocol/joinMessages.ts';
import type { HubPort } from '../../hub/port.ts';
import { keyReceiver } from '../../store/handKey.ts';

/** A person waits before a page. */
const ANSWER_MS = 3_000;

export type JoinOutcome =
  | { readonly ok: true; readonly hubUrl: string; readonly token: string }
  /** `away`: nobody answers; `refused`: somebody does and gives nothing, because one of the two has another key or it is no hub any more. */
  | { readonly ok: false; readonly why: 'away' | 'refused' };

/** Asks the hub that replaced this one for a station's token. Believes only who shows the site's key. */
export async function askToJoin(hub: HubPort, roles: readonly Role[], log: Logger): Promise<JoinOutcome> {
  let isAnswered = false;
  for (const address of hub.fencing.by()?.addresses ?? []) {
    const nonce = JoinNonce.safeParse(await json(`${address}/api/standby/join`));
    if (!nonce.success) continue;
    isAnswered = true;
    const token = await tokenFrom(address, nonce.data.nonce, { hub, roles, log });
    if (token !== null) return { ok: true, hubUrl: address, token };
  }
  return { ok: false, why: isAnswered ? 'refused' : 'away' };
}

interface Asking {
  readonly hub: HubPort;
  readonly roles: readonly Role[];
  readonly log: Logger;
}

async function tokenFrom(
  address: string,
  nonce: string,
  { hub, roles, log }: Asking,
): Promise<string | null> {
  const receiver = keyReceiver();
  const { publicKey } = receiver;
  const asked = { nonce, epoch: hub.epoch, publicKey, roles: [...roles] };
  const answer = JoinAnswer.safeParse(
    await json(`${address}/api/standby/join`, { ...asked, proof: hub.digest(joinAskText(asked)) }),
  );
  if (!answer.success) return null;
  const { siteId, epoch, common, token, proof } = answer.data;
  const isTheHub = siteId === hub.siteId && isNewerEpoch(epoch, hub.epoch);
  if (!isTheHub || proof !== hub.digest(joinAnswerText(answer.data, publicKey))) {
    log.warn({ address }, 'somebody without the key offers to let this device in');
    return null;
  }
  hub.fencing.meet({
    epoch,
    common,
    addresses: [...new Set([address, ...(hub.fencing.by()?.addresses ?? [])])],
  });
  return z.string().min(1).parse(receiver.open(token).toString('utf8'));
}

async function json(url: string, body?: unknown): Promise<unknown> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const answer = await fetch(url, {
      ...(body === undefined ? {} : post),
      signal: AbortSignal.timeout(ANSWER_MS),
      redirect: 'error',
    });
    const value: unknown = await answer.json();
    return value;
  } catch {
    // Off, on another network, or another program: the page says so.
    return null;
  }
}
