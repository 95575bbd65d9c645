import { useCallback, useState } from 'react';
import type { State } from '../../../../shared/domain/model/state.ts';
import type { ServiceDay } from '../../../../shared/lib/ids.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Empty } from '../../board/Empty.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import { BookLine } from './BookLine.tsx';
import { bookRows, SORTS, type Sort } from './bookRows.ts';
import { DayPicker } from './DayPicker.tsx';
import css from './ListView.module.css';
import { partyName, personOf } from './partyWords.ts';

const dayOf = (state: State) => state.day;
const noteCount = (state: State) => state.door.shiftNotes.length;

/** The whole book of a day, in the order somebody asks for; today's unless another is picked. */
export function ListView() {
  const speech = useSpeech();
  const { t, locale } = speech;
  const port = usePort();
  const { open } = useDesk();
  const today = useLook(dayOf);
  const notes = useLook(noteCount);
  const [picked, setPicked] = useState<ServiceDay | null>(null);
  const [sort, setSort] = useState<Sort>('time');
  const day = picked ?? today;
  const rows = useLook(
    useCallback(
      (state: State) =>
        bookRows(state.parties.values(), day, sort, locale, (party) =>
          partyName(speech, party, personOf(port, party)),
        ),
      [day, sort, locale, speech, port],
    ),
  );
  const covers = rows.reduce((sum, { party }) => sum + party.live.covers, 0);
  return (
    <div className={css.page} data-testid="list-view">
      <div className={css.tools}>
        <DayPicker day={day} today={today} onDay={setPicked} />
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
          <Empty isPart title={t('host.book.dayNone')} why={t('host.book.dayNoneWhy')} />
        ) : (
          rows.map(({ party }) => <BookLine key={party.id} party={party} />)
        )}
      </div>
    </div>
  );
}
