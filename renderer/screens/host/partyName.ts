import { useCallback } from 'react';
import type { Party } from '../../../shared/domain/model/party.ts';
import type { PartyId } from '../../../shared/lib/ids.ts';
import { usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { partyName, personOf } from './book/partyWords.ts';

/** null: a party that is gone from the state. */
export type PartyName = (party: PartyId | Party | null) => string;

/** What a host calls a party, by itself or by its id. */
export function usePartyName(): PartyName {
  const port = usePort();
  const speech = useSpeech();
  return useCallback(
    (asked) => {
      const party = typeof asked === 'string' ? port.look(({ parties }) => parties.get(asked)) : asked;
      return party ? partyName(speech, party, personOf(port, party)) : '?';
    },
    [port, speech],
  );
}
