import type { PointerEvent, ReactNode } from 'react';
import { contactOf, type Down } from './PressWatch.ts';
import { usePressWatch } from './pressContext.ts';

/** Makes the room around a button part of it, for fingers only: readers and keyboards find the button inside. */
export function PressArea(props: {
  readonly zone: string;
  readonly act: (down: Down) => void;
  /** As `Press` has it. */
  readonly stay?: () => (() => void) | null;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const { zone, act, stay, className, children } = props;
  const watch = usePressWatch();
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    watch.begin(contactOf(event), { zone, act, stay: stay?.() ?? null });
  };
  return (
    <div className={className} onPointerDown={begin}>
      {children}
    </div>
  );
}
