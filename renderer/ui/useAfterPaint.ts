import { useEffect, useState } from 'react';

/**
 * The value as it was when the last frame was painted. For what nobody's press waits for: it is drawn in the frame after the one in which its
 * press is answered, and not with it.
 */
export function useAfterPaint<T extends object>(value: T): T {
  const [painted, setPainted] = useState(value);
  // Never called off by the next value: in a rush there is always a next one.
  useEffect(() => afterPaint(() => setPainted(value)), [value]);
  return painted;
}

/** A frame's callbacks run before it is painted, a task that one of them asks for comes after. A hidden page paints nothing, and nobody waits there. */
function afterPaint(act: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(act, 0));
  else act();
}
