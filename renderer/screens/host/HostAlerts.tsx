import { type Alert, alertKind } from '../../../shared/domain/model/state.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import { alertWords } from '../board/footer/alertWords.ts';
import type { RefusalNote } from '../board/useRefusals.ts';
import css from './HostScreen.module.css';

/** What the hub asks at the door; the kitchen's alerts are the kitchen's. */
const OF_THE_DOOR: ReadonlySet<string> = new Set([
  'party_question',
  'party_without_table',
  'allergy_after_run',
]);

/** One line: why a press was not done, else that the connection is lost, else what waits for a host. */
export function HostAlerts({ note }: { note: RefusalNote | null }) {
  const { t, time } = useSpeech();
  const port = usePort();
  const isLost = usePicture(({ link }) => link === 'lost');
  const alerts = usePicture((picture) => picture.alerts);
  if (note !== null)
    return (
      <p className={css.said} role="alert" data-testid="alert">
        {t(note.key, note.values)}
      </p>
    );
  if (isLost)
    return (
      <p className={css.said} role="alert" data-testid="alert">
        <b>{t('link.lostTitle', { time: time(port.now() - port.ageMs()) })}</b> {t('host.lostDo')}
      </p>
    );
  const first = Object.values(alerts).find(({ code }) => OF_THE_DOOR.has(alertKind(code)));
  return first ? <DoorAlert alert={first} /> : null;
}

function DoorAlert({ alert }: { alert: Alert }) {
  const speech = useSpeech();
  const port = usePort();
  return (
    <Press
      zone="host-alert"
      testId="alert"
      className={css.ask}
      act={() => void port.press({ type: 'alert.see', code: alert.code })}
    >
      <span>{alertWords(alert, speech)}</span>
      <span>{speech.t('alert.seen')}</span>
    </Press>
  );
}
