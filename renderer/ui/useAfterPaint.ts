import { useEffect, useState } from 'react';
import { handClock } from './handClock.ts';

/**
 * The value as it was when the last frame was painted. For what nobody's press waits for: it is drawn in the frame after the one in which its
 * press is answered, and not with it.
 */
export function useAfterPaint<T extends object>(value: T): T {
  const [painted, setPainted] = useState(value);
  // Never called off by the next value: in a rush there is always a next one.
  useEffect(() => void handClock.afterPaint(() => setPainted(value)), [value]);
  return painted;
}
