import { useMemo } from 'react';
import type { FloorConfig, Room } from '../../../../shared/config/floor.ts';
import { tableNeeds } from '../../../../shared/domain/selectors/tableWaits.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useTick } from '../../../ui/useTick.ts';
import css from './FloorView.module.css';
import type { TableFace } from './tableFace.ts';

/** The rooms, each with how many of its tables need somebody: what is not in sight is not forgotten. */
export function RoomTabs(props: {
  rooms: readonly Room[];
  shown: Room | undefined;
  floor: FloorConfig;
  faces: readonly TableFace[];
  onChoose: (room: string) => void;
}) {
  const { rooms, shown, floor, faces, onChoose } = props;
  const { t } = useSpeech();
  return (
    <nav className={css.tabs} aria-label={t('host.floor.rooms')}>
      {rooms.map((room) => (
        <RoomTab
          key={room.id}
          room={room}
          isShown={room === shown}
          floor={floor}
          faces={faces}
          onChoose={() => onChoose(room.id)}
        />
      ))}
    </nav>
  );
}

function RoomTab(props: {
  room: Room;
  isShown: boolean;
  floor: FloorConfig;
  faces: readonly TableFace[];
  onChoose: () => void;
}) {
  const { room, isShown, floor, faces, onChoose } = props;
  const { t } = useSpeech();
  const own = useMemo(() => {
    const tables = new Set(floor.tables.filter((table) => table.room === room.id).map(({ id }) => id));
    return faces.filter((face) => face.tables.some((table) => tables.has(table)));
  }, [floor, faces, room]);
  const needs = useTick(
    (now) =>
      own.filter((face) => tableNeeds({ ...face, nextAt: face.next?.at ?? null }, floor.waitMinutes, now))
        .length,
  );
  return (
    <Press
      zone={`room:${room.id}`}
      testId="room"
      className={cls(css.tab, isShown && css.shown)}
      data={{ 'data-room': room.id, 'data-needs': String(needs) }}
      isChosen={isShown}
      {...(needs > 0 ? { label: `${room.name}, ${t('host.floor.needs', { count: needs })}` } : {})}
      act={onChoose}
    >
      {room.name}{' '}
      {needs > 0 && (
        <span className={css.needs}>
          <Shape name="alert" />
          {needs}
        </span>
      )}
    </Press>
  );
}
