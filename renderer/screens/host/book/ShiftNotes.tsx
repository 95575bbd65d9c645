import { useState } from 'react';
import type { ShiftNote } from '../../../../shared/domain/model/door.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { usePort } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { authorName } from '../authorName.ts';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { dayWords } from './days.ts';
import css from './NightEnd.module.css';

const notesOf = (state: State) => state.door.shiftNotes;
const dayOf = (state: State) => state.day;

/** What is being written outlives the sheet, as all that is keyed at the door does. */
let written = '';

/** Notes of the shift, latest first: for hosts and managers alone. */
export function ShiftNotes() {
  const { t } = useSpeech();
  const { send } = useDesk();
  const notes = useLook(notesOf);
  const [words, setWords] = useState(written);
  const write = (next: string) => {
    written = next;
    setWords(next);
  };
  const isEmpty = words.trim() === '';
  return (
    <HostSheet
      title={t('host.night.notesTitle')}
      why={t('host.night.notesWhy')}
      foot={
        <Press
          zone="note:write"
          testId="note-write"
          className={cls(sheet.place, !isEmpty && sheet.main)}
          isBlocked={isEmpty}
          act={() => {
            if (isEmpty) return;
            send({ type: 'shiftNote.write', words: words.trim() }, () => write(words));
            write('');
          }}
        >
          {t('host.night.write')}
        </Press>
      }
    >
      <section className={sheet.section}>
        <textarea
          className={css.words}
          rows={3}
          maxLength={2_000}
          aria-label={t('host.night.noteAsk')}
          placeholder={t('host.night.noteAsk')}
          data-testid="note-words"
          value={words}
          onChange={({ target }) => write(target.value)}
        />
      </section>
      {notes.length === 0 && <p className={sheet.empty}>{t('host.night.notesNone')}</p>}
      {notes.toReversed().map((note) => (
        <Note key={note.note} note={note} />
      ))}
    </HostSheet>
  );
}

function Note({ note: { note, at, by, screen, day } }: { note: ShiftNote }) {
  const speech = useSpeech();
  const { t, time, locale } = speech;
  const port = usePort();
  const { send } = useDesk();
  const today = useLook(dayOf);
  // Without its key nobody can read what was sealed.
  const words = port.personal(note)?.guestNotes ?? t('host.night.noteLost');
  return (
    <article className={sheet.row} data-testid="note">
      <div>
        <p className={css.note}>{words}</p>
        <p className={sheet.detail}>
          {day === today ? '' : `${dayWords(day, locale)} · `}
          {time(at)} · {authorName({ by, screen }, speech)}
        </p>
      </div>
      <Press
        zone={`note:off:${note}`}
        testId="note-strike"
        className={sheet.button}
        act={() => send({ type: 'shiftNote.strike', note })}
      >
        {t('host.night.strike')}
      </Press>
    </article>
  );
}
