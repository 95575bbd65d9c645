import type { FloorTable, Room } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import page from '../Setup.module.css';
import css from './FloorSection.module.css';
import { duplicateTables, removeTables } from './floorEdits.ts';
import { ManyTables } from './ManyTables.tsx';
import { TableFields } from './TableFields.tsx';
import type { FloorEditor } from './useFloorEditor.ts';

/** What may be done with the tables in hand. */
export function TablePanel(props: {
  room: Room;
  editor: FloorEditor;
  selected: readonly string[];
  picksMany: boolean;
  onPicksMany: (isOn: boolean) => void;
  onSelect: (ids: readonly string[]) => void;
}) {
  const { editor, selected, picksMany, onPicksMany, onSelect } = props;
  const { floor, change } = editor;
  const { t } = useSpeech();
  const [only] = selected;
  const table: FloorTable | undefined =
    selected.length === 1 ? floor.tables.find(({ id }) => id === only) : undefined;
  const tables = selected.join(', ');
  const remove = () => {
    change((plan) => removeTables(plan, selected), { key: 'remove', values: { tables } });
    onSelect([]);
  };
  const duplicate = () => {
    const { floor: after, made } = duplicateTables(floor, selected);
    change(() => after, { key: 'duplicate', values: { tables } });
    onSelect(made);
  };
  return (
    <section
      className={cls(page.card, css.panel)}
      aria-label={t('setup.floor.inHand')}
      data-testid="table-panel"
    >
      <button
        type="button"
        className={cls(page.button, picksMany && page.primary)}
        aria-pressed={picksMany}
        data-testid="pick-many"
        onClick={() => onPicksMany(!picksMany)}
      >
        {t('setup.floor.pickMany')}
      </button>
      {selected.length === 0 && <p className={page.quiet}>{t('setup.floor.pickOne')}</p>}
      {table && (
        <TableFields key={table.id} table={table} editor={editor} onRenamed={(id) => onSelect([id])} />
      )}
      {selected.length > 1 && <ManyTables key={tables} tables={selected} editor={editor} />}
      {selected.length > 0 && (
        <div className={page.row}>
          <button type="button" className={page.button} data-testid="duplicate" onClick={duplicate}>
            {t('setup.floor.duplicate')}
          </button>
          <button type="button" className={page.button} data-testid="delete-table" onClick={remove}>
            {t('setup.remove')}
          </button>
        </div>
      )}
    </section>
  );
}
