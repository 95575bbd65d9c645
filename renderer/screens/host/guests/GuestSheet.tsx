import { useEffect, useState } from 'react';
import { GuestId } from '../../../../shared/guests/guest.ts';
import type { GuestCard } from '../../../../shared/guests/guestMessages.ts';
import { PersonId } from '../../../../shared/lib/ids.ts';
import { usePort } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useArmed } from '../../expo/useArmed.ts';
import { HostSheet } from '../HostSheet.tsx';
import { GuestAllergies, GuestVisits } from './GuestLists.tsx';
import { GuestNotes } from './GuestNotes.tsx';
import css from './Guests.module.css';
import { type GuestAnswer, guestsApi } from './guestsApi.ts';
import { useDay } from './guestWords.ts';
import { Said } from './Said.tsx';

type Shown = GuestAnswer<{ readonly card: GuestCard | null }> | 'erased' | null;

/** A guest's card, by his profile or by the person of a party. Opening it is written down at the hub. */
export function GuestSheet({ id }: { readonly id: string }) {
  const { t } = useSpeech();
  const port = usePort();
  const [shown, setShown] = useState<Shown>(null);
  const [looks, setLooks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a change it is asked again
  useEffect(() => {
    let isWanted = true;
    void guestsApi.card(id).then((answer) => {
      if (isWanted) setShown(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [id, looks]);
  const again = () => setLooks((count) => count + 1);
  const card = shown !== null && shown !== 'erased' && shown.ok ? shown.value.card : null;
  const person = GuestId.safeParse(id).success ? null : port.personal(PersonId.parse(id));
  const erase = <Erase id={card?.id ?? id} onErased={() => setShown('erased')} />;
  return (
    <HostSheet
      title={card?.name ?? person?.name ?? t('host.guests.title')}
      foot={shown === 'erased' ? undefined : erase}
    >
      <Contacts phone={card?.phone ?? person?.phone ?? null} email={card?.email ?? person?.email ?? null} />
      {shown === 'erased' && <Said words={t('host.guests.erased')} why={t('host.guests.eraseWhy')} />}
      {shown !== null && shown !== 'erased' && <Card answer={shown} again={again} />}
    </HostSheet>
  );
}

function Contacts({ phone, email }: { readonly phone: string | null; readonly email: string | null }) {
  const said = [phone, email].filter((one) => one !== null && one !== '');
  return said.length === 0 ? null : <p className={css.contacts}>{said.join(' · ')}</p>;
}

function Card(props: {
  readonly answer: GuestAnswer<{ readonly card: GuestCard | null }>;
  readonly again: () => void;
}) {
  const { t } = useSpeech();
  const day = useDay();
  const { answer, again } = props;
  if (!answer.ok)
    return <Said words={t(answer.why === 'forbidden' ? 'host.guests.forbidden' : 'host.guests.away')} />;
  const { card } = answer.value;
  if (card === null) return <Said words={t('host.guests.nobody')} why={t('host.guests.nobodyWhy')} />;
  return (
    <>
      <p className={css.contacts}>{t('host.guests.consentAt', { date: day(card.consentAt) })}</p>
      <GuestAllergies card={card} again={again} />
      <GuestNotes key={card.id} card={card} again={again} />
      <GuestVisits card={card} />
    </>
  );
}

/** It cannot be taken back, so it asks twice, in its own place. */
function Erase({ id, onErased }: { readonly id: string; readonly onErased: () => void }) {
  const { t } = useSpeech();
  const [isArmed, arm] = useArmed();
  const [why, setWhy] = useState<string | null>(null);
  const erase = async () => {
    const answer = await guestsApi.erase(id);
    if (answer.ok) onErased();
    else setWhy(t(answer.why === 'away' ? 'host.guests.away' : 'host.guests.forbidden'));
  };
  return (
    <Press
      zone="guest:erase"
      testId="guest-erase"
      className={sheet.place}
      act={() => (isArmed ? void erase() : arm())}
    >
      {why ?? t(isArmed ? 'host.guests.eraseArmed' : 'host.guests.erase')}
    </Press>
  );
}
