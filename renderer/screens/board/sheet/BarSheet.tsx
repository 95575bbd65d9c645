import { useCallback, useEffect, useRef, useState } from 'react';
import { ownSettings, setOwn } from '../../../app/ownSettings.ts';
import { useOwn } from '../../../app/useOwn.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import {
  actionOf,
  BAR_ACTIONS,
  type BarAction,
  isPlace,
  keyLabel,
  numberOfPlace,
} from '../../../ui/bar/barKeys.ts';
import { BAR_PRESETS } from '../../../ui/bar/barPresets.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { soundNow } from '../../../ui/sounds.ts';
import { useBar } from '../bar/barContext.ts';
import { IDLE, type Learning, learned } from '../bar/learning.ts';
import css from './BarSheet.module.css';
import sheet from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';

const PRESETS = ['keyboard', 'keypad', 'tenKeys', 'twentyKeys'] as const;

/** Every key by pressing it. While this lies on the board no key does anything but be learned. */
export function BarSheet() {
  const { t } = useSpeech();
  const [learning, setLearning] = useLearning();
  const teach = (action: BarAction | null, isAll: boolean) => setLearning({ ...IDLE, action, isAll });
  const isLearningAll = learning.isAll && learning.action !== null;
  return (
    <Sheet title={t('bar.title')} why={t('bar.why')} foot={<LastKey learning={learning} />}>
      <section className={sheet.section}>
        <p className={sheet.heading}>{t('bar.presets.heading')}</p>
        <div className={sheet.choices}>
          {PRESETS.map((preset) => (
            <Press
              key={preset}
              zone={`bar:${preset}`}
              testId={`bar-${preset}`}
              className={sheet.button}
              act={() => {
                setOwn({ barKeys: BAR_PRESETS[preset] });
                teach(null, false);
              }}
            >
              {t(`bar.presets.${preset}`)}
            </Press>
          ))}
          <Press
            zone="bar:all"
            testId="bar-all"
            className={cls(sheet.button, sheet.main)}
            act={() => (isLearningAll ? teach(null, false) : teach(BAR_ACTIONS[0] ?? null, true))}
          >
            {t(isLearningAll ? 'bar.stop' : 'bar.learnAll')}
          </Press>
        </div>
      </section>
      <div className={css.lines}>
        {BAR_ACTIONS.map((action) => (
          <Line
            key={action}
            action={action}
            isTaught={learning.action === action}
            onPress={() => teach(learning.action === action ? null : action, false)}
          />
        ))}
      </div>
    </Sheet>
  );
}

function useLearning(): [Learning, (next: Learning) => void] {
  const bar = useBar();
  const [learning, setLearning] = useState<Learning>(IDLE);
  const now = useRef(learning);
  const set = useCallback((next: Learning) => {
    now.current = next;
    setLearning(next);
  }, []);
  useEffect(
    () =>
      bar?.learn((key) => {
        const before = ownSettings().barKeys;
        const { learning: next, keys } = learned(now.current, before, key);
        if (keys !== before) setOwn({ barKeys: keys, bar: 'on' });
        soundNow(next.isTaken ? 'dull' : 'new');
        set(next);
      }),
    [bar, set],
  );
  return [learning, set];
}

function actionName(action: BarAction, { t }: Speech): string {
  return isPlace(action)
    ? t('bar.action.place', { number: numberOfPlace(action) })
    : t(`bar.action.${action}`);
}

interface LineProps {
  readonly action: BarAction;
  readonly isTaught: boolean;
  readonly onPress: () => void;
}

function Line({ action, isTaught, onPress }: LineProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { barKeys } = useOwn();
  const keys = barKeys[action] ?? [];
  const name = actionName(action, speech);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isTaught) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [isTaught]);
  return (
    <div ref={shown}>
      <Press
        zone={`bar:key:${action}`}
        testId={`bar-key-${action}`}
        className={cls(css.line, isTaught && css.taught)}
        act={onPress}
      >
        <span className={css.name}>
          {name}
          {!isPlace(action) && <small className={css.what}>{t(`bar.what.${action}`)}</small>}
        </span>
        <span className={css.keys}>
          {isTaught && <b>{t('bar.press')}</b>}
          {!isTaught && keys.length === 0 && <span className={css.none}>{t('bar.none')}</span>}
          {!isTaught &&
            [...new Set(keys.map((key) => keyLabel(key, speech)))].map((label) => (
              <kbd key={label} className={css.key}>
                {label}
              </kbd>
            ))}
        </span>
      </Press>
    </div>
  );
}

/** Shows that a key arrives at all, what it means, and whose it would be taken from. */
function LastKey({ learning: { action, last, isTaken } }: { learning: Learning }) {
  const speech = useSpeech();
  const { barKeys } = useOwn();
  if (last === null) return null;
  const owner = actionOf(barKeys, last.code);
  const key = keyLabel(last, speech);
  const name = owner === null ? '' : actionName(owner, speech);
  const words =
    owner === null
      ? speech.t('bar.lastFree', { key })
      : isTaken && action !== null
        ? speech.t('bar.taken', { key, action: name, other: actionName(action, speech) })
        : speech.t('bar.last', { key, action: name });
  return (
    <p className={cls(css.last, isTaken && css.taken)} role="status" data-testid="bar-last">
      {words}
    </p>
  );
}
