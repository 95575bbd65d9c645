import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { FloorTable, Room } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import type { Point } from '../../../ui/plan/geometry.ts';
import { RoomBackground } from '../../../ui/plan/RoomBackground.tsx';
import { useSize } from '../../../ui/useSize.ts';
import { EditorTable } from './EditorTable.tsx';
import css from './FloorSection.module.css';
import { changeTable, GRID_CM, moveTables, removeTables } from './floorEdits.ts';
import { planTroubles } from './planTroubles.ts';
import type { FloorEditor } from './useFloorEditor.ts';

/** A two-top of 75 cm is as large as a finger then; a larger room scrolls. */
const LEAST_SCALE = 0.55;
/** What of the window's height the plan may take. */
const MOST_OF_HEIGHT = 0.62;
/** With SHIFT. */
const FAR_STEPS = 5;

const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -GRID_CM, y: 0 },
  ArrowRight: { x: GRID_CM, y: 0 },
  ArrowUp: { x: 0, y: -GRID_CM },
  ArrowDown: { x: 0, y: GRID_CM },
};

export interface Drag {
  readonly ids: readonly string[];
  readonly by: Point;
}

/** One room to scale. A table is dragged by finger, mouse or arrow keys; each drag is one step of UNDO. */
export function EditorCanvas(props: {
  room: Room;
  editor: FloorEditor;
  selected: readonly string[];
  picksMany: boolean;
  onSelect: (ids: readonly string[]) => void;
}) {
  const { room, editor, selected, picksMany, onSelect } = props;
  const { floor, change } = editor;
  const { t } = useSpeech();
  const frame = useRef<HTMLElement>(null);
  const size = useSize(frame);
  const [drag, setDrag] = useState<Drag | null>(null);
  const scale = Math.max(
    LEAST_SCALE,
    Math.min((size?.widthPx ?? 0) / room.width, (window.innerHeight * MOST_OF_HEIGHT) / room.height),
  );
  const tables = floor.tables.filter((table) => table.room === room.id);
  const wrong = useMemo(() => new Set(planTroubles(floor, room).flatMap((one) => one.tables)), [floor, room]);
  const pick = (id: string) => {
    if (!picksMany) return onSelect([id]);
    onSelect(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
  };
  const held = (id: string) => (selected.includes(id) ? selected : [id]);
  const move = (ids: readonly string[], by: Point, run?: string) =>
    change((plan) => moveTables(plan, ids, by), { key: 'move', values: { tables: ids.join(', ') } }, run);
  const press = (event: KeyboardEvent, id: string) => {
    const way = KEYS[event.key];
    const ids = held(id);
    if (way) {
      event.preventDefault();
      const far = event.shiftKey ? FAR_STEPS : 1;
      move(ids, { x: way.x * far, y: way.y * far }, `move ${ids.join(' ')}`);
    }
    if (event.key === 'Delete') {
      change((plan) => removeTables(plan, ids), { key: 'remove', values: { tables: ids.join(', ') } });
    }
  };
  return (
    <section
      ref={frame}
      className={css.frame}
      aria-label={t('host.floor.plan', { room: room.name })}
      data-testid="plan"
    >
      <div className={css.room} style={{ width: room.width * scale, height: room.height * scale }}>
        {room.picture !== null && (
          <RoomBackground
            picture={room.picture}
            box={{ left: 0, top: 0, right: room.width * scale, bottom: room.height * scale }}
          />
        )}
        {tables.map((table) => (
          <EditorTable
            key={table.id}
            table={shifted(table, drag)}
            colour={floor.sections.find(({ id }) => id === table.section)?.colour ?? null}
            scale={scale}
            isSelected={selected.includes(table.id)}
            isWrong={wrong.has(table.id)}
            canTurn={selected.length === 1 && selected[0] === table.id}
            label={t('setup.floor.tableLabel', { table: table.id, count: table.seats })}
            onPick={() => pick(table.id)}
            onDrag={(by) => setDrag(by && { ids: held(table.id), by })}
            onDrop={(by) => {
              setDrag(null);
              if (!selected.includes(table.id)) onSelect([table.id]);
              move(held(table.id), by);
            }}
            onTurn={(rotation) =>
              change((plan) => changeTable(plan, table.id, { rotation }), {
                key: 'turn',
                values: { tables: table.id },
              })
            }
            onKeyDown={(event) => press(event, table.id)}
          />
        ))}
        {tables.length === 0 && <p className={css.empty}>{t('setup.floor.emptyRoom')}</p>}
      </div>
    </section>
  );
}

/** Where a table is while it is being dragged; the draft learns of it when it is let go. */
function shifted(table: FloorTable, drag: Drag | null): FloorTable {
  if (drag === null || !drag.ids.includes(table.id)) return table;
  return { ...table, x: table.x + drag.by.x, y: table.y + drag.by.y };
}
