import { useEffect, useRef } from 'react';
import { SheetFrame, type SheetWords } from '../board/sheet/SheetFrame.tsx';
import css from './HostScreen.module.css';
import { useDesk } from './hostContext.ts';

/** Lies over the side list; the plan stays in sight and works. Escape closes it, as its button does. */
export function HostSheet(words: SheetWords) {
  const { close } = useDesk();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [close]);
  return <SheetFrame {...words} ref={sheet} tabIndex={-1} className={css.sheet} close={close} />;
}
