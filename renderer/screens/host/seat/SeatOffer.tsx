import { useCallback } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import { isOver, isSeated } from '../../../../shared/domain/model/partyStates.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { SeatOffer as Offer } from '../../../../shared/domain/selectors/judgeTables.ts';
import type { ServiceDay } from '../../../../shared/lib/ids.ts';
import { usePicture } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import type { Down } from '../../../ui/press/PressWatch.ts';
import { dayWords } from '../book/days.ts';
import { useDesk } from '../hostContext.ts';
import { HostAct } from './HostAct.tsx';
import { OfferWords } from './OfferWords.tsx';
import css from './Seat.module.css';
import { blankDraft, mustAsk, seatCommand } from './seatDraft.ts';
import { tablesWord } from './seatWords.ts';
import { useJudged, useSeating } from './useSeating.ts';

/** Of the party in hand: one press seats it at the table proposed, or at the one in hand; why is said beneath. */
export function SeatOffer({ party }: { party: Party }) {
  const { selected } = useDesk();
  const isToday = useLook(useCallback(({ day }: State) => party.live.day <= day, [party]));
  if (isOver(party.live)) return null;
  if (!isToday) return <OfAnotherDay day={party.live.day} />;
  if (isSeated(party.live)) return <Sits party={party} />;
  return selected.table === null ? (
    <Proposed party={party} />
  ) : (
    <AtTableInHand party={party} table={selected.table} />
  );
}

/** Who comes on the wrong day is given today on the card first: then every list, and the kitchen, knows. */
function OfAnotherDay({ day }: { day: ServiceDay }) {
  const { t, locale } = useSpeech();
  return (
    <p className={css.why} data-testid="seat-other-day">
      {t('host.seat.otherDay', { day: dayWords(day, locale) })}
    </p>
  );
}

function AtTableInHand({ party, table }: { party: Party; table: string }) {
  return <Place party={party} offer={useJudged(party, [table])} />;
}

function Proposed({ party }: { party: Party }) {
  const { t, time } = useSpeech();
  const { offers, best } = useSeating(party);
  if (best !== null) return <Place party={party} offer={best} />;
  const [soonest] = offers;
  const { covers } = party.live;
  const words =
    soonest === undefined || soonest.freeAt === null
      ? t('host.seat.noneFits', { covers })
      : t('host.seat.noneFree', {
          covers,
          tables: tablesWord(soonest.tables),
          time: time(soonest.freeAt),
        });
  return (
    <div className={css.offer} data-testid="seat-offer">
      <p className={css.warning}>{words}</p>
      <OtherTable party={party} />
    </div>
  );
}

function Place({ party, offer }: { party: Party; offer: Offer }) {
  const { t } = useSpeech();
  const { open, select, send } = useDesk();
  const isLost = usePicture(({ link }) => link === 'lost');
  const asks = mustAsk(party, offer);
  const seat = ({ seen }: Down) => {
    if (asks) open({ kind: 'seat', party: party.id, tables: offer.tables });
    else {
      send(seatCommand(party, offer, blankDraft(party), seen));
      select({ table: null });
    }
  };
  return (
    <div className={css.offer} data-testid="seat-offer" data-tables={tablesWord(offer.tables)}>
      <div className={css.pair}>
        <HostAct
          name="seat"
          testId="seat"
          words={t('host.seat.at', { tables: tablesWord(offer.tables) })}
          isMain
          refused={offer.isStopped ? 'host.seat.notFree' : null}
          act={seat}
        />
        <OtherTable party={party} />
      </div>
      <OfferWords offer={offer} />
      {isLost && <p className={css.warning}>{t('host.seat.waits')}</p>}
      <HostAct
        name="seat-ask"
        words={t('host.seat.ask')}
        act={() => open({ kind: 'seat', party: party.id, tables: offer.tables })}
      />
    </div>
  );
}

function OtherTable({ party }: { party: Party }) {
  const { t } = useSpeech();
  const { open } = useDesk();
  return (
    <HostAct
      name="seat-other"
      words={t('host.seat.other')}
      act={() => open({ kind: 'pick', purpose: 'seat', party: party.id, tables: [] })}
    />
  );
}

/** What a host does most with guests who sit; the rest is their table's. */
function Sits({ party }: { party: Party }) {
  const { t } = useSpeech();
  const { open } = useDesk();
  const [table] = party.live.tables;
  if (table === undefined) return null;
  return (
    <div className={css.acts}>
      <HostAct
        name="table"
        words={t('host.table.title', {
          count: party.live.tables.length,
          tables: tablesWord(party.live.tables),
        })}
        act={() => open({ kind: 'table', table })}
      />
      <HostAct
        name="move"
        words={t('host.seat.move')}
        act={() => open({ kind: 'pick', purpose: 'move', party: party.id, tables: [] })}
      />
    </div>
  );
}
