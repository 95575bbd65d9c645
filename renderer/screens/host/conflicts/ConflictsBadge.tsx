import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import css from './Conflicts.module.css';

/** Beside the link: what waits for the hub, and what it has not done, until somebody has settled it. */
export function ConflictsBadge() {
  const { t } = useSpeech();
  const { open } = useDesk();
  const refused = usePicture(({ notDone }) => notDone.length);
  const waiting = usePicture(({ pending, link }) => (link === 'live' ? 0 : pending));
  return (
    <>
      {waiting > 0 && <p className={css.waiting}>{t('host.conflicts.waiting', { count: waiting })}</p>}
      {refused > 0 && (
        <Press
          zone="conflicts"
          testId="conflicts"
          className={`${sheet.button} ${css.badge}`}
          act={() => open({ kind: 'conflicts' })}
        >
          {t('host.conflicts.badge', { count: refused })}
        </Press>
      )}
    </>
  );
}
