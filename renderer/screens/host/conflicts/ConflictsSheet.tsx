import { useCallback } from 'react';
import type { Party } from '../../../../shared/domain/model/party.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import {
  type ConflictView,
  conflictView,
  maybePressedAgain,
  pressedNow,
} from '../../../../shared/domain/selectors/conflictView.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import type { NotDone } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { type Speech, useSpeech, wordFor } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';

/** Rule S78: presses made away from the hub and not done, each with why and with what stands now, until a host has settled it. */
export function ConflictsSheet() {
  const { t } = useSpeech();
  const port = usePort();
  const list = usePicture(({ notDone }) => notDone);
  const foot = (
    <Press
      zone="conflicts:all"
      testId="conflicts-let-go"
      className={sheet.place}
      act={() => port.readNotDone(list.map(({ id }) => id))}
    >
      {t('host.conflicts.letAllGo')}
    </Press>
  );
  return (
    <HostSheet
      title={t('host.conflicts.title')}
      why={t('host.conflicts.why')}
      foot={list.length > 1 ? foot : undefined}
    >
      {list.length === 0 && <p className={sheet.empty}>{t('host.conflicts.none')}</p>}
      {list.map((entry) => (
        <Conflict key={entry.id} entry={entry} />
      ))}
    </HostSheet>
  );
}

function Conflict({ entry }: { readonly entry: NotDone }) {
  const speech = useSpeech();
  const { t } = speech;
  const port = usePort();
  const { select, go, send } = useDesk();
  const { id, command, code } = entry;
  const view = useLook(useCallback((state: State) => conflictView(state, command), [command]));
  const nameOf = useNames();
  const settle = () => port.readNotDone([id]);
  const { party } = view;
  return (
    <div className={sheet.row} data-testid="conflict" data-code={code}>
      <div>
        <p className={sheet.name}>{aboutWords(entry, view, speech, nameOf)}</p>
        <p className={sheet.detail}>{pressedWords(entry, speech)}</p>
        <p className={sheet.detail}>
          {t(code === 'too_late' ? 'host.conflicts.tooLate' : `rejection.${code}`)}
        </p>
        <p className={sheet.heading}>{t('host.conflicts.stands')}</p>
        {nowWords(view, speech, nameOf).map((words) => (
          <p key={words} className={sheet.detail}>
            {words}
          </p>
        ))}
      </div>
      <div className={sheet.buttons}>
        {view.mayBeSeated && party !== null && (
          <Press
            zone={`elsewhere:${id}`}
            testId="seat-elsewhere"
            className={`${sheet.button} ${sheet.main}`}
            act={() => {
              settle();
              select({ party: party.id, table: null });
              go('floor');
            }}
          >
            {t('host.conflicts.seatElsewhere')}
          </Press>
        )}
        {maybePressedAgain(code) && (
          <Press
            zone={`again:${id}`}
            testId="press-again"
            className={sheet.button}
            act={() => {
              send(pressedNow(command, port.get().seq));
              settle();
            }}
          >
            {t('host.conflicts.again')}
          </Press>
        )}
        <Press zone={`let-go:${id}`} testId="let-go" className={sheet.button} act={settle}>
          {t('host.conflicts.letGo')}
        </Press>
      </div>
    </div>
  );
}

type NameOf = (party: Party) => string;

function useNames(): NameOf {
  const { t } = useSpeech();
  const port = usePort();
  return ({ person }) => (person && port.personal(person.personId)?.name) || t('host.walkIn');
}

/** `Haddad, 4`, whoever it was about; else the tables; else the press itself. */
function aboutWords(
  { command }: NotDone,
  { party, tables }: ConflictView,
  { t }: Speech,
  nameOf: NameOf,
): string {
  if (party !== null) return `${nameOf(party)} · ${party.live.covers}`;
  if (command.type === 'party.add') return `${command.guest.name ?? t('host.walkIn')} · ${command.covers}`;
  return tables.length > 0 ? tables.map(({ table }) => table).join(' + ') : t('host.conflicts.press.other');
}

function pressedWords({ command, at }: NotDone, speech: Speech): string {
  const { t, has, time } = speech;
  const word = `host.conflicts.press.${command.type.replace('.', '_')}`;
  const tables = 'tables' in command && command.tables.length > 0 ? command.tables.join(' + ') : null;
  const press = t(has(word) ? word : 'host.conflicts.press.other');
  const what = tables === null ? press : `${press} ${t('host.conflicts.at', { tables })}`;
  return t('host.conflicts.pressed', { what, time: time(at) });
}

function nowWords({ party, isPartyGone, tables }: ConflictView, speech: Speech, nameOf: NameOf): string[] {
  const { t } = speech;
  const of = (one: Party) => {
    const state = wordFor(speech, 'host.state', one.live.state);
    const at = one.live.tables.join(' + ');
    return at === ''
      ? t('host.conflicts.partyNow', { name: nameOf(one), state })
      : t('host.conflicts.partyAt', { name: nameOf(one), state, tables: at });
  };
  return [
    ...(isPartyGone ? [t('host.conflicts.gone')] : []),
    ...(party === null ? [] : [of(party)]),
    ...tables
      .filter(({ by }) => by === null || by.id !== party?.id)
      .map(({ table, by }) =>
        by === null
          ? t('host.conflicts.free', { table })
          : t('host.conflicts.sits', { table, name: nameOf(by) }),
      ),
  ];
}
