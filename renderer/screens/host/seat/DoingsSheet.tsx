import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type Doing, shiftDoings } from '../../../../shared/domain/selectors/shiftDoings.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { authorWords, doingWords } from './doingWords.ts';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';

/** As many as a host scrolls through; whoever looks for more knows the party and opens its card. */
const MOST = 100;
const look = (state: State, config: HouseConfig) => shiftDoings(state, config).slice(0, MOST);

/** What all hosts have done this shift, newest first; each is taken back by name, or says why it is not. */
export function DoingsSheet() {
  const { t } = useSpeech();
  const doings = useLook(look);
  return (
    <HostSheet title={t('host.undo.title')} why={t('host.undo.why')}>
      {doings.length === 0 && <p className={frame.empty}>{t('host.undo.none')}</p>}
      {doings.map((doing) => (
        <DoingRow key={doing.step.seq} doing={doing} />
      ))}
    </HostSheet>
  );
}

function DoingRow({ doing }: { doing: Doing }) {
  const speech = useSpeech();
  const { send } = useDesk();
  const nameOf = usePartyName();
  const refusedNow = useRefusedNow();
  const { party, step, refusal } = doing;
  return (
    <div className={frame.row} data-testid="doing" data-kind={step.kind}>
      <div>
        <p className={frame.name}>{doingWords(doing, speech, nameOf)}</p>
        <p className={frame.detail}>
          {authorWords(doing, speech)}
          {step.reason !== null && ` · “${step.reason}”`}
        </p>
      </div>
      <HostAct
        name={`undo:${step.seq}`}
        testId="undo-doing"
        words={speech.t('host.undo.name')}
        refused={doingRefusal(refusal) ?? refusedNow('party.undo')}
        act={({ seen }) => send({ type: 'party.undo', party: party.id, step: step.seq, seen })}
      />
    </div>
  );
}

/** Key of the words why it cannot be taken back; null: it can. */
export const doingRefusal = (refusal: Doing['refusal']): string | null =>
  refusal === null ? null : `host.undo.refused.${refusal}`;
