import type { StationId } from '../../../shared/lib/ids.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/footer/Footer.module.css';

/** One press brings the last bumped ticket back everywhere it was. Its name stands on it: nobody presses blind. */
export function RecallLast({ station, tools }: { station: StationId; tools: BoardTools }) {
  const { t } = useSpeech();
  const port = usePort();
  const title = usePicture(() => port.lastBumped(station)?.title ?? null);
  const recall = (seen: number) => {
    const last = port.lastBumped(station);
    if (!last) {
      tools.refuse(null, 'footer.recallNothing');
      return;
    }
    tools.send(null, {
      type: 'item.recall',
      ticket: last.ticket,
      station: null,
      portions: last.portions,
      undo: false,
      seen,
    });
  };
  return (
    <Press
      zone="recall"
      testId="recall"
      className={css.button}
      isBlocked={title === null}
      act={(down) => recall(down.seen)}
    >
      {title === null ? t('footer.recall') : t('footer.recallLast', { title })}
    </Press>
  );
}
