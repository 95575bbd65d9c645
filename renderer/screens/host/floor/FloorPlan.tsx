import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { FloorTable, Room, WaitMinutes } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { RoomBackground } from '../../../ui/plan/RoomBackground.tsx';
import { reuseSame } from '../../../ui/reuseSame.ts';
import { useSize } from '../../../ui/useSize.ts';
import css from './FloorView.module.css';
import { isArrow, neighbourOf } from './neighbours.ts';
import { PlanTable } from './PlanTable.tsx';
import { layPlan, type PlanLayout } from './planLayout.ts';
import type { TableFace } from './tableFace.ts';
import { useWordSizes } from './useWordSizes.ts';

/** A table is as large as it can be read, and no larger: lines of words one above the other. */
const MOST_LINES = 8;

export interface FloorPlanProps {
  readonly room: Room;
  /** Of this room. */
  readonly tables: readonly FloorTable[];
  /** Of the whole house. */
  readonly faces: readonly TableFace[];
  readonly limits: WaitMinutes;
  readonly selected: readonly string[];
  readonly onSelect: (table: string) => void;
}

/** One room to scale. Arrows lead from table to table, Enter picks one. */
export function FloorPlan({ room, tables, faces, limits, selected, onSelect }: FloorPlanProps) {
  const { t } = useSpeech();
  const area = useRef<HTMLDivElement>(null);
  const size = useSize(area);
  const { sizes, targetPx } = useWordSizes();
  const faceOf = useMemo(
    () => new Map(faces.flatMap((face) => face.tables.map((table) => [table, face] as const))),
    [faces],
  );
  const joined = useMemo(() => faces.flatMap(({ tables: ids }) => (ids.length > 1 ? [ids] : [])), [faces]);
  const lay = useMemo(() => steadyLayout(), []);
  const layout = useMemo(
    () =>
      size &&
      lay(
        room,
        tables,
        joined,
        { ...size, targetPx, mostPx: sizes.numberPx + MOST_LINES * sizes.wordPx },
        room.picture !== null,
      ),
    [lay, room, tables, joined, size, targetPx, sizes],
  );
  const [stop, setStop] = useState<string | null>(null);
  const places = layout?.places ?? [];
  const at = places.find(({ tables: ids }) => stop !== null && ids.includes(stop)) ?? places[0];
  const walk = (event: KeyboardEvent) => {
    if (!isArrow(event.key) || !at) return;
    event.preventDefault();
    const to = neighbourOf(places, at, event.key)?.tables[0];
    if (to === undefined) return;
    setStop(to);
    area.current?.querySelector<HTMLElement>(`[data-zone="table:${CSS.escape(to)}"]`)?.focus();
  };
  return (
    <section
      ref={area}
      className={css.area}
      aria-label={t('host.floor.plan', { room: room.name })}
      onKeyDown={walk}
    >
      {layout && (
        <div className={css.plan} style={{ width: layout.widthPx, height: layout.heightPx }}>
          {room.picture !== null && (
            <RoomBackground picture={room.picture} box={layout.room} isTurned={layout.isTurned} />
          )}
          {places.map((place) => {
            const [table = ''] = place.tables;
            const face = faceOf.get(table);
            return (
              face && (
                <PlanTable
                  key={table}
                  face={face}
                  place={place}
                  sizes={sizes}
                  limits={limits}
                  isSelected={place.tables.some((one) => selected.includes(one))}
                  isTabStop={place === at}
                  onSelect={onSelect}
                />
              )
            );
          })}
        </div>
      )}
    </section>
  );
}

/**
 * Places that have not moved are the same objects as before: what happens at one table draws that table. Laid anew only when somebody pushes
 * tables together, draws the plan or turns the glass.
 */
function steadyLayout() {
  let known: { readonly asked: string; readonly layout: PlanLayout } | null = null;
  return (...args: Parameters<typeof layPlan>): PlanLayout => {
    const asked = JSON.stringify(args);
    if (known?.asked === asked) return known.layout;
    const layout = layPlan(...args);
    const places = reuseSame(known?.layout.places ?? [], layout.places, ({ tables }) => tables.join(' + '));
    known = { asked, layout: { ...layout, places } };
    return known.layout;
  };
}
