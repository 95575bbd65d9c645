import { type RefObject, useEffect } from 'react';
import { usePressWatch } from './pressContext.ts';

/**
 * What stands in this element may be carried: while something is, the page does not scroll under the finger, which would take the finger from
 * it. Elsewhere pages scroll without asking.
 */
export function usePageStill(element: RefObject<HTMLElement | null>): void {
  const watch = usePressWatch();
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const still = (event: TouchEvent) => {
      if (watch.isCarrying() && event.cancelable) event.preventDefault();
    };
    current.addEventListener('touchmove', still, { passive: false });
    return () => current.removeEventListener('touchmove', still);
  }, [watch, element]);
}
