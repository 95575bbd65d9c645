import { useCallback, useState } from 'react';
import type { State } from '../../../shared/domain/model/state.ts';
import { titleOf } from '../../../shared/domain/model/ticket.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import sheet from '../board/sheet/Sheet.module.css';
import { Sheet } from '../board/sheet/Sheet.tsx';
import { useSheet } from '../board/sheet/sheetContext.ts';
import type { Refuse } from '../board/useRefusals.ts';
import css from './Key.module.css';
import { KeyAllergies } from './KeyAllergies.tsx';
import { KeyDishes } from './KeyDishes.tsx';
import { KeyLines } from './KeyLines.tsx';
import { KeyTable } from './KeyTable.tsx';
import { keyCommand, missing, useKeyDraft } from './keyDraft.ts';

type Step = 'table' | 'dishes' | 'allergies' | 'review';
const STEPS: readonly Step[] = ['table', 'dishes', 'allergies', 'review'];

/** KEY A TICKET: table, dishes, allergies, and a look at all of it before it goes. What does not go stays, with what to do about it. */
export function KeySheet({ onto, refuse }: { onto: TicketId | null; refuse: Refuse }) {
  const { t } = useSpeech();
  const port = usePort();
  const { close } = useSheet();
  const title = useLook(
    useCallback(
      (state: State) => {
        const head = onto === null ? undefined : state.tickets.get(onto)?.head;
        return head ? titleOf(head) : null;
      },
      [onto],
    ),
  );
  const isLost = usePicture(({ link }) => link === 'lost');
  const [draft, change, clear] = useKeyDraft(onto);
  const steps = onto === null ? STEPS : STEPS.filter((one) => one !== 'table');
  const [step, setStep] = useState<Step>(onto === null ? 'table' : 'dishes');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const lacks = missing(draft, onto);
  const dishes = draft.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const dishWords = t('keying.lines', { count: dishes });
  const where = title ?? (draft.isTakenAlong ? t('channel.takeout') : draft.table.trim());

  const send = async () => {
    if (lacks !== null || isSending) {
      if (lacks !== null) setStep(lacks === 'table' ? 'table' : 'dishes');
      return;
    }
    if (isLost) {
      setTrouble(t('keying.offline'));
      refuse(null, 'refusal.offline');
      return;
    }
    setSending(true);
    const settled = await port.press(keyCommand(draft, onto));
    setSending(false);
    if (settled.state === 'refused') {
      const isAway = settled.code === 'unavailable' || settled.code === 'too_late';
      setTrouble(isAway ? t('keying.offline') : t('keying.refused', { why: t(`rejection.${settled.code}`) }));
      return;
    }
    clear();
    close();
  };

  return (
    <Sheet
      title={onto === null ? t('keying.open') : t('keying.onto', { title: title ?? '' })}
      why={t(onto === null ? 'keying.why' : 'keying.whyOnto')}
      foot={
        <Press
          zone="key:send"
          testId="key-send"
          className={cls(sheet.place, lacks === null && css.send)}
          isBlocked={lacks !== null}
          act={() => void send()}
        >
          {isSending
            ? t('keying.sending')
            : lacks === null
              ? t('keying.send', { where, dishes: dishWords })
              : t(lacks === 'table' ? 'keying.noTable' : 'keying.noDish')}
        </Press>
      }
    >
      <div className={css.steps}>
        {steps.map((one) => (
          <Press
            key={one}
            zone={`key:step:${one}`}
            testId={`key-step-${one}`}
            className={cls(css.step, one === step && css.now)}
            act={() => setStep(one)}
          >
            {t(`keying.steps.${one}`)}
            <span className={css.said}>{saidOf(one)}</span>
          </Press>
        ))}
      </div>
      {trouble !== null && (
        <p className={css.trouble} role="alert" data-testid="key-trouble">
          {trouble}
        </p>
      )}
      {step === 'table' && <KeyTable draft={draft} change={change} />}
      {step === 'dishes' && <KeyDishes draft={draft} change={change} />}
      {step === 'allergies' && <KeyAllergies draft={draft} change={change} />}
      {step === 'review' && (
        <>
          <KeyLines draft={draft} change={change} />
          <section className={sheet.section}>
            <Press zone="key:over" className={sheet.button} act={clear}>
              {t('keying.startOver')}
            </Press>
          </section>
        </>
      )}
    </Sheet>
  );

  function saidOf(one: Step): string {
    if (one === 'table') return where === '' ? '–' : where;
    if (one === 'allergies') return String(draft.allergies.length);
    return String(dishes);
  }
}
