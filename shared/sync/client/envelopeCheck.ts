import type { Beat, Down } from '../../protocol/screenMessages.ts';

/** The two messages every screen gets all the time. */
export function isBeat(value: unknown): value is Beat {
  return (
    isObject(value) &&
    typeof value.epoch === 'string' &&
    typeof value.seq === 'number' &&
    typeof value.now === 'number'
  );
}

export function isDown(value: unknown): value is Down {
  if (!isObject(value) || typeof value.epoch !== 'string') return false;
  const { from, to, events } = value;
  if (typeof from !== 'number' || typeof to !== 'number' || !Array.isArray(events)) return false;
  if (events.length !== to - from + 1) return false;
  return events.every(
    (event, index) => isObject(event) && event.seq === from + index && typeof event.type === 'string',
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
