import { useState } from 'react';
import { dishName, useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import sheet from '../board/sheet/Sheet.module.css';
import { seatWord } from '../board/tile/allergyWords.ts';
import { KeyedAllergies } from './KeyAllergies.tsx';
import { KeyLine } from './KeyLine.tsx';
import { type ChangeDraft, type DraftLine, type KeyDraft, withLine } from './keyDraft.ts';
import { modifierWords } from './modifierWords.ts';

/** All that is keyed, before it goes: each line can be counted, changed or taken off. */
export function KeyLines({ draft, change }: { draft: KeyDraft; change: ChangeDraft }) {
  const { t } = useSpeech();
  const [changing, setChanging] = useState<number | null>(null);
  const line = draft.lines.find(({ key }) => key === changing);
  if (line) return <KeyLine line={line} draft={draft} change={change} onDone={() => setChanging(null)} />;
  if (draft.lines.length === 0) return <p className={sheet.empty}>{t('keying.empty')}</p>;
  return (
    <>
      <KeyedAllergies draft={draft} change={change} />
      {draft.lines.map((one) => (
        <Row key={one.key} line={one} change={change} onChange={() => setChanging(one.key)} />
      ))}
    </>
  );
}

function Row(props: { line: DraftLine; change: ChangeDraft; onChange: () => void }) {
  const { line, change, onChange } = props;
  const speech = useSpeech();
  const { t, language } = speech;
  const { key, quantity, course, seat, notes } = line;
  const details = [
    seat === null ? null : seatWord(speech, seat),
    course === 0 ? t('course.zero') : t('course.numbered', { number: String(course) }),
    ...line.modifiers.map((modifier) => modifierWords(modifier, speech)),
    notes,
  ];
  const count = (by: number) => change((all) => withLine(all, key, { quantity: quantity + by }));
  return (
    <div className={sheet.row} data-testid="key-line">
      <div>
        <p className={sheet.name}>
          {quantity} {dishName(line, language)}
        </p>
        <p className={sheet.detail}>{details.filter(Boolean).join(' · ')}</p>
      </div>
      <div className={sheet.buttons}>
        <Press
          zone={`key:less:${key}`}
          className={sheet.count}
          label={t('keying.less')}
          act={() => count(-1)}
        >
          −
        </Press>
        <Press zone={`key:more:${key}`} className={sheet.count} label={t('keying.plus')} act={() => count(1)}>
          +
        </Press>
        <Press zone={`key:change:${key}`} testId="key-change" className={sheet.button} act={onChange}>
          {t('keying.change')}
        </Press>
      </div>
    </div>
  );
}
