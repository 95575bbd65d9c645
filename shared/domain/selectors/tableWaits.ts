import type { WaitMinutes } from '../../config/floor.ts';
import type { Stage } from './tableStage.ts';

const MINUTE_MS = 60_000;

interface Standing {
  readonly stage: Stage;
  /** Hub time; null: nothing has happened there yet. */
  readonly since: number | null;
  readonly awaySince: number | null;
  /** When the next party is due there; null: nobody is. */
  readonly nextAt: number | null;
}

/** Why somebody is needed at a table. `waits`: its stage has lasted longer than is good. `needed`: who comes next is due, and it is not free. */
export type Need = 'waits' | 'needed';

/** Rule S24. Hub time in ms. null: nobody has to go there. */
export function tableNeeds(
  { stage, since, awaySince, nextAt }: Standing,
  limits: WaitMinutes,
  now: number,
): Need | null {
  const isTaken = stage !== 'open' && stage !== 'reserved' && stage !== 'blocked';
  const minutes = isTaken ? limits[stage] : null;
  // Guests who have left the table for a while are waited for, and not the other way round.
  const isOver =
    minutes !== null && since !== null && awaySince === null && now - since >= minutes * MINUTE_MS;
  if (isOver) return 'waits';
  const isAtTheDoor = stage === 'arrived' || stage === 'partly_arrived';
  return isTaken && !isAtTheDoor && nextAt !== null && nextAt <= now ? 'needed' : null;
}
