import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { doorList } from '../../../../shared/domain/selectors/doorList.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useTick } from '../../../ui/useTick.ts';
import { Empty } from '../../board/Empty.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import { Disagreements } from './Disagreements.tsx';
import { PartyMarks } from './PartyMarks.tsx';
import { minutesSince, partyName, personOf, tableWords, waitingWords } from './partyWords.ts';
import { StepButtons } from './StepButtons.tsx';
import { useQuote } from './useQuote.ts';
import css from './WaitlistView.module.css';

const waiting = (state: State, _config: HouseConfig, now: number) => doorList(state, now).waitlist;

/** Who waits, longest first: what they were told, how long they have waited, and what it looks like now. */
export function WaitlistView() {
  const { t } = useSpeech();
  const { open } = useDesk();
  const parties = useLook(waiting);
  return (
    <div className={css.page} data-testid="waitlist-view">
      <div className={css.tools}>
        <Press
          zone="wait:new"
          className={cls(sheet.button, sheet.main)}
          act={() => open({ kind: 'takeIn', as: 'walk_in' })}
        >
          {t('host.wait.add')}
        </Press>
        <p className={css.hook}>{t('host.wait.hook')}</p>
      </div>
      <div className={css.rows}>
        {parties.length === 0 ? (
          <Empty isPart title={t('host.wait.nobody')} why={t('host.wait.nobodyWhy')} />
        ) : (
          parties.map((party) => <Waiting key={party.id} party={party} />)
        )}
      </div>
    </div>
  );
}

function Waiting({ party }: { party: Party }) {
  const speech = useSpeech();
  const { t, time } = speech;
  const port = usePort();
  const { selected, select } = useDesk();
  const { id, live, receivedAt } = party;
  const isSelected = selected.party === id;
  const person = personOf(port, party);
  const state = useTick((now) => waitingWords(speech, party, now));
  const waited = useTick((now) => minutesSince(receivedAt, now));
  const { covers, durationMinutes } = live;
  const quote = useQuote({ covers, durationMinutes, id });
  const over = live.quotedMinutes === null ? null : waited - live.quotedMinutes;
  return (
    <article className={cls(css.row, isSelected && css.selected)} data-testid="waiting" data-party={id}>
      <Press
        zone={`waiting:${id}`}
        testId="waiting-head"
        className={css.head}
        act={() => select({ party: isSelected ? null : id })}
      >
        <span className={css.name}>
          {partyName(speech, party, person)} · {live.covers}
        </span>
        <span className={css.state}>{state}</span>
        <Figure
          name={t('host.wait.quoted')}
          value={live.quotedMinutes === null ? '–' : minutes(live.quotedMinutes)}
        />
        <Figure name={t('host.wait.waited')} value={minutes(waited)} isLate={over !== null && over > 0} />
        <Figure
          name={t('host.wait.difference')}
          value={over === null ? '–' : `${over > 0 ? '+' : over < 0 ? '−' : ''}${minutes(Math.abs(over))}`}
          isLate={over !== null && over > 0}
        />
        <Figure
          name={t('host.wait.next')}
          value={
            quote === null
              ? '–'
              : quote.minutes === 0
                ? t('host.wait.tableNow', { where: tableWords(speech, quote.tables) })
                : `${time(quote.at)} · ${quote.tables.join(' + ')}`
          }
        />
        <div className={css.marks}>
          <Disagreements party={party} />
          <PartyMarks party={party} person={person} />
        </div>
      </Press>
      <div className={css.steps}>
        <Press
          zone={`waiting-seat:${id}`}
          testId="waiting-seat"
          className={sheet.button}
          act={() => select({ party: id })}
        >
          {t('host.wait.seat')}
        </Press>
        <StepButtons party={party} isMain />
      </div>
    </article>
  );

  function minutes(count: number): string {
    return t('host.book.minutes', { count });
  }
}

function Figure({ name, value, isLate = false }: { name: string; value: string; isLate?: boolean }) {
  return (
    <span className={css.figure}>
      <small>{name}</small>
      <b className={cls(isLate && css.late)}>{value}</b>
    </span>
  );
}
