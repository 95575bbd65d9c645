import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { Press } from '../../../ui/press/Press.tsx';
import css from './Sheet.module.css';
import { useSheet } from './sheetContext.ts';

/** Lies over the last columns of the board; the rest stays in sight and works. Closing it is always in the same place. */
export function Sheet(props: {
  readonly title: ReactNode;
  readonly why?: string;
  readonly foot?: ReactNode;
  /** Beside its going. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useSpeech();
  const { close } = useSheet();
  const id = useId();
  const act = () => {
    props.onClose?.();
    close();
  };
  return (
    <div className={css.sheet} role="dialog" aria-labelledby={id} data-testid="sheet">
      <header className={css.head}>
        <div>
          <h2 id={id} className={css.title}>
            {props.title}
          </h2>
          {props.why !== undefined && <p className={css.why}>{props.why}</p>}
        </div>
        <Press zone="sheet:close" testId="close" className={css.close} act={act}>
          {t('sheet.close')}
        </Press>
      </header>
      <div className={css.body}>{props.children}</div>
      {props.foot !== undefined && <div className={css.foot}>{props.foot}</div>}
    </div>
  );
}
