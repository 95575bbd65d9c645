import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import page from '../Setup.module.css';
import { removeCombination } from './floorEdits.ts';
import type { FloorEditor } from './useFloorEditor.ts';

/** Which tables may be pushed together, and for how many. They are made on the plan, by picking several. */
export function CombinationsCard({ editor: { floor, change } }: { editor: FloorEditor }) {
  const { t } = useSpeech();
  return (
    <section className={page.card}>
      <h2 className={page.subtitle}>{t('setup.floor.combinations')}</h2>
      <p className={page.quiet}>{t('setup.floor.combinationsWhy')}</p>
      <ul className={page.list}>
        {floor.combinations.map(({ tables, seats }) => {
          const said = tables.join(' + ');
          return (
            <li key={said} className={cls(page.row, page.spread)} data-testid="combination">
              <b>{t('setup.floor.combination', { tables: said, count: seats })}</b>
              <button
                type="button"
                className={page.button}
                aria-label={`${t('setup.remove')}: ${said}`}
                onClick={() =>
                  change((plan) => removeCombination(plan, tables), { key: 'part', values: { tables: said } })
                }
              >
                {t('setup.remove')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
