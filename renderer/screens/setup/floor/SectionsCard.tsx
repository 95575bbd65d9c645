import { SectionColour } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { SelectField, TextField } from '../fields.tsx';
import page from '../Setup.module.css';
import { AddLine } from './AddLine.tsx';
import { addSection, changeSection, removeSection } from './serviceEdits.ts';
import type { FloorEditor } from './useFloorEditor.ts';

const NONE = '';

/** Sections: the tables that one server has, told apart by a stripe of colour. Which tables are in it is said at the table. */
export function SectionsCard({ editor: { floor, change } }: { editor: FloorEditor }) {
  const { t } = useSpeech();
  const step = (name: string) => ({ key: 'section', values: { name } });
  return (
    <section className={page.card}>
      <h2 className={page.subtitle}>{t('setup.floor.sections')}</h2>
      <p className={page.quiet}>{t('setup.floor.sectionsWhy')}</p>
      {floor.sections.map(({ id, name, colour }) => (
        <div key={id} className={cls(page.row, page.ends)} data-testid="section">
          <div className={page.grow}>
            <TextField
              label={t('setup.floor.name')}
              value={name}
              maxLength={40}
              isWrong={name.trim() === ''}
              onChange={(next) =>
                change((plan) => changeSection(plan, id, { name: next }), step(name), `name of ${id}`)
              }
            />
          </div>
          <SelectField
            label={t('setup.floor.colour')}
            value={colour ?? NONE}
            options={[
              { value: NONE, label: t('setup.none') },
              ...SectionColour.options.map((one) => ({ value: one, label: t(`setup.floor.colours.${one}`) })),
            ]}
            onChange={(value) =>
              change(
                (plan) => changeSection(plan, id, { colour: SectionColour.safeParse(value).data ?? null }),
                step(name),
              )
            }
          />
          <span className={page.quiet}>
            {floor.tables.flatMap((table) => (table.section === id ? [table.id] : [])).join(', ')}
          </span>
          <button
            type="button"
            className={page.button}
            aria-label={`${t('setup.remove')}: ${name}`}
            onClick={() =>
              change((plan) => removeSection(plan, id), { key: 'removeSection', values: { name } })
            }
          >
            {t('setup.remove')}
          </button>
        </div>
      ))}
      <AddLine
        label={t('setup.floor.newSection')}
        testId="new-section"
        onAdd={(name) => change((plan) => addSection(plan, name), step(name))}
      />
    </section>
  );
}
