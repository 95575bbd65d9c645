import { useState } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Chips } from '../fields.tsx';
import page from '../Setup.module.css';
import { AddLine } from './AddLine.tsx';
import { AddTables } from './AddTables.tsx';
import { CombinationsCard } from './CombinationsCard.tsx';
import { EditorCanvas } from './EditorCanvas.tsx';
import css from './FloorSection.module.css';
import { addRoom } from './floorEdits.ts';
import { PlanNotes } from './PlanNotes.tsx';
import { RoomFields } from './RoomFields.tsx';
import { SectionsCard } from './SectionsCard.tsx';
import { ServersCard } from './ServersCard.tsx';
import { ShiftsCard } from './ShiftsCard.tsx';
import { TablePanel } from './TablePanel.tsx';
import { TimesCard } from './TimesCard.tsx';
import { useFloorEditor } from './useFloorEditor.ts';

/** Rooms and tables as they stand, who serves where, and when how many may come. */
export function FloorSection() {
  const { t } = useSpeech();
  const editor = useFloorEditor();
  const { floor, change, last, undo } = editor;
  const [chosen, setChosen] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [picksMany, setPicksMany] = useState(false);
  const room = floor.rooms.find(({ id }) => id === chosen) ?? floor.rooms[0];
  // What UNDO or another room has taken away is in nobody's hand.
  const inHand = selected.filter((id) =>
    floor.tables.some((table) => table.id === id && table.room === room?.id),
  );
  return (
    <div className={css.wide}>
      <div className={page.column}>
        <h1 className={page.title}>{t('setup.floor.title')}</h1>
        <p className={page.why}>{t('setup.floor.why')}</p>
      </div>
      <div className={cls(page.row, page.spread)}>
        <Chips
          label={t('setup.floor.rooms')}
          options={floor.rooms.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={room ? [room.id] : []}
          onChange={(ids) => setChosen(ids.find((id) => id !== room?.id) ?? room?.id ?? null)}
        />
        <button
          type="button"
          className={page.button}
          disabled={last === null}
          data-testid="undo"
          onClick={undo}
        >
          {last === null
            ? t('setup.floor.undoNothing')
            : t('setup.floor.undo', { what: t(`setup.floor.step.${last.key}`, { ...last.values }) })}
        </button>
      </div>
      {room && (
        <div className={css.editor}>
          <div className={css.drawn}>
            <EditorCanvas
              room={room}
              editor={editor}
              selected={inHand}
              picksMany={picksMany}
              onSelect={setSelected}
            />
            <PlanNotes floor={floor} room={room} onSelect={setSelected} />
          </div>
          <div className={css.beside}>
            <TablePanel
              room={room}
              editor={editor}
              selected={inHand}
              picksMany={picksMany}
              onPicksMany={setPicksMany}
              onSelect={setSelected}
            />
            <AddTables room={room} change={change} />
          </div>
        </div>
      )}
      <div className={page.column}>
        {room && <RoomFields room={room} editor={editor} />}
        <AddLine
          label={t('setup.floor.newRoom')}
          testId="new-room"
          onAdd={(name) => change((plan) => addRoom(plan, name), { key: 'room', values: { name } })}
        />
        {floor.tables.length > 0 && <CombinationsCard editor={editor} />}
        <SectionsCard editor={editor} />
        <ServersCard editor={editor} />
        <ShiftsCard editor={editor} />
        <TimesCard editor={editor} />
      </div>
    </div>
  );
}
