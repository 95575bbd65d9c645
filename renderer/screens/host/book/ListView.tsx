import { useCallback, useState } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import { BookLine, PastLine } from './BookLine.tsx';
import { bookRows, SORTS, type Sort } from './bookRows.ts';
import { DayPicker } from './DayPicker.tsx';
import css from './ListView.module.css';
import { NobodyOn } from './NobodyOn.tsx';
import { partyName, personOf } from './partyWords.ts';
import { pastPerson, usePastDay, withPast } from './usePastDay.ts';

const dayOf = (state: State) => state.day;
const noteCount = (state: State) => state.door.shiftNotes.length;

/** The whole book of a day, in the order somebody asks for; today's unless another is picked. */
export function ListView() {
  const speech = useSpeech();
  const { t, locale } = speech;
  const port = usePort();
  const { open, day: picked, showDay } = useDesk();
  const today = useLook(dayOf);
  const notes = useLook(noteCount);
  const [sort, setSort] = useState<Sort>('time');
  const day = picked ?? today;
  const past = usePastDay(day, today);
  const rows = useLook(
    useCallback(
      (state: State) =>
        bookRows(withPast(state.parties.values(), past), day, sort, locale, (party) =>
          partyName(speech, party, personOf(port, party) ?? pastPerson(past, party)),
        ),
      [day, sort, locale, speech, port, past],
    ),
  );
  const covers = rows.reduce((sum, { party }) => sum + party.live.covers, 0);
  return (
    <div className={css.page} data-testid="list-view">
      <div className={css.tools}>
        <DayPicker day={day} today={today} onDay={showDay} />
        <div className={css.acts}>
          <Press
            zone="book:new"
            testId="new-booking"
            className={sheet.button}
            act={() => open({ kind: 'takeIn', as: 'reservation' })}
          >
            {t('host.wait.newBooking')}
          </Press>
          <Press
            zone="book:notes"
            testId="shift-notes"
            className={sheet.button}
            act={() => open({ kind: 'shiftNotes' })}
          >
            {notes === 0 ? t('host.night.notes') : t('host.night.notesOf', { count: notes })}
          </Press>
          <Press
            zone="book:end"
            testId="night-end"
            className={sheet.button}
            act={() => open({ kind: 'nightEnd' })}
          >
            {t('host.night.end')}
          </Press>
        </div>
      </div>
      <div className={css.sorts}>
        {SORTS.map((one) => (
          <Press
            key={one}
            zone={`sort:${one}`}
            testId={`sort-${one}`}
            className={cls(css.sort, one === sort && css.sorted)}
            data={{ 'data-shown': `${one === sort}` }}
            act={() => setSort(one)}
          >
            {t(`host.sort.${one}`)}
          </Press>
        ))}
        <span className={css.sum}>
          {t('host.book.parties', { count: rows.length })} · {t('host.book.coverCount', { count: covers })}
        </span>
      </div>
      <div className={css.rows}>
        {rows.length === 0 ? (
          <NobodyOn isPast={day < today} why={past.why} />
        ) : (
          rows.map(({ party }) =>
            past.parties.includes(party) ? (
              <PastLine key={party.id} party={party} name={pastPerson(past, party)?.name ?? null} />
            ) : (
              <BookLine key={party.id} party={party} />
            ),
          )
        )}
      </div>
    </div>
  );
}
