import type { BoardPlace } from '../../../../app/screenPort.ts';
import { useSpeech } from '../../../../app/words.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import css from '../Sheet.module.css';
import { useSheet } from '../sheetContext.ts';

const EXPO_COLUMN = { kind: 'expoColumn' } as const;

/** A station's screen that also shows the pass; expo's own has it already. */
export function ExpoSection({ place }: { place: BoardPlace }) {
  const { t } = useSpeech();
  const { show } = useSheet();
  if (place.kind === 'expo') return null;
  return (
    <section className={css.section}>
      <p className={css.heading}>{t('expo.columnHeading')}</p>
      <div className={css.choices}>
        <Press zone="screen:expo" testId="expo-column" className={css.button} act={() => show(EXPO_COLUMN)}>
          {t('expo.columnShow')}
        </Press>
      </div>
    </section>
  );
}
