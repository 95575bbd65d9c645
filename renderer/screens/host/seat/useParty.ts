import { useCallback } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { PartyId } from '../../../../shared/lib/ids.ts';
import { useLook } from '../../../app/useLook.ts';

/** As it stands now; null: its day is over. */
export function useParty(id: PartyId | null): Party | null {
  return useLook(useCallback(({ parties }: State) => (id === null ? null : (parties.get(id) ?? null)), [id]));
}
