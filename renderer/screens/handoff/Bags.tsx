import { useState } from 'react';
import { MOST_BAGS } from '../../../shared/domain/model/packing.ts';
import type { HandOffOrder, PackLine } from '../../../shared/domain/selectors/handOffList.ts';
import { useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { foldedLines, platesOf } from './foldLines.ts';
import css from './HandOff.module.css';
import { PackRow } from './PackRow.tsx';
import { type Pressed, packLines } from './packCommands.ts';

export interface CardProps {
  readonly order: HandOffOrder;
  readonly press: (order: HandOffOrder, pressed: Pressed, seen: number) => void;
}

/** The dishes, each ticked into the bag that is open; an allergy's stand apart and are never among PACK ALL. A long order is folded. */
export function Bags({ order, press }: CardProps) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { bags } = order;
  const bag = Math.min(chosen ?? bags, bags);
  const toggle = (line: PackLine, seen: number) =>
    press(order, packLines(order, [line], line.bag === null ? bag : null), seen);
  const folded = foldedLines(order);
  const shown = isOpen ? order.lines : order.lines.filter((line) => !folded.has(line));
  const open = shown.filter((line) => line.bag === null);
  const apart = open.filter(({ line }) => line.allergies.length > 0);
  const row = (line: PackLine) => (
    <PackRow key={`${line.line.key}/${line.bag}`} order={order} pack={line} into={bag} onPress={toggle} />
  );
  return (
    <>
      {/* While nothing is ready there is nothing to choose a bag for. */}
      <div className={css.bags} hidden={!order.lines.some(({ isReady }) => isReady)}>
        {Array.from({ length: bags }, (_, index) => index + 1).map((one) => (
          <Press
            key={one}
            zone={order.ticketId}
            testId={`bag-${one}`}
            className={cls(css.bag, one === bag && css.chosen)}
            act={() => setChosen(one)}
          >
            {t('handoff.bagOf', { bag: one, bags })}
          </Press>
        ))}
        {bags < MOST_BAGS && (
          <Press
            zone={order.ticketId}
            testId="bag-more"
            className={css.bag}
            act={(down) => {
              setChosen(bags + 1);
              press(order, packLines(order, [], null, bags + 1), down.seen);
            }}
          >
            {t('handoff.oneMore')}
          </Press>
        )}
      </div>
      <ul className={css.lines}>
        {open.filter(({ line }) => line.allergies.length === 0).map(row)}
        {apart.length > 0 && (
          <li className={css.apart}>
            <Shape name="allergy" /> {t('handoff.apart')}
          </li>
        )}
        {apart.map(row)}
        {shown.filter((line) => line.bag !== null).map(row)}
      </ul>
      {folded.size > 0 && (
        <Press
          zone={order.ticketId}
          testId="more-lines"
          className={css.more}
          isChosen={isOpen}
          act={() => setOpen(!isOpen)}
        >
          {isOpen ? t('handoff.fewer') : t('handoff.more', { count: platesOf(folded) })}
        </Press>
      )}
    </>
  );
}
