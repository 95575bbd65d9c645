import { epochText } from '../../shared/protocol/screenMessages.ts';
import type { Store } from '../store/Store.ts';
import type { StandbyPort } from './port.ts';
import { SeenStandbys } from './SeenStandbys.ts';

/** What the hub gives to standbys. `marked`: ids of the tokens that the configuration in force marks. */
export function standbyPort(store: Store, marked: () => readonly string[]): StandbyPort {
  return {
    page: (cursor, wantsPersons) => store.standby.read(cursor, epochText(store.epoch), wantsPersons),
    handKey: (publicKey) => store.sealing.handedTo(publicKey),
    isMarked: (tokenId) => marked().includes(tokenId),
    seen: new SeenStandbys(),
  };
}
