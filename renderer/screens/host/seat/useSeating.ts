import { useCallback, useMemo } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { eveningOf, judgeChoice, type SeatOffer } from '../../../../shared/domain/selectors/judgeTables.ts';
import { bestOffer, suggestTables } from '../../../../shared/domain/selectors/suggestTables.ts';
import { choiceAt } from '../../../../shared/domain/selectors/tableChoices.ts';
import { useLook } from '../../../app/useLook.ts';

export interface Seating {
  /** Where it may sit now, best first; of places that are in use, when. */
  readonly offers: readonly SeatOffer[];
  readonly best: SeatOffer | null;
}

/** Looked at again with every change of the house: a table goes while a host talks. */
export function useSeating(party: Party): Seating {
  const look = useCallback(
    (state: State, config: HouseConfig, now: number) => suggestTables(state, config, now, party),
    [party],
  );
  const offers = useLook(look);
  return useMemo(() => ({ offers, best: bestOffer(offers) }), [offers]);
}

/** What is to be said of tables a host points at, if so many sit down there and that server serves them. */
export function useJudged(
  party: Party,
  tables: readonly string[],
  covers: number = party.live.covers,
  server: string | null = null,
): SeatOffer {
  const key = tables.join('\0');
  const look = useCallback(
    (state: State, config: HouseConfig, now: number) => {
      const evening = eveningOf(state, config, now);
      const place = choiceAt(config, state.door, key.split('\0'));
      return judgeChoice(evening, party, place, { covers, server });
    },
    [party, key, covers, server],
  );
  return useLook(look);
}
