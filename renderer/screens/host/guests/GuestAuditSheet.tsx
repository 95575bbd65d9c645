import { useEffect, useState } from 'react';
import type { AuditEntry } from '../../../../shared/guests/guestMessages.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { guestsApi } from './guestsApi.ts';
import { useDay } from './guestWords.ts';
import { Said } from './Said.tsx';

interface Read {
  readonly entries: readonly AuditEntry[];
  readonly next: number | null;
  readonly why: 'away' | 'forbidden' | 'gone' | null;
}

const NOTHING: Read = { entries: [], next: null, why: null };

/** Who looked at whose card, when and from where: for managers. Guests stand in it by ids alone. */
export function GuestAuditSheet() {
  const { t } = useSpeech();
  const [read, setRead] = useState<Read | null>(null);
  const take = async (before: number | null) => {
    const answer = await guestsApi.audit(before);
    setRead((known) =>
      answer.ok
        ? {
            entries: [...(known?.entries ?? []), ...answer.value.entries],
            next: answer.value.next,
            why: null,
          }
        : { ...(known ?? NOTHING), why: answer.why },
    );
  };
  useEffect(() => {
    let isWanted = true;
    void guestsApi.audit(null).then((answer) => {
      if (!isWanted) return;
      setRead(answer.ok ? { ...answer.value, why: null } : { ...NOTHING, why: answer.why });
    });
    return () => {
      isWanted = false;
    };
  }, []);
  const next = read?.next ?? null;
  const older = (
    <Press zone="audit:older" testId="audit-older" className={sheet.place} act={() => void take(next)}>
      {t('host.guests.older')}
    </Press>
  );
  return (
    <HostSheet
      title={t('host.guests.auditTitle')}
      why={t('host.guests.auditWhy')}
      foot={next === null ? undefined : older}
    >
      {read !== null && read.why !== null && (
        <Said words={t(read.why === 'forbidden' ? 'host.guests.forbidden' : 'host.guests.away')} />
      )}
      {read !== null && read.why === null && read.entries.length === 0 && (
        <Said words={t('host.guests.auditNone')} />
      )}
      {read?.entries.map((entry) => (
        <Entry key={entry.n} entry={entry} />
      ))}
    </HostSheet>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { t, time, has } = useSpeech();
  const day = useDay();
  const { at, action, by, about } = entry;
  const known = `host.guests.by.${by}`;
  return (
    <div className={sheet.row} data-testid="audit-entry" data-action={action}>
      <div>
        <p className={sheet.name}>{has(known) ? t(known) : by}</p>
        <p className={sheet.detail}>
          {day(at)} {time(at)} · {t(`host.guests.action.${action}`, { count: about.length })}
        </p>
        <p className={sheet.detail}>{about.join(' ')}</p>
      </div>
    </div>
  );
}
