import { useCallback } from 'react';
import { type Alert, alertKind, type State } from '../../../shared/domain/model/state.ts';
import { PartyId } from '../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import { alertWords } from '../board/footer/alertWords.ts';
import type { RefusalNote } from '../board/useRefusals.ts';
import css from './HostScreen.module.css';
import { useDesk } from './hostContext.ts';
import { usePartyName } from './partyName.ts';

/** What the hub asks at the door; the kitchen's alerts are the kitchen's. */
const OF_THE_DOOR: ReadonlySet<string> = new Set([
  'party_question',
  'party_without_table',
  'party_seated_nowhere',
  'allergy_after_run',
  'standing_allergy',
  'guests_lost',
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

/** Who is said to sit where they do not is a party that a host seats. */
const OF_A_PARTY: ReadonlySet<string> = new Set(['party_without_table', 'party_seated_nowhere']);

/** The party that such an alert is about; null: of another, or it is gone. */
export function partyOfAlert({ code }: Alert, { parties }: Pick<State, 'parties'>): PartyId | null {
  const kind = alertKind(code);
  const id = PartyId.parse(code.slice(kind.length + 1) || '-');
  return OF_A_PARTY.has(kind) && parties.has(id) ? id : null;
}

/** What is asked of a host is answered where the table or the party stands; the rest is seen. */
function DoorAlert({ alert }: { alert: Alert }) {
  const speech = useSpeech();
  const port = usePort();
  const { open, select } = useDesk();
  const nameOf = usePartyName();
  const party = useLook(useCallback((state: State) => partyOfAlert(alert, state), [alert]));
  const kind = alertKind(alert.code);
  const table = kind === 'party_question' ? alert.values?.where : undefined;
  const act = () => {
    if (party !== null) select({ party });
    if (table === undefined) void port.press({ type: 'alert.see', code: alert.code });
    else open({ kind: 'table', table });
  };
  return (
    <Press zone="host-alert" testId="alert" className={css.ask} act={act}>
      <span>
        {party !== null && <b>{nameOf(party)}: </b>}
        {alertWords(alert, speech)}
      </span>
      <span>{speech.t(answerKey(table !== undefined, party !== null))}</span>
    </Press>
  );
}

function answerKey(isOfTable: boolean, isOfParty: boolean): string {
  if (isOfTable) return 'host.table.answer';
  return isOfParty ? 'host.wait.seat' : 'alert.seen';
}
