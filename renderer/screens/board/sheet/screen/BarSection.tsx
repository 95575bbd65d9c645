import { setOwn } from '../../../../app/ownSettings.ts';
import { useOwn } from '../../../../app/useOwn.ts';
import { useSpeech } from '../../../../app/words.ts';
import { cls } from '../../../../ui/cls.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';
import { useSheet } from '../sheetContext.ts';

const BAR_USES = ['auto', 'on', 'off'] as const;

/** Whether a bump bar stands at this screen, and the way to its keys. */
export function BarSection() {
  const { t } = useSpeech();
  const { bar } = useOwn();
  const { show } = useSheet();
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('bar.heading')}</p>
      <div className={css.choices}>
        {BAR_USES.map((use) => (
          <Press
            key={use}
            zone={`bar:${use}`}
            testId={`bar-${use}`}
            className={cls(css.button, use === bar && css.chosen)}
            act={() => setOwn({ bar: use })}
          >
            {t(`bar.use.${use}`)}
          </Press>
        ))}
        <Press zone="bar:keys" testId="bar-keys" className={css.button} act={() => show({ kind: 'bar' })}>
          {t('bar.keys')}
        </Press>
      </div>
    </section>
  );
}
