import { type ReactNode, type Ref, useId } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import css from './Sheet.module.css';

export interface SheetWords {
  readonly title: ReactNode;
  readonly why?: string;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** What every sheet looks like, on a board and at the door. Closing it is always in the same place. `tabIndex`: it takes the focus itself. */
export function SheetFrame(
  props: SheetWords & {
    readonly close: () => void;
    readonly className?: string | undefined;
    readonly ref?: Ref<HTMLDivElement>;
    readonly tabIndex?: number;
  },
) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <div
      ref={props.ref}
      tabIndex={props.tabIndex}
      className={cls(css.sheet, props.className)}
      role="dialog"
      aria-labelledby={id}
      data-testid="sheet"
    >
      <header className={css.head}>
        <div>
          <h2 id={id} className={css.title}>
            {props.title}
          </h2>
          {props.why !== undefined && <p className={css.why}>{props.why}</p>}
        </div>
        <Press zone="sheet:close" testId="close" className={css.close} act={props.close}>
          {t('sheet.close')}
        </Press>
      </header>
      <div className={css.body}>{props.children}</div>
      {props.foot !== undefined && <div className={css.foot}>{props.foot}</div>}
    </div>
  );
}
