import { createContext, useContext, useEffect } from 'react';
import { contactOf, type PressWatch } from './PressWatch.ts';

const PressContext = createContext<PressWatch | null>(null);
export const PressProvider = PressContext.Provider;

export function usePressWatch(): PressWatch {
  const watch = useContext(PressContext);
  if (!watch) throw new Error('a press target stands outside its screen');
  return watch;
}

/** Listens on the whole page: a cloth does not aim. */
export function usePageContacts(watch: PressWatch): void {
  useEffect(() => {
    const down = (event: PointerEvent) => watch.contact(contactOf(event));
    const move = (event: PointerEvent) =>
      watch.grew(contactOf(event), () => zoneAt(event.clientX, event.clientY));
    const up = (event: PointerEvent) =>
      watch.release(event.pointerId, () => zoneAt(event.clientX, event.clientY));
    const cancel = (event: PointerEvent) => watch.cancel(event.pointerId);
    const menu = (event: Event) => event.preventDefault();
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointermove', move, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', cancel, true);
    window.addEventListener('contextmenu', menu);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointermove', move, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', cancel, true);
      window.removeEventListener('contextmenu', menu);
    };
  }, [watch]);
}

function zoneAt(x: number, y: number): string | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-zone]')?.dataset.zone ?? null;
}
