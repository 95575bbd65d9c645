import { useState } from 'react';
import type { KeyedAllergy } from '../../../shared/domain/commands/keyedCommands.ts';
import { ALLERGEN_CODES, normaliseAllergen } from '../../../shared/domain/model/allergen.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import sheet from '../board/sheet/Sheet.module.css';
import { allergenWord, allergyAndSeat, seatWord } from '../board/tile/allergyWords.ts';
import { Choices, Typed } from './Choices.tsx';
import css from './Key.module.css';
import { type ChangeDraft, isSameAllergy, type KeyDraft, seatsOf, withAllergy } from './keyDraft.ts';

const SEVERITIES = ['anaphylaxis', 'allergy', 'unknown', 'intolerance', 'diet'] as const;

/** Whose, what, how grave, and in the guest's words. A seat nobody has named counts for the whole table. */
export function KeyAllergies({ draft, change }: { draft: KeyDraft; change: ChangeDraft }) {
  const speech = useSpeech();
  const { t } = speech;
  const [seat, setSeat] = useState<number | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [severity, setSeverity] = useState<KeyedAllergy['severity']>('allergy');
  const [crossContact, setCrossContact] = useState(false);
  const [other, setOther] = useState('');
  const [words, setWords] = useState('');
  const allergen = other.trim() === '' ? code : normaliseAllergen(other);
  const add = () => {
    if (allergen === null) return;
    const allergy = { allergen, severity, crossContact, words: words.trim() || null, seat };
    change((all) => withAllergy(all, allergy));
    setCode(null);
    setOther('');
    setWords('');
    setCrossContact(false);
  };
  return (
    <>
      <KeyedAllergies draft={draft} change={change} />
      <Choices
        name="allergy-seat"
        title={t('keying.seatAsk')}
        choices={[null, ...seatsOf(draft)].map((value) => ({ value, words: seatWord(speech, value) }))}
        chosen={seat}
        onChosen={setSeat}
      />
      <Choices
        name="allergen"
        title={t('keying.allergyAsk')}
        choices={[...ALLERGEN_CODES].map((value) => ({ value, words: allergenWord(speech, value) }))}
        chosen={other.trim() === '' ? (code ?? undefined) : undefined}
        onChosen={(value) => {
          setCode(value);
          setOther('');
        }}
      />
      <section className={sheet.section}>
        <Typed
          name="other"
          title={t('keying.other')}
          className={css.typed}
          value={other}
          onTyped={setOther}
        />
        <Typed
          name="words"
          title={t('keying.wordsAsk')}
          className={css.typed}
          value={words}
          onTyped={setWords}
        />
      </section>
      <Choices
        name="severity"
        title={t('keying.severityAsk')}
        choices={SEVERITIES.map((value) => ({ value, words: t(`allergy.severity.${value}`) }))}
        chosen={severity}
        onChosen={setSeverity}
      />
      <section className={cls(sheet.section, sheet.choices)}>
        <Press
          zone="key:traces"
          className={cls(sheet.button, crossContact && sheet.main)}
          act={() => setCrossContact(!crossContact)}
        >
          {t('keying.crossContact')}
        </Press>
        <Press
          zone="key:allergy"
          testId="key-add-allergy"
          className={cls(sheet.button, css.allergy)}
          isBlocked={allergen === null}
          act={add}
        >
          {t('keying.addAllergy', {
            allergy: allergen === null ? '–' : allergyAndSeat(speech, { allergen, seat }),
          })}
        </Press>
      </section>
    </>
  );
}

export function KeyedAllergies({ draft, change }: { draft: KeyDraft; change: ChangeDraft }) {
  const speech = useSpeech();
  const { t } = speech;
  if (draft.allergies.length === 0) return <p className={css.hint}>{t('keying.allergyNone')}</p>;
  return (
    <>
      {draft.allergies.map((allergy) => (
        <div key={`${allergy.seat}:${allergy.allergen}`} className={cls(sheet.row, css.allergy)}>
          <div>
            <p className={sheet.name}>{allergyAndSeat(speech, allergy)}</p>
            <p className={css.words}>
              {t(`allergy.severity.${allergy.severity}`)}
              {allergy.words !== null && ` · ${allergy.words}`}
            </p>
          </div>
          <Press
            zone={`key:off:${allergy.seat}:${allergy.allergen}`}
            className={sheet.button}
            act={() =>
              change((all) => ({
                ...all,
                allergies: all.allergies.filter((one) => !isSameAllergy(one, allergy)),
              }))
            }
          >
            {t('keying.remove')}
          </Press>
        </div>
      ))}
    </>
  );
}
