import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { decimal } from '../../../../ui/decimal.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';
import { useSheet } from '../sheetContext.ts';

/** How large this glass was said to be, and the way to say it. */
export function GlassSection() {
  const { t, language } = useSpeech();
  const { glass } = useOwn();
  const { show } = useSheet();
  return (
    <section className={css.section}>
      <p className={css.heading}>
        {glass === null
          ? t('glass.notTold')
          : t('glass.told', {
              inch: decimal(glass.inch, language),
              metres: decimal(glass.distanceM, language),
            })}
      </p>
      <div className={css.choices}>
        <Press zone="screen:glass" testId="glass" className={css.button} act={() => show({ kind: 'glass' })}>
          {t('glass.open')}
        </Press>
      </div>
    </section>
  );
}
