import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { eveningOf, judgeTables } from '../../../../shared/domain/selectors/judgeTables.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import type { Down } from '../../../ui/press/PressWatch.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { OfferWords } from './OfferWords.tsx';
import css from './PickSheet.module.css';
import { type Picking, type PickTable, pickCommand, pickProblem, pickTables } from './pickModel.ts';
import { useRefusedNow } from './refusedNow.ts';
import words from './Seat.module.css';
import { blankDraft, mustAsk, seatCommand } from './seatDraft.ts';
import { tablesWord } from './seatWords.ts';
import { useParty } from './useParty.ts';
import { useJudged } from './useSeating.ts';
import { useTouchTable } from './useTouchTable.ts';

/** Tables are picked here or on the plan beside it: those that may be are lit, the others say who sits there. */
export function PickSheet({ picking }: { picking: Picking }) {
  const { t } = useSpeech();
  const party = useParty(picking.party);
  const nameOf = usePartyName();
  return (
    <HostSheet
      title={t(`host.pick.title.${picking.purpose}`, { party: nameOf(party) })}
      why={t('host.pick.why')}
      foot={<PickFoot picking={picking} party={party} />}
    >
      {party !== null && picking.tables.length > 0 && picking.purpose === 'seat' && (
        <Judged party={party} tables={picking.tables} />
      )}
      <Rooms picking={picking} />
    </HostSheet>
  );
}

function Judged({ party, tables }: { party: Party; tables: readonly string[] }) {
  return (
    <div className={words.words}>
      <OfferWords offer={useJudged(party, tables)} />
    </div>
  );
}

/** What is pressed in the end, for what is refused away from the hub. */
const COMMANDS = {
  seat: 'party.seat',
  move: 'party.move',
  swap: 'party.swap',
  combine: 'table.combine',
} as const;

function PickFoot({ picking, party }: { picking: Picking; party: Party | null }) {
  const { t } = useSpeech();
  const port = usePort();
  const { send, open, close, select } = useDesk();
  const refusedNow = useRefusedNow();
  const problem = useLook(useCallback((state: State) => pickProblem(state, picking), [picking]));
  const refused = refusedNow(COMMANDS[picking.purpose]);
  const isStopped = problem !== null || refused !== null;
  const seat = ({ seen }: Down) => {
    if (party === null) return;
    const offer = port.look((state, config, now) =>
      judgeTables(eveningOf(state, config, now), party, picking.tables),
    );
    if (mustAsk(party, offer)) {
      open({ kind: 'seat', party: party.id, tables: offer.tables });
      return;
    }
    send(seatCommand(party, offer, blankDraft(party), seen));
    select({ table: null });
    close();
  };
  const act = (down: Down) => {
    if (isStopped) return;
    if (picking.purpose === 'seat') {
      seat(down);
      return;
    }
    const command = port.look((state) => pickCommand(state, picking, down.seen));
    if (command !== null) send(command);
    close();
  };
  const said = { tables: tablesWord(picking.tables) };
  const key =
    refused ?? (problem === null ? `host.pick.go.${picking.purpose}` : `host.pick.problem.${problem}`);
  return (
    <Press
      zone="pick:go"
      testId={picking.purpose === 'seat' ? 'seat' : 'pick-go'}
      className={cls(frame.place, !isStopped && frame.main)}
      isBlocked={isStopped}
      act={act}
    >
      {t(key, said)}
    </Press>
  );
}

function Rooms({ picking }: { picking: Picking }) {
  const rooms = usePicture(({ config }) => config.floor.rooms);
  const look = useCallback(
    (state: State, config: HouseConfig) => pickTables(state, config, picking),
    [picking],
  );
  const tables = useLook(look);
  return rooms.map(({ id, name }) => (
    <section key={id} className={frame.section}>
      <p className={frame.heading}>{name}</p>
      <div className={css.tables}>
        {tables
          .filter(({ room }) => room === id)
          .map((one) => (
            <PickOne key={one.table} one={one} />
          ))}
      </div>
    </section>
  ));
}

function PickOne({ one }: { one: PickTable }) {
  const { t } = useSpeech();
  const nameOf = usePartyName();
  const touch = useTouchTable();
  const isLit = one.mayPick || one.isPicked;
  const who = one.party === null ? t(`host.pick.mark.${one.mark}`, { seats: one.seats }) : nameOf(one.party);
  return (
    <Press
      zone={`pick:${one.table}`}
      testId="pick-table"
      data={{ 'data-table': one.table, 'data-mark': one.mark }}
      className={cls(css.table, isLit ? css.lit : css.dim, one.isPicked && css.picked)}
      isBlocked={!isLit}
      act={() => touch(one.table)}
    >
      <b>{one.table}</b>
      <small>{who}</small>
    </Press>
  );
}
