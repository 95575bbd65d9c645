import { useState } from 'react';
import { FloorTable, type Room } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { NumberField, SelectField } from '../fields.tsx';
import page from '../Setup.module.css';
import css from './FloorSection.module.css';
import { addTables, type NewTables } from './floorEdits.ts';
import type { FloorEditor } from './useFloorEditor.ts';

const SHAPES = FloorTable.shape.shape.unwrap().options;
const MOST_AT_ONCE = 40;
const MOST_SEATS = 40;

/** Several of a kind at once: eight tables for two. */
export function AddTables({ room, change }: { room: Room; change: FloorEditor['change'] }) {
  const { t } = useSpeech();
  const [wanted, setWanted] = useState<NewTables>({ count: 1, seats: 4, shape: 'square' });
  const { count, seats, shape } = wanted;
  return (
    <form
      className={page.card}
      onSubmit={(event) => {
        event.preventDefault();
        change((plan) => addTables(plan, room, wanted), { key: 'add', values: { count } });
      }}
    >
      <div className={css.pair}>
        <NumberField
          label={t('setup.floor.howMany')}
          unit=""
          value={count}
          min={1}
          max={MOST_AT_ONCE}
          onChange={(next) => setWanted({ ...wanted, count: Math.round(next) })}
        />
        <NumberField
          label={t('setup.floor.seats')}
          unit=""
          value={seats}
          min={1}
          max={MOST_SEATS}
          onChange={(next) => setWanted({ ...wanted, seats: Math.round(next) })}
        />
      </div>
      <div>
        <SelectField
          label={t('setup.floor.shape')}
          value={shape}
          options={SHAPES.map((one) => ({ value: one, label: t(`setup.floor.shapes.${one}`) }))}
          onChange={(value) => setWanted({ ...wanted, shape: SHAPES.find((one) => one === value) ?? shape })}
        />
      </div>
      <button type="submit" className={cls(page.button, page.primary)} data-testid="add-tables">
        {t('setup.floor.addTables', { count })}
      </button>
    </form>
  );
}
