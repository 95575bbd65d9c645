import { z } from 'zod';
import { FormerStanding, StandbyStanding, Whereabouts } from '../../../shared/protocol/standbyMessages.ts';

const NONCE_BYTES = 18;
const ScreenCode = z.object({ url: z.string(), address: z.string(), svg: z.string() });
export type ScreenCode = z.infer<typeof ScreenCode>;

/** What this device says of itself as a standby; null: it is none, or does not answer. */
export const readStanding = () => get('/api/standby', StandbyStanding);

/** What this device knew as a hub that was replaced; null: the service does not answer. */
export const readFormer = () => get('/api/standby/former', FormerStanding);

/** The hub at this page's own address; null: there is none yet. */
export function readWhere(): Promise<Whereabouts | null> {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const nonce = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return get(`/api/where?nonce=${nonce}`, Whereabouts);
}

/** True: it has begun. */
export async function askToPromote(): Promise<boolean> {
  const answer = await post('/api/standby/promote');
  return answer?.status === 202;
}

/** The address of this new hub for one further screen, as a QR code; null: it has none to give. */
export async function readCode(path: string): Promise<ScreenCode | null> {
  const answer = await post('/api/standby/code', { path });
  return answer?.ok ? (ScreenCode.safeParse(await answer.json()).data ?? null) : null;
}

async function get<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const answer = await attempt(path, { cache: 'no-store' });
  // A service that is just changing what it is, or none of ours, may answer with something else.
  const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  return schema.safeParse(said).data ?? null;
}

function post(path: string, body: unknown = {}): Promise<Response | null> {
  const headers = { 'content-type': 'application/json' };
  return attempt(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function attempt(path: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    // Only the network throws here: the service changes what it is, or is away.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
