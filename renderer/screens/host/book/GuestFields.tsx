import { useSpeech } from '../../../app/words.ts';
import { canSeal } from '../../../sync/PressSeal.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { Typed } from '../../keying/Choices.tsx';
import key from '../../keying/Key.module.css';
import { ConsentChoice } from '../guests/ConsentChoice.tsx';
import type { ChangeDraft, PartyDraft } from './partyDraft.ts';

type Fields = { readonly draft: PartyDraft; readonly change: ChangeDraft };

/** Who they are: kept sealed, and shown to no cook beyond the first name. */
export function GuestFields({ draft, change }: Fields) {
  const { t } = useSpeech();
  const typed = (
    field: 'name' | 'phone' | 'email' | 'occasion' | 'tags',
    kind: 'text' | 'tel' | 'email' = 'text',
  ) => (
    <Typed
      name={field}
      kind={kind}
      title={t(`host.book.${field}`)}
      className={key.typed}
      value={draft[field]}
      onTyped={(value) => change({ [field]: value })}
    />
  );
  return (
    <section className={sheet.section}>
      {typed('name')}
      {typed('phone', 'tel')}
      {typed('email', 'email')}
      <ConsentOfContact draft={draft} change={change} />
      {typed('occasion')}
      {typed('tags')}
      <Press
        zone="guest:vip"
        testId="key-vip"
        className={cls(sheet.button, draft.vip && sheet.main)}
        act={() => change({ vip: !draft.vip })}
      >
        {t('tile.vip')}
      </Press>
    </section>
  );
}

/** Asked of whoever leaves a number or an address: without one nobody could be known again. */
export function ConsentOfContact({ draft, change }: Fields) {
  if (draft.phone.trim() === '' && draft.email.trim() === '') return null;
  return (
    <>
      <ContactNotKept />
      <ConsentChoice value={draft.consent} onChoose={(consent) => change({ consent })} />
    </>
  );
}

/** Said where a page cannot seal what is private, before it is lost: it is never stored in clear. */
export function ContactNotKept() {
  const { t } = useSpeech();
  if (canSeal()) return null;
  return (
    <p className={sheet.detail} data-testid="contact-not-kept">
      {t('host.book.notKept')}
    </p>
  );
}

/** Two kinds of notes, apart: what the cooks read, and what only the house does. */
export function NoteFields({ draft, change }: Fields) {
  const { t } = useSpeech();
  const typed = (field: 'kitchenNotes' | 'guestNotes') => (
    <Typed
      name={field}
      title={t(`host.book.${field}`)}
      className={key.typed}
      value={draft[field]}
      onTyped={(value) => change({ [field]: value })}
    />
  );
  return (
    <section className={sheet.section}>
      {typed('kitchenNotes')}
      {typed('guestNotes')}
    </section>
  );
}
