import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { StationId, type TicketId } from '../../../../shared/lib/ids.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import sheet from '../sheet/Sheet.module.css';
import { ChitButton } from './ChitButton.tsx';

/** Of the open ticket: for whom a chit of it may be printed. `here`: only there; null: each of its stations. */
export function TicketChits({ ticket, here }: { ticket: TicketId; here: StationId | null }) {
  const { t } = useSpeech();
  const all = useLook(
    useCallback((state: State, config: HouseConfig) => stationsOf(state, config, ticket), [ticket]),
  );
  const stations = all.filter((station) => here === null || station === here);
  if (stations.length === 0) return null;
  return (
    <section className={sheet.section} data-testid="ticket-chits">
      <p className={sheet.heading}>{t('paper.heading')}</p>
      <div className={sheet.choices}>
        {stations.map((station) => (
          <ChitButton key={station} ticket={ticket} station={station} isNamed />
        ))}
      </div>
    </section>
  );
}

/** Where anything of it is made, in the order of the house. */
function stationsOf(state: State, { stations }: HouseConfig, ticket: TicketId): StationId[] {
  const versions = state.tickets.get(ticket)?.versions ?? {};
  return stations.flatMap(({ id }) => (Object.hasOwn(versions, id) ? [StationId.parse(id)] : []));
}
