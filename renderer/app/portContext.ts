import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { ScreenPicture, ScreenPort } from './screenPort.ts';

const PortContext = createContext<ScreenPort | null>(null);
export const PortProvider = PortContext.Provider;

export function usePort(): ScreenPort {
  const port = useContext(PortContext);
  if (!port) throw new Error('a screen stands outside its port');
  return port;
}

/** One store a port, for as long as the page: what the screens pick from. */
const stores = new WeakMap<ScreenPort, StoreApi<ScreenPicture>>();

function storeOf(port: ScreenPort): StoreApi<ScreenPicture> {
  const known = stores.get(port);
  if (known) return known;
  const store = createStore<ScreenPicture>(() => port.get());
  port.subscribe(() => store.setState(port.get(), true));
  stores.set(port, store);
  return store;
}

/** Renders again only when what is picked changes; pick plain values or what the picture holds. */
export function usePicture<T>(pick: (picture: ScreenPicture) => T): T {
  return useStore(storeOf(usePort()), pick);
}
