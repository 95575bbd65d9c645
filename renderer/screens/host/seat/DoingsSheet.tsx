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
import { authorWords, doingWords, lineWords, partWords } from './doingWords.ts';
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
          <DoingRow key={line.key} doing={line.doings[0]} wordsOf={doingWords} />
        ) : (
          <SeveralRow key={line.key} line={line} />
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
  const { key, doings, open } = line;
  const [newest] = doings;
  const parties = doings.filter((doing) => 'party' in doing).length;
  const said =
    parties > 0
      ? speech.t('host.book.parties', { count: parties })
      : speech.t('host.doing.tables', { count: doings.length });
  return (
    <div data-testid="doings-of-one" data-count={doings.length}>
      <div className={frame.row}>
        <div>
          <p className={frame.name}>{lineWords(line, speech, nameOf)}</p>
          <p className={frame.detail}>{authorWords(newest, speech)}</p>
        </div>
        <HostAct
          name={`undo:${key}`}
          testId="undo-all"
          words={speech.t('host.undo.all', { count: open.length })}
          refused={(open.length === 0 ? doingRefusal(newest.refusal) : null) ?? refusedNow('party.undo')}
          act={({ seen }) => takeBack(open.map((doing) => undoOf(doing, seen)))}
        />
      </div>
      <Fold name={`several:${key}`} title={speech.t('host.undo.each')} said={said}>
        {doings.map((doing) => (
          <DoingRow key={`${doing.step.seq} ${kindOf(doing)}`} doing={doing} wordsOf={partWords} />
        ))}
      </Fold>
    </div>
  );
}

function undoOf(doing: ShiftDoing, seen: number): ScreenCommand {
  if ('party' in doing) return { type: 'party.undo', party: doing.party.id, step: doing.step.seq, seen };
  const { step } = doing;
  if ('server' in step) return { type: 'server.undo', server: step.server, step: step.seq };
  return { type: 'table.undo', table: 'table' in step ? step.table : (step.tables[0] ?? ''), step: step.seq };
}

const kindOf = ({ step }: ShiftDoing): string => ('kind' in step ? step.kind : step.mark);

function reasonOf({ step }: ShiftDoing): string | null {
  if ('reason' in step) return step.reason;
  return 'table' in step ? (step.became.blocked?.reason ?? null) : null;
}

function DoingRow({ doing, wordsOf }: { doing: ShiftDoing; wordsOf: typeof doingWords }) {
  const speech = useSpeech();
  const { send } = useDesk();
  const nameOf = usePartyName();
  const refusedNow = useRefusedNow();
  const { step, refusal } = doing;
  const reason = reasonOf(doing);
  return (
    <div className={frame.row} data-testid="doing" data-kind={kindOf(doing)}>
      <div>
        <p className={frame.name}>{wordsOf(doing, speech, nameOf)}</p>
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
