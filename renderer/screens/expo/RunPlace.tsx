import { memo } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import type { Down } from '../../ui/press/PressWatch.ts';
import { BarPress } from '../board/bar/BarPress.tsx';
import { PlaceKey } from '../board/bar/PlaceKey.tsx';
import { useActions } from '../board/boardActions.ts';
import { placeKey } from '../board/boardLayout.ts';
import { UNDO_MS } from '../board/places.ts';
import { courseName } from '../board/tile/CourseStrip.tsx';
import hole from '../board/tile/Hole.module.css';
import { useIsTooSoon } from '../board/tile/useIsTooSoon.ts';
import { tileKey } from '../board/tileKey.ts';
import { Hands } from './Hands.tsx';
import { NotHeard } from './NotHeard.tsx';
import { PassClock } from './PassClock.tsx';
import { progressOf } from './progress.ts';
import css from './RunPlace.module.css';
import { runLines } from './runLines.ts';
import { useArmed } from './useArmed.ts';
import { usePicked } from './usePicks.ts';
import { useRunUndo } from './useRunUndo.ts';
import { Waiting } from './Waiting.tsx';

/** How far the table is, and with a pass the press that sends it out. */
export const RunPlace = memo(function RunPlace({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const { course, all, ready, run, waitingOn } = progressOf(tile);
  const actions = useActions();
  const isReady = all > 0 && ready === all;
  return (
    <div className={css.foot}>
      <NotHeard tile={tile} />
      <p className={cls(css.progress, isReady && css.ready)}>
        {(!actions.canRun || course === null) && <PlaceKey place={placeOf(tile)} />}
        <span>
          {all === 0
            ? t('expo.nothingFired')
            : isReady
              ? t('expo.allReady')
              : t('expo.progress', { ready, all })}
        </span>
        {run > 0 && <span>{t('expo.runOf', { run, all })}</span>}
        {waitingOn.length > 0 && <Waiting tile={tile} stations={waitingOn} />}
        <PassClock tile={tile} />
      </p>
      {actions.canRun && (
        <div className={css.places}>
          <Hands tile={tile} course={course} />
          <Run tile={tile} course={course} />
        </div>
      )}
    </div>
  );
});

const placeOf = (tile: TileView) => placeKey({ kind: 'tile', id: tileKey(tile) });

function Run({ tile, course }: { tile: TileView; course: number | null }) {
  const speech = useSpeech();
  const { t, stationName } = speech;
  const actions = useActions();
  const [isArmed, arm] = useArmed();
  const picked = usePicked(tile);
  const undo = useRunUndo(tile);
  if (undo !== null) return <UndoPlace tile={tile} />;
  if (course === null) return null;
  const lines = runLines(tile, course, picked);
  const isReady = lines.every(({ state }) => state === 'ready');
  const missing = lines.flatMap(({ parts }) => parts.filter(({ state }) => state !== 'ready'));
  const stations = [...new Set(missing.map(({ station }) => stationName(station)))].join(', ');
  const press = (down: Down) => {
    if (isReady || isArmed) actions.run(tile, course, !isReady, down);
    else {
      arm();
      actions.runs.changed(tileKey(tile));
    }
  };
  const courseView = tile.courses.find(({ number }) => number === course);
  // A table of one course is run, not its course.
  const name = courseView && tile.courses.length > 1 ? courseName(courseView, speech) : '';
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const all = progressOf(tile).all;
  const words =
    picked.size > 0
      ? t('expo.runPicked', { count, all, title: tile.title })
      : t('expo.run', { course: `${name} ${tile.title}`.trim() });
  return (
    <BarPress
      place={placeOf(tile)}
      zone={tileKey(tile)}
      testId="bump"
      className={cls(css.run, isReady && css.runReady, isArmed && !isReady && css.anyway)}
      act={press}
    >
      <span>{isArmed && !isReady ? t('expo.runAnyway', { stations }) : words}</span>
    </BarPress>
  );
}

/** Where RUN stood a moment ago. */
function UndoPlace({ tile }: { tile: TileView }) {
  const { t } = useSpeech();
  const actions = useActions();
  const isTooSoon = useIsTooSoon();
  return (
    <BarPress
      place={placeOf(tile)}
      zone={`${tileKey(tile)}/undo`}
      testId="undo"
      className={hole.undo}
      isBlocked={isTooSoon}
      act={(down) => actions.undo(tileKey(tile), down)}
    >
      <span>{t('expo.undoRun', { title: tile.title })}</span>
      <span className={hole.bar} style={{ animationDuration: `${UNDO_MS}ms` }} />
    </BarPress>
  );
}
