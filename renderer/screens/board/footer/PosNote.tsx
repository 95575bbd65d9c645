import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useMayKey } from '../../keying/useMayKey.ts';
import { useSheet } from '../sheet/sheetContext.ts';
import css from './PosNote.module.css';

/** No POS is at the hub: since when, as long as it lasts, in a place of its own so that it hides no news. Who may key presses it. */
export function PosNote() {
  const { t, time } = useSpeech();
  const pos = usePicture((picture) => picture.pos);
  const mayKey = useMayKey();
  const { show } = useSheet();
  if (pos === null) return null;
  const words = t(pos.isSilent ? 'keying.posSilent' : 'keying.posLost', { time: time(pos.since) });
  return (
    <div className={css.note} role="status" data-testid="pos-lost">
      <span>
        <Shape name="tear" /> {words}
      </span>
      {mayKey && (
        <Press
          zone="pos:key"
          testId="key-now"
          className={css.key}
          act={() => show({ kind: 'key', onto: null })}
        >
          {t('keying.open')}
        </Press>
      )}
    </div>
  );
}
