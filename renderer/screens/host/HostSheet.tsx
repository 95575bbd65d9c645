import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import frame from '../board/sheet/Sheet.module.css';
import css from './HostScreen.module.css';
import { useDesk } from './hostContext.ts';

/** Lies over the side list; the plan stays in sight and works. Escape closes it, as its button does, always in the same place. */
export function HostSheet(props: {
  readonly title: ReactNode;
  readonly why?: string;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useSpeech();
  const { close } = useDesk();
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [close]);
  return (
    <div
      ref={sheet}
      tabIndex={-1}
      className={`${frame.sheet} ${css.sheet}`}
      role="dialog"
      aria-labelledby={id}
      data-testid="sheet"
    >
      <header className={frame.head}>
        <div>
          <h2 id={id} className={frame.title}>
            {props.title}
          </h2>
          {props.why !== undefined && <p className={frame.why}>{props.why}</p>}
        </div>
        <Press zone="sheet:close" testId="close" className={frame.close} act={close}>
          {t('sheet.close')}
        </Press>
      </header>
      <div className={frame.body}>{props.children}</div>
      {props.foot !== undefined && <div className={frame.foot}>{props.foot}</div>}
    </div>
  );
}
