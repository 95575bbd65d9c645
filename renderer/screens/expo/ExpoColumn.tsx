import { useState } from 'react';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { type ExpoRow, expoColumn } from '../../../shared/domain/selectors/expoColumn.ts';
import { usePicture, usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { Sheet } from '../board/sheet/Sheet.tsx';
import { courseName } from '../board/tile/CourseStrip.tsx';
import { useOffer } from '../list/useOffer.ts';
import { PassClock } from './PassClock.tsx';
import { progressOf } from './progress.ts';
import { isAskedFirst, runCourse, type UndoRun, undoRun } from './runCommands.ts';

/** Without an expo person: the pass beside a station's own board, until it is closed. */
export function ExpoColumn({ tools }: { tools: BoardTools }) {
  const { t } = useSpeech();
  const rows = useLook(expoColumn);
  const hasPass = usePicture(({ config }) => config.pass === 'expo');
  const [ran, setRan] = useOffer<{ readonly title: string; readonly undo: UndoRun }>();
  const port = usePort();
  const undo = () => {
    if (ran) tools.send(null, { ...ran.undo, seen: port.get().seq });
    setRan(null);
  };
  return (
    <Sheet
      title={t('footer.expo')}
      why={t('expo.columnWhy')}
      foot={
        ran && (
          <Press zone="column:undo" testId="undo" className={cls(css.place, css.main)} act={undo}>
            {t('expo.undoRun', { title: ran.title })}
          </Press>
        )
      }
    >
      {rows.length === 0 && <p className={css.empty}>{t('empty.expo')}</p>}
      {rows.map((row) => (
        <Row
          key={row.tile.ticketId}
          row={row}
          hasPass={hasPass}
          send={(command) => tools.send(null, command)}
          onRun={(command, taken) => {
            tools.send(null, command);
            setRan({ title: row.tile.title, undo: taken });
          }}
        />
      ))}
    </Sheet>
  );
}

interface RowProps {
  readonly row: ExpoRow;
  readonly hasPass: boolean;
  readonly send: (command: ScreenCommand) => void;
  readonly onRun: (command: ScreenCommand, undo: UndoRun) => void;
}

function Row({ row: { tile, next }, hasPass, send, onRun }: RowProps) {
  const speech = useSpeech();
  const { t, stationName } = speech;
  const port = usePort();
  const [isAsked, setAsked] = useState(false);
  const { course, all, ready, waitingOn } = progressOf(tile);
  const standing = tile.lines.filter((line) => line.course === course && line.state === 'ready');
  // An allergy's plates are looked at one by one: that is the runners' screen's, or expo's own.
  const free = standing.filter((line) => !isAskedFirst(tile, [line]));
  const words =
    all === 0
      ? t('expo.nothingFired')
      : ready === all
        ? t('expo.allReady')
        : t('expo.progress', { ready, all });
  const waits = waitingOn.map(stationName).join(', ');
  const held = tile.courses.find(({ number }) => number === next);
  const { ticketId: ticket } = tile;
  return (
    <div className={css.row} data-testid="expo-row">
      <div>
        <p className={css.name}>{tile.title}</p>
        <p className={css.detail}>
          {words}
          {waits !== '' && ` · ${t('pass.waitingOn')} ${waits}`}
        </p>
        {standing.length > free.length && (
          <p className={css.detail}>
            <Shape name="allergy" /> {t('expo.columnAllergy')}
          </p>
        )}
      </div>
      <div className={css.detail}>
        <PassClock tile={tile} />
      </div>
      <div className={css.buttons}>
        {held !== undefined && (
          <Press
            zone={`column:${ticket}:fire`}
            testId="fire"
            className={css.button}
            label={t('expo.fireCourse', { course: courseName(held, speech) })}
            act={(down) => send({ type: 'course.fire', ticket, course: held.number, seen: down.seen })}
          >
            {t('expo.fireCourse', { course: courseName(held, speech) })}
          </Press>
        )}
        {waitingOn.length > 0 && (
          <Press
            zone={`column:${ticket}:ask`}
            testId="ask"
            className={cls(css.button, isAsked && css.chosen)}
            act={() => {
              setAsked(true);
              for (const at of waitingOn) send({ type: 'station.ask', ticket, at });
            }}
          >
            {t('pass.howLong')}
          </Press>
        )}
        {hasPass && course !== null && free.length > 0 && (
          <Press
            zone={`column:${ticket}:run`}
            testId="run"
            className={cls(css.button, css.main)}
            act={() => onRun(runCourse(tile, free, course, false, port.get().seq), undoRun(tile, free))}
          >
            {t('expo.run', { course: `${free.reduce((sum, { quantity }) => sum + quantity, 0)}` })}
          </Press>
        )}
      </div>
    </div>
  );
}
