import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useActions } from '../boardActions.ts';
import { tileKey } from '../tileKey.ts';
import { noteWords } from './noteWords.ts';
import css from './Question.module.css';
import { useTileNow } from './tileNow.ts';

/** PRODUCT.md "Kitchen: the expo screen": 1 · 2 · 5 · 10. */
const ANSWERS = [1, 2, 5, 10] as const;

/** Expo asks how long; a cook says it with one press. */
export function Asked({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const actions = useActions();
  const tileNow = useTileNow(tile);
  return (
    <div className={css.question} data-testid="how-long-asked">
      <p className={css.ask}>
        <Shape name="soon" /> {t('pass.howLong')}
      </p>
      <p className={css.answers}>
        {ANSWERS.map((minutes) => (
          <Press
            key={minutes}
            zone={tileKey(tile)}
            testId={`minutes-${minutes}`}
            className={css.answer}
            label={t('pass.minutes', { count: minutes })}
            act={(down) => actions.answerHowLong(tileNow(), minutes, down)}
          >
            {minutes}
          </Press>
        ))}
      </p>
    </div>
  );
}

/** Expo's words; a press, or the bump of the ticket, says that they were read. */
export function StationNoteRow({ tile, id }: { tile: TileView; id: string }) {
  const speech = useSpeech();
  const actions = useActions();
  const tileNow = useTileNow(tile);
  const note = tile.notes?.find((one) => one.id === id);
  if (!note) return null;
  return (
    <Press
      zone={tileKey(tile)}
      testId="station-note"
      className={cls(css.question, css.note)}
      act={(down) => actions.seeNote(tileNow(), id, down)}
    >
      <span>
        <Shape name="note" /> <b>{speech.t('pass.fromExpo')}</b> {noteWords(note, speech)}
      </span>
      <b className={css.seen}>{speech.t('alert.seen')}</b>
    </Press>
  );
}
