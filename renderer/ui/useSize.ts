import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from '../theme/physical.ts';

/** How large an element is inside its border, in CSS pixels; null until it has been measured. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const { clientWidth: widthPx, clientHeight: heightPx } = current;
      setSize((was) => (was?.widthPx === widthPx && was.heightPx === heightPx ? was : { widthPx, heightPx }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(current);
    return () => watch.disconnect();
  }, [element]);
  return size;
}
