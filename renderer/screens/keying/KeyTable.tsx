import type { State } from '../../../shared/domain/model/state.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import sheet from '../board/sheet/Sheet.module.css';
import { Choices, Typed } from './Choices.tsx';
import css from './Key.module.css';
import type { ChangeDraft, KeyDraft } from './keyDraft.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
const COVERS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12] as const;
const MOST_TABLES = 24;

let tablesKnown: readonly string[] = [];

/** The same list while it is the same: a board in service changes many times a minute. */
function openTables(state: State): readonly string[] {
  const tables = new Set<string>();
  for (const { head, endedAt } of state.tickets.values())
    if (head.table !== null && endedAt === null) tables.add(head.table);
  const sorted = [...tables]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .slice(0, MOST_TABLES);
  if (sorted.join('\0') !== tablesKnown.join('\0')) tablesKnown = sorted;
  return tablesKnown;
}

export function KeyTable({ draft, change }: { draft: KeyDraft; change: ChangeDraft }) {
  const { t } = useSpeech();
  const tables = useLook(openTables);
  const setTable = (table: string) => change((all) => ({ ...all, table, isTakenAlong: false }));
  return (
    <>
      <section className={sheet.section}>
        <Typed
          name="table"
          title={t('keying.tableAsk')}
          className={css.typed}
          value={draft.table}
          onTyped={setTable}
        />
        <div className={css.digits}>
          {DIGITS.map((digit) => (
            <Press
              key={digit}
              zone={`key:digit:${digit}`}
              testId={`key-digit-${digit}`}
              className={sheet.count}
              act={() => setTable(`${draft.table}${digit}`)}
            >
              {digit}
            </Press>
          ))}
          <Press zone="key:clear" className={sheet.button} act={() => setTable('')}>
            {t('keying.clear')}
          </Press>
        </div>
        <div className={cls(sheet.choices, css.below)}>
          <Press
            zone="key:none"
            testId="key-no-table"
            className={cls(sheet.button, draft.isTakenAlong && sheet.main)}
            act={() => change((all) => ({ ...all, table: '', isTakenAlong: !all.isTakenAlong }))}
          >
            {t('keying.tableNone')}
          </Press>
        </div>
      </section>
      {tables.length > 0 && (
        <Choices
          name="at"
          title={t('keying.tableOpen')}
          choices={tables.map((value) => ({ value, words: value }))}
          chosen={draft.table}
          onChosen={setTable}
        />
      )}
      <Choices
        name="covers"
        title={t('keying.coversAsk')}
        choices={COVERS.map((value) => ({ value, words: String(value) }))}
        chosen={draft.covers ?? undefined}
        onChosen={(covers) => change((all) => ({ ...all, covers }))}
      />
    </>
  );
}
