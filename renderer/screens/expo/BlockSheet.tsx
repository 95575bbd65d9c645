import { useCallback, useState } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { BlockCourse } from '../../../shared/domain/selectors/tableBlock.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { usePort } from '../../app/portContext.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { Sheet } from '../board/sheet/Sheet.tsx';
import { courseName } from '../board/tile/CourseStrip.tsx';
import { blockBook } from './BlockBook.ts';
import { blockCourses } from './blockCourses.ts';
import { type OpenedBlock, openedBlock, turnedWith } from './openedBlock.ts';

/** A banquet's courses by table block: which tables, then FIRE for all of them with one press. The choice stays for the next course. */
export function BlockSheet({ ticket, tools }: { ticket: TicketId; tools: BoardTools }) {
  const { t } = useSpeech();
  const port = usePort();
  const [blocks, setBlocks] = useState(() => blockBook().all());
  const block = useLook(
    useCallback(
      (state: State, config: HouseConfig) => openedBlock(state, ticket, config, blocks),
      [ticket, blocks],
    ),
  );
  const { tables } = block;
  const turn = (id: TicketId) => {
    blockBook().keep(block.asked, turnedWith(block, id));
    setBlocks(blockBook().all());
  };
  const chosen = tables.filter(({ isChosen }) => isChosen);
  const send = (number: number, isFire: boolean, which: readonly TicketId[]) => {
    const { seq: seen } = port.get();
    for (const id of which)
      tools.send(null, { type: isFire ? 'course.fire' : 'course.hold', ticket: id, course: number, seen });
  };
  return (
    <Sheet title={t('block.title', { count: chosen.length })} why={t('block.why')}>
      {[true, false].map((isOfParty) => (
        <Tables
          key={`${isOfParty}`}
          heading={t(isOfParty ? 'block.party' : 'block.others')}
          tables={tables.filter((table) => table.isOfParty === isOfParty)}
          onTurn={turn}
        />
      ))}
      {blockCourses(chosen).map((course) => (
        <Course key={course.number} course={course} onPress={send} />
      ))}
    </Sheet>
  );
}

function Tables(props: { heading: string; tables: OpenedBlock['tables']; onTurn: (id: TicketId) => void }) {
  const { heading, tables, onTurn } = props;
  if (tables.length === 0) return null;
  return (
    <section className={css.section}>
      <p className={css.heading}>{heading}</p>
      <div className={css.choices}>
        {tables.map((table) => (
          <Press
            key={table.ticketId}
            zone={`block:${table.ticketId}`}
            testId="block-table"
            className={cls(css.button, table.isChosen && css.chosen)}
            data={{ 'data-chosen': `${table.isChosen}` }}
            act={() => onTurn(table.ticketId)}
          >
            {table.title}
          </Press>
        ))}
      </div>
    </section>
  );
}

function Course(props: {
  course: ReturnType<typeof blockCourses>[number];
  onPress: (number: number, isFire: boolean, which: readonly TicketId[]) => void;
}) {
  const { course, onPress } = props;
  const speech = useSpeech();
  const { t } = speech;
  const { number, held, mayHold, portions, plated } = course;
  const name = courseName(course satisfies Pick<BlockCourse, 'number' | 'name'>, speech);
  return (
    <div className={css.row} data-testid="block-course" data-course={number}>
      <div>
        <p className={css.name}>{name}</p>
        <p className={css.detail}>{t('line.plated', { ready: plated, all: portions })}</p>
      </div>
      <div className={css.buttons}>
        {mayHold.length > 0 && (
          <Press
            zone={`block:hold:${number}`}
            testId="block-hold"
            className={css.button}
            hint={t('block.hold', { course: name, count: mayHold.length })}
            act={() => onPress(number, false, mayHold)}
          >
            {t('expo.hold')} · {mayHold.length}
          </Press>
        )}
        {held.length > 0 && (
          <Press
            zone={`block:fire:${number}`}
            testId="block-fire"
            className={cls(css.button, css.main)}
            hint={t('block.fire', { course: name, count: held.length })}
            act={() => onPress(number, true, held)}
          >
            {t('expo.fire')} · {held.length}
          </Press>
        )}
      </div>
    </div>
  );
}
