import { FloorTable } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { NumberField, SelectField } from '../fields.tsx';
import page from '../Setup.module.css';
import css from './FloorSection.module.css';
import { changeTable, renameTable, TURN_DEGREES, turned } from './floorEdits.ts';
import { NameField } from './NameField.tsx';
import { SizeFields } from './SizeFields.tsx';
import type { FloorEditor } from './useFloorEditor.ts';

const NOBODY = '';
const MOST_SEATS = 200;
/** Of a table, in centimetres: less is a tray, more is a hall. */
const SIZE_CM = { least: 30, most: 2000 } as const;

const SHAPES = FloorTable.shape.shape.unwrap().options;

/** Everything about one table. */
export function TableFields(props: {
  table: FloorTable;
  editor: FloorEditor;
  onRenamed: (id: string) => void;
}) {
  const { table, editor, onRenamed } = props;
  const { floor, change } = editor;
  const { t } = useSpeech();
  const { id } = table;
  const set = (part: Partial<FloorTable>, field: string) =>
    change(
      (plan) => changeTable(plan, id, part),
      { key: 'change', values: { tables: id } },
      `change ${field} ${id}`,
    );
  const rename = (name: string) => {
    const renamed = renameTable(floor, id, name);
    if (renamed === null) return false;
    change(() => renamed, { key: 'rename', values: { from: id, to: name.trim() } });
    onRenamed(name.trim());
    return true;
  };
  return (
    <>
      <NameField
        label={t('setup.floor.tableName')}
        value={id}
        testId="table-name"
        wrong={t('setup.floor.nameTaken')}
        onChange={rename}
      />
      <SelectField
        label={t('setup.floor.shape')}
        value={table.shape}
        options={SHAPES.map((shape) => ({ value: shape, label: t(`setup.floor.shapes.${shape}`) }))}
        testId="table-shape"
        onChange={(value) => {
          const shape = SHAPES.find((one) => one === value);
          if (shape) set({ shape }, 'shape');
        }}
      />
      <div className={css.pair}>
        <NumberField
          label={t('setup.floor.seats')}
          unit=""
          value={table.seats}
          min={1}
          max={MOST_SEATS}
          onChange={(seats) => set(seatsOf(table, Math.round(seats)), 'seats')}
        />
        <NumberField
          label={t('setup.floor.maxSeats')}
          unit=""
          value={table.maxSeats ?? table.seats}
          min={table.seats}
          max={MOST_SEATS}
          onChange={(most) => set({ maxSeats: Math.round(most) }, 'maxSeats')}
        />
      </div>
      <SelectField
        label={t('setup.floor.section')}
        value={table.section ?? NOBODY}
        options={[
          { value: NOBODY, label: t('setup.none') },
          ...floor.sections.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(section) => set({ section: section === NOBODY ? null : section }, 'section')}
      />
      {floor.rooms.length > 1 && (
        <SelectField
          label={t('setup.floor.room')}
          value={table.room}
          options={floor.rooms.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(room) => set({ room }, 'room')}
        />
      )}
      <div className={css.pair}>
        <SizeFields size={table} limits={SIZE_CM} onChange={set} />
      </div>
      <div className={page.row}>
        <button
          type="button"
          className={page.button}
          data-testid="turn-left"
          onClick={() => set({ rotation: turned(table.rotation - TURN_DEGREES) }, 'rotation')}
        >
          {t('setup.floor.turnLeft')}
        </button>
        <span data-testid="rotation">{table.rotation}°</span>
        <button
          type="button"
          className={page.button}
          data-testid="turn-right"
          onClick={() => set({ rotation: turned(table.rotation + TURN_DEGREES) }, 'rotation')}
        >
          {t('setup.floor.turnRight')}
        </button>
      </div>
    </>
  );
}

/** The most that fit is never less than sit well. */
function seatsOf({ maxSeats }: FloorTable, seats: number): Partial<FloorTable> {
  return maxSeats !== null && maxSeats < seats ? { seats, maxSeats: null } : { seats };
}
