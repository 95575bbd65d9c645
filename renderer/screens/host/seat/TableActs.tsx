import { useState } from 'react';
import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import { type TableAct, type TableCard, tableActs } from '../../../../shared/domain/selectors/tableCard.ts';
import { useSpeech } from '../../../app/words.ts';
import type { Down } from '../../../ui/press/PressWatch.ts';
import frame from '../../board/sheet/Sheet.module.css';
import { useDesk } from '../hostContext.ts';
import { BlockTable } from './BlockTable.tsx';
import { HostAct } from './HostAct.tsx';
import { useRefusedNow } from './refusedNow.ts';
import css from './Seat.module.css';

interface Props {
  readonly card: TableCard;
  readonly table: string;
}

/** The likely next in front. What cannot be done while the hub is away is grey and says so. */
export function TableActs({ card, table }: Props) {
  const { t } = useSpeech();
  const { send, open, close } = useDesk();
  const refusedNow = useRefusedNow();
  const [isBlocking, setBlocking] = useState(false);
  const press = (act: TableAct, { seen }: Down) => {
    const party = card.sitting?.id ?? null;
    switch (act) {
      case 'move':
      case 'swap':
        open({ kind: 'pick', purpose: act, party, tables: [] });
        return;
      case 'combine':
        open({ kind: 'pick', purpose: act, party: null, tables: [...card.tables] });
        return;
      case 'block':
        setBlocking(!isBlocking);
        return;
      default: {
        const command = actCommand(act, card, table, seen);
        if (command === null) return;
        send(command);
        if (act === 'finish' || act === 'unseat') close();
      }
    }
  };
  return (
    <section className={frame.section}>
      <div className={css.acts}>
        {tableActs(card).map((act, at) => (
          <HostAct
            key={act}
            name={act}
            words={t(`host.table.act.${act}`)}
            isMain={at === 0 && LIKELY.has(act)}
            isChosen={act === 'block' && isBlocking}
            refused={refusedNow(COMMANDS[act])}
            act={(down) => press(act, down)}
          />
        ))}
      </div>
      {isBlocking && <BlockTable table={table} done={() => setBlocking(false)} />}
    </section>
  );
}

const LIKELY: ReadonlySet<TableAct> = new Set(['finish', 'clean', 'open']);

/** What each comes to in the end. */
const COMMANDS: Record<TableAct, ScreenCommand['type']> = {
  finish: 'party.finish',
  move: 'party.move',
  swap: 'party.swap',
  unseat: 'party.unseat',
  combine: 'table.combine',
  split: 'table.split',
  clean: 'table.mark',
  dirty: 'table.mark',
  block: 'table.mark',
  open: 'table.mark',
  away: 'table.hold',
  back: 'table.resume',
};

function actCommand(
  act: Exclude<TableAct, 'move' | 'swap' | 'combine' | 'block'>,
  { sitting }: TableCard,
  table: string,
  seen: number,
): ScreenCommand | null {
  switch (act) {
    case 'finish':
      return sitting && { type: 'party.finish', party: sitting.id, seen };
    case 'unseat':
      return sitting && { type: 'party.unseat', party: sitting.id, seen };
    case 'split':
      return { type: 'table.split', table };
    case 'clean':
    case 'dirty':
    case 'open':
      return { type: 'table.mark', table, state: act, reason: null, until: null };
    case 'away':
      return { type: 'table.hold', table, reason: null, until: null };
    case 'back':
      return { type: 'table.resume', table };
    default:
      return act satisfies never;
  }
}
