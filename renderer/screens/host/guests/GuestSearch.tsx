import { useState } from 'react';
import type { FoundGuest, GuestsFound } from '../../../../shared/guests/guestMessages.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { Typed } from '../../keying/Choices.tsx';
import key from '../../keying/Key.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { type GuestAnswer, guestsApi } from './guestsApi.ts';
import { useDay } from './guestWords.ts';
import { Said } from './Said.tsx';

const LEAST_WORDS = 2;

/** Everybody the house remembers, by name, number or address; and who has looked. */
export function GuestSearch() {
  const { t } = useSpeech();
  const { open } = useDesk();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<GuestAnswer<GuestsFound> | null>(null);
  const find = () => {
    if (words.trim().length >= LEAST_WORDS) void guestsApi.search(words.trim()).then(setFound);
  };
  const foot = (
    <Press
      zone="guests:audit"
      testId="guest-audit"
      className={sheet.place}
      act={() => open({ kind: 'guestAudit' })}
    >
      {t('host.guests.audit')}
    </Press>
  );
  return (
    <HostSheet title={t('host.guests.title')} why={t('host.guests.why')} foot={foot}>
      <form
        className={sheet.section}
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Typed
          name="guest-search"
          title={t('host.guests.search')}
          className={key.typed}
          value={words}
          onTyped={setWords}
        />
        <Press zone="guests:find" testId="guest-find" className={`${sheet.button} ${sheet.main}`} act={find}>
          {t('host.guests.find')}
        </Press>
      </form>
      {found !== null && <Found found={found} />}
    </HostSheet>
  );
}

function Found({ found }: { readonly found: GuestAnswer<GuestsFound> }) {
  const { t } = useSpeech();
  if (!found.ok)
    return <Said words={t(found.why === 'forbidden' ? 'host.guests.forbidden' : 'host.guests.away')} />;
  const { guests, more } = found.value;
  if (guests.length === 0) return <Said words={t('host.guests.none')} why={t('host.guests.noneWhy')} />;
  return (
    <>
      {guests.map((guest) => (
        <Row key={guest.id} guest={guest} />
      ))}
      {more > 0 && <p className={sheet.empty}>{t('host.guests.more', { count: more })}</p>}
    </>
  );
}

function Row({ guest }: { readonly guest: FoundGuest }) {
  const { t } = useSpeech();
  const { open } = useDesk();
  const day = useDay();
  const { id, name, phoneEnd, visits, lastAt } = guest;
  const details = [
    lastAt === null
      ? t('host.guests.noVisits')
      : t('host.guests.regular', { count: visits, date: day(lastAt) }),
    phoneEnd === null ? null : t('host.guests.phoneEnd', { digits: phoneEnd }),
  ].filter((one) => one !== null);
  return (
    <div className={sheet.row} data-testid="found-guest">
      <div>
        <p className={sheet.name}>{name ?? t('host.walkIn')}</p>
        <p className={sheet.detail}>{details.join(' · ')}</p>
      </div>
      <Press
        zone={`guest:${id}`}
        testId="guest-card"
        className={sheet.button}
        act={() => open({ kind: 'guest', id })}
      >
        {t('host.guests.card')}
      </Press>
    </div>
  );
}
