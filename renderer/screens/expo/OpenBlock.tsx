import { useCallback } from 'react';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';
import { useLook } from '../../app/useLook.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import css from '../board/sheet/Sheet.module.css';
import { useSheet } from '../board/sheet/sheetContext.ts';
import { blockBook } from './BlockBook.ts';
import { openedBlock } from './openedBlock.ts';

/** From an open table to the tables it goes with; of a party of several it is the first thing wanted. */
export function OpenBlock({ ticket }: { ticket: TicketId }) {
  const { t } = useSpeech();
  const { show } = useSheet();
  const tables = useLook(
    useCallback(
      (state: State, config: HouseConfig) => openedBlock(state, ticket, config, blockBook().all()).tables,
      [ticket],
    ),
  );
  if (tables.length < 2) return null;
  const { length: count } = tables.filter(({ isChosen }) => isChosen);
  const isParty = tables.every(({ isChosen, isOfParty }) => isChosen === isOfParty);
  const words = isParty ? 'block.openParty' : 'block.openChosen';
  return (
    <section className={css.section}>
      <div className={css.choices}>
        <Press
          zone="table:block"
          testId="open-block"
          className={cls(css.button, count > 1 && css.main)}
          act={() => show({ kind: 'block', ticket })}
        >
          {count > 1 ? t(words, { count }) : t('block.open')}
        </Press>
      </div>
    </section>
  );
}
