import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import {
  type Doing,
  type DoingLine,
  type ShiftDoing,
  shiftLines,
} from '../../../../shared/domain/selectors/shiftDoings.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { Fold } from '../book/Fold.tsx';
import { HostSheet } from '../HostSheet.tsx';
import { useDesk } from '../hostContext.ts';
import { usePartyName } from '../partyName.ts';
import { authorWords, doingWords, lineWords } from './doingWords.ts';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';
import { useTakeBack } from './useTakeBack.ts';

/** As many as a host scrolls through; whoever looks for more knows the party and opens its card. */
const MOST = 100;
const look = (state: State, config: HouseConfig) => shiftLines(state, config).slice(0, MOST);

/** What all hosts have done this shift, newest first; each is taken back by name, or says why it is not. */
export function DoingsSheet() {
  const { t } = useSpeech();
  const lines = useLook(look);
  return (
    <HostSheet title={t('host.undo.title')} why={t('host.undo.why')}>
      {lines.length === 0 && <p className={frame.empty}>{t('host.undo.none')}</p>}
      {lines.map((line) =>
        line.doings.length === 1 ? (
          <DoingRow key={line.doings[0].step.seq} doing={line.doings[0]} />
        ) : (
          <SeveralRow key={line.doings[0].step.press} line={line} />
        ),
      )}
    </HostSheet>
  );
}

/** What one press did to several parties or tables: taken back together, or opened, and one by one. */
function SeveralRow({ line }: { line: DoingLine }) {
  const speech = useSpeech();
  const nameOf = usePartyName();
  const refusedNow = useRefusedNow();
  const takeBack = useTakeBack();
  const { doings, open } = line;
  const [newest] = doings;
  const count = { count: doings.length };
  const said =
    'party' in newest ? speech.t('host.book.parties', count) : speech.t('host.doing.tables', count);
  return (
    <div data-testid="doings-of-one" data-count={doings.length}>
      <div className={frame.row}>
        <div>
          <p className={frame.name}>{lineWords(line, speech, nameOf)}</p>
          <p className={frame.detail}>{authorWords(newest, speech)}</p>
        </div>
        <HostAct
          name={`undo:${newest.step.press}`}
          testId="undo-all"
          words={speech.t('host.undo.all', { count: open.length })}
          refused={(open.length === 0 ? doingRefusal(newest.refusal) : null) ?? refusedNow('party.undo')}
          act={({ seen }) => takeBack(open.map((doing) => undoOf(doing, seen)))}
        />
      </div>
      <Fold name={`several:${newest.step.press}`} title={speech.t('host.undo.each')} said={said}>
        {doings.map((doing) => (
          <DoingRow key={doing.step.seq} doing={doing} />
        ))}
      </Fold>
    </div>
  );
}

function undoOf(doing: ShiftDoing, seen: number): ScreenCommand {
  const step = doing.step.seq;
  return 'party' in doing
    ? { type: 'party.undo', party: doing.party.id, step, seen }
    : { type: 'table.undo', table: doing.step.table, step };
}

function DoingRow({ doing }: { doing: ShiftDoing }) {
  const speech = useSpeech();
  const { send } = useDesk();
  const nameOf = usePartyName();
  const refusedNow = useRefusedNow();
  const { step, refusal } = doing;
  const reason = 'reason' in step ? step.reason : (step.became.blocked?.reason ?? null);
  return (
    <div className={frame.row} data-testid="doing" data-kind={'kind' in step ? step.kind : step.mark}>
      <div>
        <p className={frame.name}>{doingWords(doing, speech, nameOf)}</p>
        <p className={frame.detail}>
          {authorWords(doing, speech)}
          {reason !== null && ` · “${reason}”`}
        </p>
      </div>
      <HostAct
        name={`undo:${step.seq}`}
        testId="undo-doing"
        words={speech.t('host.undo.name')}
        refused={doingRefusal(refusal) ?? refusedNow('party.undo')}
        act={({ seen }) => send(undoOf(doing, seen))}
      />
    </div>
  );
}

/** Key of the words why it cannot be taken back; null: it can. */
export const doingRefusal = (refusal: Doing['refusal']): string | null =>
  refusal === null ? null : `host.undo.refused.${refusal}`;
