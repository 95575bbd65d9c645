import { useCallback } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type TableCard, tableCard } from '../../../../shared/domain/selectors/tableCard.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { type Speech, useSpeech, wordFor } from '../../../app/words.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { PartyMarks } from '../book/PartyMarks.tsx';
import { personOf } from '../book/partyWords.ts';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { HostAct } from './HostAct.tsx';
import css from './Seat.module.css';
import { SeatOffer } from './SeatOffer.tsx';
import { tablesWord } from './seatWords.ts';
import { TableActs } from './TableActs.tsx';
import { TableChecks, TableCourses } from './TableFood.tsx';
import { TableServer } from './TableServer.tsx';
import { WhoseTicket } from './WhoseTicket.tsx';

/** A table: who is there, how far they are, what they must not eat, and what a host does to it. */
export function HostTableSheet({ table }: { table: string }) {
  const speech = useSpeech();
  const nameOf = usePartyName();
  const look = useCallback(
    (state: State, config: HouseConfig, now: number) => tableCard(state, config, now, table),
    [table],
  );
  const card = useLook(look);
  const { view, sitting } = card;
  const there = sitting ?? view.party;
  const title = speech.t('host.table.title', {
    count: card.tables.length,
    tables: tablesWord(card.tables),
  });
  return (
    <HostSheet title={there === null ? title : `${title} · ${nameOf(there)}`} why={stageWords(card, speech)}>
      {card.questions.map((question) => (
        <WhoseTicket key={question.ticket} question={question} />
      ))}
      {there !== null && <Guests party={there} />}
      {sitting === null && there !== null && (
        <section className={frame.section}>
          <SeatOffer party={there} />
        </section>
      )}
      <TableActs card={card} table={table} />
      <TableCourses card={card} />
      {sitting !== null && <TableServer party={sitting} />}
      {sitting !== null && <TableChecks party={sitting} />}
      {view.next !== null && <Next party={view.next} />}
    </HostSheet>
  );
}

/** `mains on the table · 45 min · SERVER` */
function stageWords({ view }: TableCard, { t, has }: Speech): string {
  const { stage, course, courseName, minutes, move, blocked, awaySince } = view;
  const key = course === null ? `host.floor.stage.${stage}` : `host.floor.courseStage.${stage}`;
  const numbered = course === 0 ? t('course.zero') : t('course.numbered', { number: course ?? 0 });
  const name = courseName ?? numbered;
  return [
    has(key) ? t(key, { course: name }) : stage.replaceAll('_', ' '),
    minutes === null ? null : t('host.table.minutes', { count: minutes }),
    t(`host.table.move.${move}`),
    blocked?.reason || null,
    awaySince === null ? null : t('table.away'),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

function Guests({ party }: { party: Party }) {
  const speech = useSpeech();
  const port = usePort();
  const { t, time } = speech;
  const { covers, seatedAt, state, at } = party.live;
  const since = seatedAt === null ? null : t('host.table.since', { time: time(seatedAt) });
  const booked = at === null ? null : t('host.table.booked', { time: time(at) });
  return (
    <section className={frame.section}>
      <p className={frame.name}>
        {t('host.table.covers', { count: covers })} · {wordFor(speech, 'host.state', state)}
      </p>
      <p className={css.hint}>{[since, booked].filter((words) => words !== null).join(' · ')}</p>
      <PartyMarks party={party} person={personOf(port, party)} />
      <OpenParty party={party} />
    </section>
  );
}

function OpenParty({ party }: { party: Party }) {
  const { t } = useSpeech();
  const { open } = useDesk();
  return (
    <HostAct name="party" words={t('host.table.card')} act={() => open({ kind: 'party', party: party.id })} />
  );
}

function Next({ party }: { party: Party }) {
  const { t, time } = useSpeech();
  const nameOf = usePartyName();
  const { at, covers, locked } = party.live;
  const values = { party: nameOf(party), covers, time: at === null ? '' : time(at) };
  return (
    <section className={frame.section}>
      <p className={frame.heading}>{t('host.table.next')}</p>
      <p className={css.hint}>{t(locked ? 'host.table.nextLocked' : 'host.table.nextParty', values)}</p>
    </section>
  );
}
