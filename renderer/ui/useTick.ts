import { useSyncExternalStore } from 'react';
import { usePort } from '../app/portContext.ts';
import type { ScreenPort } from '../app/screenPort.ts';
import { Ticker } from './ticker.ts';

const tickers = new WeakMap<ScreenPort, Ticker>();

function tickerOf(port: ScreenPort): Ticker {
  const known = tickers.get(port);
  if (known) return known;
  const ticker = new Ticker(() => port.now());
  tickers.set(port, ticker);
  return ticker;
}

/** What `pick` makes of hub time, each second. Pick a string or number: the caller renders again only when it changes. */
export function useTick<T extends string | number | boolean>(pick: (now: number) => T): T {
  const ticker = tickerOf(usePort());
  return useSyncExternalStore(ticker.subscribe, () => pick(ticker.second()));
}

/** The clocks of this page's screen come after a press; see `Ticker.giveWay`. */
export function ticksGiveWay(port: ScreenPort): void {
  tickerOf(port).giveWay();
}
