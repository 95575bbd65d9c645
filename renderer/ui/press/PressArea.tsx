import type { PointerEvent, ReactNode } from 'react';
import { contactOf, type Down } from './PressWatch.ts';
import { usePressWatch } from './pressContext.ts';

/** Makes the room around a button part of it, for fingers only: readers and keyboards find the button inside. */
export function PressArea(props: {
  readonly zone: string;
  readonly act: (down: Down) => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { zone, act, className, children } = props;
  const watch = usePressWatch();
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    watch.begin(contactOf(event), { zone, act });
  };
  return (
    <div className={className} onPointerDown={begin}>
      {children}
    </div>
  );
}
