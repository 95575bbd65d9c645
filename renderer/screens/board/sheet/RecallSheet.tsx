import { useCallback, useState } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { type Recallable, recallList } from '../../../../shared/domain/selectors/recallList.ts';
import { usePicture, usePort } from '../../../app/portContext.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { useLook } from '../../../app/useLook.ts';
import { dishName, type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useTick } from '../../../ui/useTick.ts';
import type { BoardTools } from '../boardTools.ts';
import { FindKeys } from './FindKeys.tsx';
import { isFound } from './find.ts';
import { recallCommand } from './recallCommand.ts';
import css from './Sheet.module.css';
import { Sheet } from './Sheet.tsx';
import { useSheet } from './sheetContext.ts';

/** What has left this board within the recall window, latest first; found by table or order number. */
export function RecallSheet({ place, tools }: { place: BoardPlace; tools: BoardTools }) {
  const { t } = useSpeech();
  const station = place.kind === 'expo' ? null : place.station;
  const minutes = usePicture(({ config }) => config.thresholds.recallWindowMinutes);
  const list = useLook(
    useCallback(
      (state: State, config: HouseConfig, now: number) => recallList(state, station, config, now),
      [station],
    ),
  );
  const [typed, setTyped] = useState('');
  const names = list.flatMap(({ title, number }) => [title, number]);
  const shown = list.filter(({ title, number }) => isFound(title, typed) || isFound(number, typed));
  return (
    <Sheet title={t('sheet.recall')} why={t('sheet.recallWhy', { count: minutes })} foot={<ToRefire />}>
      {list.length > 0 && <FindKeys typed={typed} names={names} onTyped={setTyped} />}
      {list.length === 0 && <p className={css.empty}>{t('sheet.recallNone')}</p>}
      {shown.map((entry) => (
        <Row key={entry.key} entry={entry} isRun={station === null} tools={tools} />
      ))}
    </Sheet>
  );
}

/** A plate that is dropped or comes back: of any ticket, not only of those that left. */
function ToRefire() {
  const { t } = useSpeech();
  const { show } = useSheet();
  return (
    <Press
      zone="recall:refire"
      testId="open-refire"
      className={css.place}
      act={() => show({ kind: 'refire', ticket: null })}
    >
      {t('pass.refireDish')}
    </Press>
  );
}

const MINUTE_MS = 60_000;

function Row({ entry, isRun, tools }: { entry: Recallable; isRun: boolean; tools: BoardTools }) {
  const speech = useSpeech();
  const { t, time } = speech;
  const port = usePort();
  const { show, close } = useSheet();
  const ago = useTick((now) => Math.max(0, Math.floor((now - entry.at) / MINUTE_MS)));
  const recall = (seen: number) => {
    tools.send(null, recallCommand(entry, seen));
    close();
  };
  return (
    <div className={css.row} data-testid="recallable">
      <div>
        <p className={css.name}>{entry.title}</p>
        <p className={css.detail}>
          {t(isRun ? 'sheet.ranAt' : 'sheet.bumpedAt', { time: time(entry.at) })} ·{' '}
          {t('sheet.ago', { count: ago })}
          {entry.number !== entry.title && ` · ${t('tile.number', { number: entry.number })}`}
        </p>
        <p className={css.detail}>{dishes(entry, speech)}</p>
      </div>
      <div className={css.buttons}>
        <Press
          zone={`review:${entry.key}`}
          testId="review"
          className={css.button}
          act={() => show({ kind: 'review', ticket: entry.ticket, backTo: 'recall' })}
        >
          {t('sheet.review')}
        </Press>
        <Press
          zone={`recall:${entry.key}`}
          testId="recall-this"
          className={cls(css.button, css.main)}
          act={() => recall(port.get().seq)}
        >
          {t('footer.recallLast', { title: entry.title })}
        </Press>
      </div>
    </div>
  );
}

function dishes(entry: Recallable, { language }: Speech): string {
  const counts = new Map<string, number>();
  for (const dish of entry.dishes) {
    const name = dishName(dish, language);
    counts.set(name, (counts.get(name) ?? 0) + dish.quantity);
  }
  return [...counts].map(([name, quantity]) => `${quantity} ${name}`).join(', ');
}
