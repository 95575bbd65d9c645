import type { PaperMark, TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Shape } from '../../../ui/Shape.tsx';
import { troubleWords } from '../paper/paperWords.ts';
import css from './PaperMarks.module.css';

/** What of the ticket is on paper and what becomes of its chit. At a station its own; expo names each. */
export function PaperMarks({ tile }: { tile: TileView }) {
  if (tile.paper.length === 0) return null;
  return (
    <div>
      {tile.paper.map((mark) => (
        <Mark key={mark.station} mark={mark} isNamed={mark.station !== tile.station} />
      ))}
    </div>
  );
}

function Mark({ mark, isNamed }: { mark: PaperMark; isNamed: boolean }) {
  const speech = useSpeech();
  const { t, time, stationName } = speech;
  const { paper, chit } = mark;
  const station = stationName(mark.station);
  return (
    <>
      {paper !== null && (
        <p
          className={cls(css.mark, paper.isCurrent ? css.onPaper : css.changed)}
          data-testid={paper.isCurrent ? 'on-paper' : 'paper-changed'}
          data-station={mark.station}
        >
          <span>
            <Shape name={paper.isCurrent ? 'paper' : 'changed'} />{' '}
            {paper.isCurrent && t(isNamed ? 'paper.onPaperAt' : 'paper.onPaper', { station })}
            {!paper.isCurrent &&
              t(isNamed ? 'paper.changedAt' : 'paper.changed', { station, number: paper.number })}
          </span>{' '}
          <small className={css.slip}>
            {paper.isCurrent
              ? t('paper.slip', { number: paper.number, time: time(paper.at) })
              : time(paper.at)}
            {paper.isByStation && ` · ${t('paper.byStation')}`}
          </small>
        </p>
      )}
      {chit !== null && (
        <p
          className={cls(css.mark, css.chit, isDoubtful(chit) && css.doubt)}
          data-testid="chit-state"
          data-state={chit.state}
        >
          {isDoubtful(chit) && <Shape name="soon" />}{' '}
          {isNamed ? t('paper.at', { station, words: chitWords(chit, speech) }) : chitWords(chit, speech)}
        </p>
      )}
    </>
  );
}

type ChitMark = NonNullable<PaperMark['chit']>;

/** Somebody must say or do something. */
const isDoubtful = ({ state, trouble }: ChitMark) =>
  state === 'queued' ? trouble !== null : state !== 'sending';

function chitWords({ number, state, trouble }: ChitMark, speech: Speech): string {
  const words = speech.t(`paper.state.${state}`, { number });
  return state === 'queued' && trouble !== null ? `${words}: ${troubleWords(trouble, speech)}` : words;
}
