import { useCallback } from 'react';
import { isOver, isSeated } from '../../../../shared/domain/model/partyStates.ts';
import { usePort } from '../../../app/portContext.ts';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { type PickTable, pickTables, withPicked } from './pickModel.ts';

/**
 * What a touch of a table does, wherever it is drawn: while tables are picked it picks; with a party in hand that is to sit it says where; else
 * it opens the table.
 */
export function useTouchTable(): (table: string) => void {
  const port = usePort();
  const { sheet, selected, select, open, refuse } = useDesk();
  const nameOf = usePartyName();
  return useCallback(
    (table) => {
      if (sheet?.kind === 'pick') {
        const one = port
          .look((state, config) => pickTables(state, config, sheet))
          .find((known: PickTable) => known.table === table);
        if (!one) return;
        if (one.mayPick || one.isPicked)
          open({ kind: 'pick', ...port.look((state) => withPicked(state, sheet, table)) });
        else refuse(`host.pick.refused.${one.mark}`, { table, party: nameOf(one.party) });
        return;
      }
      const { party: held } = selected;
      const party = held === null ? undefined : port.look(({ parties }) => parties.get(held));
      const isToSit = party !== undefined && !isSeated(party.live) && !isOver(party.live);
      if (isToSit) select({ table: selected.table === table ? null : table });
      else open({ kind: 'table', table });
    },
    [port, sheet, selected, select, open, refuse, nameOf],
  );
}
