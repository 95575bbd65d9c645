import { useEffect, useState } from 'react';
import type { StandbyStanding } from '../../../shared/protocol/standbyMessages.ts';
import { askToPromote, readCode, readStanding, readWhere, type ScreenCode } from './promotionApi.ts';

const LOOK_EVERY_MS = 2_000;
const WAIT_EVERY_MS = 300;
/** Far beyond the thirty seconds in which it must be done. */
const GIVEN_UP_MS = 60_000;

export type Promotion =
  | { readonly step: 'offer' | 'asked' | 'working' | 'failed' }
  | { readonly step: 'done'; readonly address: string; readonly code: ScreenCode | null };

const OFFER: Promotion = { step: 'offer' };

/** Whether this device may become the hub, looked at while the hub is away; null: it is no standby. */
export function useStanding(): StandbyStanding | null {
  const [standing, setStanding] = useState<StandbyStanding | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const now = await readStanding();
      if (!isGone && now !== null) setStanding(now);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, []);
  return standing?.isStandby ? standing : null;
}

/** From the offer to the new hub's address. */
export function usePromotion() {
  const [promotion, setPromotion] = useState<Promotion>(OFFER);
  const begin = async () => {
    setPromotion({ step: 'working' });
    setPromotion((await askToPromote()) ? await untilHub() : { step: 'failed' });
  };
  return {
    promotion,
    ask: () => setPromotion({ step: 'asked' }),
    close: () => setPromotion(OFFER),
    begin: () => void begin(),
  };
}

async function untilHub(): Promise<Promotion> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < GIVEN_UP_MS) {
    const where = await readWhere();
    if (where !== null) {
      const code = await readCode(window.location.pathname);
      return { step: 'done', address: code?.address ?? where.addresses[0] ?? window.location.origin, code };
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_EVERY_MS));
  }
  return { step: 'failed' };
}
