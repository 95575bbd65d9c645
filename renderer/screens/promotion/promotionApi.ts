import { z } from 'zod';
import { FormerStanding, StandbyStanding, Whereabouts } from '../../../shared/protocol/standbyMessages.ts';
import { askService, posting, reachService } from '../../app/askService.ts';

const NONCE_BYTES = 18;
const ScreenCode = z.object({ url: z.string(), address: z.string(), svg: z.string() });
export type ScreenCode = z.infer<typeof ScreenCode>;

/** What this device says of itself as a standby; null: it is none, or does not answer. */
export const readStanding = () => askService('/api/standby', StandbyStanding);

/** What this device knew as a hub that was replaced; null: the service does not answer. */
export const readFormer = () => askService('/api/standby/former', FormerStanding);

/** The hub at this page's own address; null: there is none yet. */
export function readWhere(): Promise<Whereabouts | null> {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const nonce = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return askService(`/api/where?nonce=${nonce}`, Whereabouts);
}

/** True: it has begun. */
export async function askToPromote(): Promise<boolean> {
  const answer = await reachService('/api/standby/promote', posting({}));
  return answer?.status === 202;
}

/** The address of this new hub for one further screen, as a QR code; null: it has none to give. */
export function readCode(path: string): Promise<ScreenCode | null> {
  return askService('/api/standby/code', ScreenCode, posting({ path }));
}
