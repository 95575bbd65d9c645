import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ScreenPicture, ScreenPort } from './screenPort.ts';

const PortContext = createContext<ScreenPort | null>(null);
export const PortProvider = PortContext.Provider;

export function usePort(): ScreenPort {
  const port = useContext(PortContext);
  if (!port) throw new Error('a screen stands outside its port');
  return port;
}

/** Renders again only when what is picked changes; pick plain values or what the picture holds. */
export function usePicture<T>(pick: (picture: ScreenPicture) => T): T {
  const port = usePort();
  return useSyncExternalStore(
    (changed) => port.subscribe(changed),
    () => pick(port.get()),
  );
}
