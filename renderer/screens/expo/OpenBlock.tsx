import { useCallback } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { tableBlock } from '../../../shared/domain/selectors/tableBlock.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import css from '../board/sheet/Sheet.module.css';
import { useSheet } from '../board/sheet/sheetContext.ts';

/** From an open table to the tables it goes with; of a party of several it is the first thing wanted. */
export function OpenBlock({ ticket }: { ticket: TicketId }) {
  const { t } = useSpeech();
  const { show } = useSheet();
  const count = useLook(
    useCallback(
      (state: State, config: HouseConfig) => {
        const tables = tableBlock(state, ticket, config);
        return tables.length > 1 ? tables.filter(({ isOfParty }) => isOfParty).length : 0;
      },
      [ticket],
    ),
  );
  if (count === 0) return null;
  return (
    <section className={css.section}>
      <div className={css.choices}>
        <Press
          zone="table:block"
          testId="open-block"
          className={cls(css.button, count > 1 && css.main)}
          act={() => show({ kind: 'block', ticket })}
        >
          {count > 1 ? t('block.openParty', { count }) : t('block.open')}
        </Press>
      </div>
    </section>
  );
}
