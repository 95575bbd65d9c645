import { useState } from 'react';
import { MAX_GUEST_NOTES } from '../../../../shared/guests/guest.ts';
import type { GuestCard } from '../../../../shared/guests/guestMessages.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import css from './Guests.module.css';
import { guestsApi } from './guestsApi.ts';

/** The house's own words, for hosts and managers alone. */
export function GuestNotes({ card, again }: { readonly card: GuestCard; readonly again: () => void }) {
  const { t } = useSpeech();
  const [notes, setNotes] = useState(card.notes ?? '');
  const isNew = notes.trim() !== (card.notes ?? '');
  const save = async () => {
    await guestsApi.change({ id: card.id, notes: notes.trim() || null });
    again();
  };
  return (
    <section className={sheet.section}>
      <label className={css.notes}>
        <span className={sheet.heading}>{t('host.guests.notes')}</span>
        <textarea
          name="guest-notes"
          data-testid="guest-notes"
          rows={3}
          maxLength={MAX_GUEST_NOTES}
          value={notes}
          onChange={(event) => setNotes(event.target.value)}
        />
      </label>
      {isNew && (
        <Press
          zone="guest:notes"
          testId="guest-notes-save"
          className={`${sheet.button} ${sheet.main}`}
          act={() => void save()}
        >
          {t('host.guests.save')}
        </Press>
      )}
    </section>
  );
}
