import { useState } from 'react';
import { usePicture } from '../../app/portContext.ts';
import { dishName, useSpeech, wordFor } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { FindKeys } from '../board/sheet/FindKeys.tsx';
import { isFound } from '../board/sheet/find.ts';
import sheet from '../board/sheet/Sheet.module.css';
import { seatWord } from '../board/tile/allergyWords.ts';
import { Choices, Typed } from './Choices.tsx';
import css from './Key.module.css';
import { COURSES } from './KeyDishes.tsx';
import { type ChangeDraft, type DraftLine, type KeyDraft, seatsOf, withLine } from './keyDraft.ts';
import { modifierWords } from './modifierWords.ts';

const VERBS = ['no', 'add', 'extra', 'light', 'side', 'sub'] as const;
/** More are found by their letters. */
const MOST_SHOWN = 12;

/** One line: whose, when, made how, with what note. */
export function KeyLine(props: {
  line: DraftLine;
  draft: KeyDraft;
  change: ChangeDraft;
  onDone: () => void;
}) {
  const { line, draft, change, onDone } = props;
  const speech = useSpeech();
  const { t, language } = speech;
  const set = (by: Partial<DraftLine>) => change((all) => withLine(all, line.key, by));
  return (
    <>
      <div className={sheet.row}>
        <p className={sheet.name}>
          {line.quantity} {dishName(line, language)}
        </p>
        <Press zone="key:done" testId="key-line-done" className={cls(sheet.button, sheet.main)} act={onDone}>
          {t('keying.back')}
        </Press>
      </div>
      <Choices
        name="line-seat"
        title={t('keying.seatAsk')}
        choices={[null, 0, ...seatsOf(draft)].map((value) => ({
          value,
          words: value === null ? t('keying.nobody') : seatWord(speech, value),
        }))}
        chosen={line.seat}
        onChosen={(seat) => set({ seat })}
      />
      <Choices
        name="line-course"
        title={t('keying.courseAsk')}
        choices={COURSES.map((value) => ({
          value,
          words: value === 0 ? t('course.zero') : t('course.numbered', { number: String(value) }),
        }))}
        chosen={line.course}
        onChosen={(course) => set({ course })}
      />
      <Modifiers line={line} set={set} />
      <section className={sheet.section}>
        <Typed
          name="note"
          title={t('keying.noteAsk')}
          className={css.typed}
          value={line.notes ?? ''}
          onTyped={(notes) => set({ notes: notes === '' ? null : notes })}
        />
      </section>
    </>
  );
}

function Modifiers({ line, set }: { line: DraftLine; set: (by: Partial<DraftLine>) => void }) {
  const speech = useSpeech();
  const { t, language } = speech;
  const menus = usePicture(({ config }) => config.posMenus);
  const [verb, setVerb] = useState<(typeof VERBS)[number]>('no');
  const [find, setFind] = useState('');
  const [typed, setTyped] = useState('');
  const known = (line.source === null ? undefined : menus[line.source])?.modifiers ?? [];
  const nameOf = (one: (typeof known)[number]) =>
    dishName({ name: one.kitchenName ?? one.name, names: one.names ?? null }, language);
  const add = (modifier: DraftLine['modifiers'][number]) => set({ modifiers: [...line.modifiers, modifier] });
  return (
    <>
      <section className={sheet.section}>
        <p className={sheet.heading}>{t('keying.modifiersAsk')}</p>
        <div className={sheet.choices}>
          {line.modifiers.map((modifier, index) => (
            <Press
              // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be keyed twice
              key={index}
              zone={`key:modifier:${index}`}
              className={cls(sheet.button, sheet.main)}
              hint={t('keying.remove')}
              act={() => set({ modifiers: line.modifiers.filter((_, at) => at !== index) })}
            >
              {modifierWords(modifier, speech)} ×
            </Press>
          ))}
        </div>
      </section>
      {known.length > 0 && (
        <>
          <FindKeys typed={find} names={known.map(nameOf)} onTyped={setFind} />
          <section className={cls(sheet.section, sheet.choices)}>
            {known
              .filter((one) => isFound(nameOf(one), find))
              .slice(0, MOST_SHOWN)
              .map((one) => (
                <Press
                  key={one.id}
                  zone={`key:known:${one.id}`}
                  testId="key-modifier"
                  className={sheet.button}
                  act={() => add({ id: one.id, name: one.kitchenName ?? one.name, kind: one.kind })}
                >
                  {modifierWords({ id: one.id, name: nameOf(one), kind: one.kind }, speech)}
                </Press>
              ))}
          </section>
        </>
      )}
      <Choices
        name="verb"
        title={t('keying.verb')}
        choices={VERBS.map((value) => ({ value, words: wordFor(speech, 'verb', value) }))}
        chosen={verb}
        onChosen={setVerb}
      />
      <section className={sheet.section}>
        <Typed
          name="modifier"
          title={t('keying.typedModifier')}
          className={css.typed}
          value={typed}
          onTyped={setTyped}
        />
        <div className={sheet.choices}>
          <Press
            zone="key:add-modifier"
            testId="key-add-modifier"
            className={sheet.button}
            isBlocked={typed.trim() === ''}
            act={() => {
              if (typed.trim() === '') return;
              add({ id: null, name: typed.trim(), kind: verb });
              setTyped('');
            }}
          >
            {t('keying.addTyped')}
          </Press>
        </div>
      </section>
    </>
  );
}
