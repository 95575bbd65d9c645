import { useSpeech } from '../../../../app/words.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import { useMayKey } from '../../../keying/useMayKey.ts';
import css from '../Sheet.module.css';
import { useSheet } from '../sheetContext.ts';

/** Always here; while the POS is lost it also stands in the line above. */
export function KeyingSection() {
  const { t } = useSpeech();
  const { show } = useSheet();
  if (!useMayKey()) return null;
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('keying.why')}</p>
      <div className={css.choices}>
        <Press
          zone="screen:key"
          testId="key-ticket"
          className={css.button}
          act={() => show({ kind: 'key', onto: null })}
        >
          {t('keying.open')}
        </Press>
      </div>
    </section>
  );
}
