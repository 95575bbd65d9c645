import { memo, type PointerEvent, useEffect, useState } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { contactOf } from '../../../ui/press/PressWatch.ts';
import { usePressWatch } from '../../../ui/press/pressContext.ts';
import css from './Footer.module.css';

/** PRODUCT.md: touch is dead for 15 s, the bump bar with it; both are wiped together. */
const CLEAN_MS = 15_000;
/** Nobody wipes in one place for so long. */
const HOLD_MS = 1500;
const SECOND_MS = 1000;
/** Often enough that a second is not shown late. */
const LOOK_MS = 250;

/** Locks the glass and the keys while somebody wipes. Tickets still paint. A finger that stays on the countdown ends it. */
export const Clean = memo(function Clean() {
  const { t } = useSpeech();
  const watch = usePressWatch();
  const [left, setLeft] = useState(0);
  const [isHolding, setHolding] = useState(false);
  const isOn = left > 0;
  useEffect(() => {
    if (!isOn) return undefined;
    const look = () => setLeft(Math.ceil(watch.lockedForMs() / SECOND_MS));
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [isOn, watch]);
  const lock = () => {
    watch.lock(CLEAN_MS);
    setLeft(CLEAN_MS / SECOND_MS);
  };
  const hold = (event: PointerEvent) => {
    setHolding(true);
    watch.hold(contactOf(event), HOLD_MS, () => {
      watch.unlock();
      setHolding(false);
      setLeft(0);
    });
  };
  const lift = () => setHolding(false);
  return (
    <>
      <Press zone="clean" testId="clean" className={css.button} act={lock}>
        {t('footer.clean')}
      </Press>
      {isOn && (
        <div
          className={cls(css.cleaning, isHolding && css.holding)}
          style={{ animationDuration: `${HOLD_MS}ms` }}
          role="status"
          data-testid="cleaning"
          onPointerDown={hold}
          onPointerUp={lift}
          onPointerCancel={lift}
          onPointerLeave={lift}
        >
          {t('footer.cleaning', { count: left })}
          <small>{t('footer.cleanEnd')}</small>
        </div>
      )}
    </>
  );
});
