import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { Store } from '../store/Store.ts';
import type { PicturesPort } from './port.ts';

/** What the hub keeps behind its floor plans; what a room shows is never dropped for what is newer. */
export function picturesPort(
  store: Store,
  { config, now }: { config: () => HouseConfig; now: () => number },
): PicturesPort {
  return {
    keep: (bytes) => {
      const inUse = config().floor.rooms.flatMap(({ picture }) => picture ?? []);
      return store.pictures.keep(bytes, new Set(inUse), now());
    },
    read: (id) => store.pictures.read(id),
  };
}
