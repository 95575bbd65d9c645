import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FloorConfig, Room } from '../../../../shared/config/floor.ts';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { floorView } from '../../../../shared/domain/selectors/floorView.ts';
import { Message } from '../../../app/Message.tsx';
import { usePicture } from '../../../app/portContext.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { reuseSame } from '../../../ui/reuseSame.ts';
import { useDesk } from '../hostContext.ts';
import { type PartyName, usePartyName } from '../partyName.ts';
import { useTouchTable } from '../seat/useTouchTable.ts';
import { FloorPlan } from './FloorPlan.tsx';
import css from './FloorView.module.css';
import { OffPlan } from './OffPlan.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import { facesOf, keyOf, type TableFace } from './tableFace.ts';

/** The room as it is now: every table with its stage, since when, and whose move it is. */
export function FloorView() {
  const floor = usePicture(({ config }) => config.floor);
  const faces = useFaces();
  if (floor.tables.length === 0 && faces.length === 0) return <NoPlan />;
  return <Floor floor={floor} faces={faces} />;
}

function useFaces(): readonly TableFace[] {
  const nameOf = usePartyName();
  return useLook(useMemo(() => faceLook(nameOf), [nameOf]));
}

/** What has not changed since the last look is the same object as then. */
function faceLook(nameOf: PartyName) {
  let before: readonly TableFace[] = [];
  return (state: State, config: HouseConfig, now: number): readonly TableFace[] => {
    const faces = facesOf(floorView(state, config, now), config.floor, nameOf);
    before = reuseSame(before, faces, keyOf);
    return before;
  };
}

function Floor({ floor, faces }: { floor: FloorConfig; faces: readonly TableFace[] }) {
  const { inHand, picking } = useInHand();
  const [chosen, setChosen] = useState<string | null>(null);
  const rooms = useMemo(
    () => floor.rooms.filter(({ id }) => floor.tables.some(({ room }) => room === id)),
    [floor],
  );
  const room = rooms.find(({ id }) => id === chosen) ?? rooms[0];
  const lookedAt = picking === null ? inHand[0] : undefined;
  const roomInHand = floor.tables.find(({ id }) => id === lookedAt)?.room;
  // A table picked elsewhere is shown where it stands.
  useEffect(() => {
    if (roomInHand !== undefined) setChosen(roomInHand);
  }, [roomInHand]);
  const offPlan = useMemo(() => {
    const planned = new Set(floor.tables.map(({ id }) => id));
    return faces.filter(({ tables }) => !tables.some((table) => planned.has(table)));
  }, [floor, faces]);
  const touch = useTouchTable();
  const touched = useRef(touch);
  useEffect(() => {
    touched.current = touch;
  }, [touch]);
  // The same for as long as the view stands: a table that is picked draws itself and not all others.
  const pick = useCallback((table: string) => touched.current(table), []);
  return (
    <div className={css.floor} data-pick={picking ?? undefined}>
      {rooms.length > 1 && (
        <RoomTabs rooms={rooms} shown={room} floor={floor} faces={faces} onChoose={setChosen} />
      )}
      {room && <RoomPlan room={room} floor={floor} faces={faces} selected={inHand} onSelect={pick} />}
      {offPlan.length > 0 && (
        <OffPlan faces={offPlan} limits={floor.waitMinutes} selected={inHand} onSelect={pick} />
      )}
    </div>
  );
}

/** The table somebody has in hand or looks at, or those that are being picked, and what for. The same list while it is the same. */
function useInHand(): { readonly inHand: readonly string[]; readonly picking: string | null } {
  const { selected, sheet } = useDesk();
  const table = sheet?.kind === 'table' ? sheet.table : selected.table;
  const picked = sheet?.kind === 'pick' ? sheet.tables : null;
  const inHand = useMemo(() => picked ?? (table === null ? [] : [table]), [picked, table]);
  return { inHand, picking: sheet?.kind === 'pick' ? sheet.purpose : null };
}

function RoomPlan(props: {
  room: Room;
  floor: FloorConfig;
  faces: readonly TableFace[];
  selected: readonly string[];
  onSelect: (table: string) => void;
}) {
  const { room, floor, faces, selected, onSelect } = props;
  const tables = useMemo(() => floor.tables.filter((table) => table.room === room.id), [floor, room]);
  return (
    <FloorPlan
      key={room.id}
      room={room}
      tables={tables}
      faces={faces}
      limits={floor.waitMinutes}
      selected={selected}
      onSelect={onSelect}
    />
  );
}

function NoPlan() {
  const { t } = useSpeech();
  return (
    <Message title={t('host.floor.none')} why={t('host.floor.noneWhy')} titleId="no-plan">
      <a href="/setup">{t('host.floor.draw')}</a>
    </Message>
  );
}
