import { useState } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { NumberField, SelectField } from '../fields.tsx';
import page from '../Setup.module.css';
import { addCombination, changeTable, seatsOf } from './floorEdits.ts';
import type { FloorEditor } from './useFloorEditor.ts';

const MOST_SEATS = 200;
const NOBODY = '';

/** Several in hand: they may stand together, and be one section. */
export function ManyTables({ tables, editor }: { tables: readonly string[]; editor: FloorEditor }) {
  const { floor, change } = editor;
  const { t } = useSpeech();
  const [seats, setSeats] = useState(() => seatsOf(floor, tables));
  const said = tables.join(' + ');
  const sections = new Set(floor.tables.flatMap(({ id, section }) => (tables.includes(id) ? [section] : [])));
  const [common] = sections;
  return (
    <>
      <p>
        <b>{said}</b>
      </p>
      <NumberField
        label={t('setup.floor.seatsTogether')}
        unit=""
        value={seats}
        min={1}
        max={MOST_SEATS}
        onChange={(count) => setSeats(Math.round(count))}
      />
      <button
        type="button"
        className={cls(page.button, page.primary)}
        data-testid="combine"
        onClick={() =>
          change((plan) => addCombination(plan, tables, seats), { key: 'combine', values: { tables: said } })
        }
      >
        {t('setup.floor.combine', { tables: said })}
      </button>
      {floor.sections.length > 0 && (
        <SelectField
          label={t('setup.floor.section')}
          value={sections.size === 1 ? (common ?? NOBODY) : NOBODY}
          options={[
            { value: NOBODY, label: t('setup.none') },
            ...floor.sections.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={(value) =>
            change(
              (plan) =>
                tables.reduce(
                  (next, id) => changeTable(next, id, { section: value === NOBODY ? null : value }),
                  plan,
                ),
              { key: 'change', values: { tables: said } },
            )
          }
        />
      )}
    </>
  );
}
