import { type ReactNode, useState } from 'react';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import sheet from '../../board/sheet/Sheet.module.css';
import css from './PartySheet.module.css';

/** A part of a card: what stands there, and behind a press what may be keyed. */
export function Fold(props: {
  readonly name: string;
  readonly title: string;
  readonly said: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(props.isOpen ?? false);
  return (
    <section className={css.fold}>
      <Press
        zone={`fold:${props.name}`}
        testId={`fold-${props.name}`}
        className={css.foldHead}
        data={{ 'data-open': `${isOpen}` }}
        act={() => setOpen(!isOpen)}
      >
        <span className={cls(sheet.heading, css.title)}>{props.title}</span>
        <span className={css.said}>{props.said}</span>
      </Press>
      {isOpen && <div className={css.folded}>{props.children}</div>}
    </section>
  );
}
