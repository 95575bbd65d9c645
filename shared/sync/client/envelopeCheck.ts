import { countPacked, type PackedEvent } from '../../protocol/packedEvents.ts';
import { type Beat, Down } from '../../protocol/screenMessages.ts';

/**
 * The two messages every screen gets all the time. Events are checked for count and name only: they come from a hub of the same build,
 * which checked them when it wrote them. Measured (Node 24, a put of six dishes, 10 KB): JSON.parse 37 us, this check 0.2 us, `reduce`
 * 18 us, the full schema 79 us; with thirty screens in one process the schema alone would double the time to the last of them. A
 * snapshot's page of 256 KB costs 1.3 ms with the full schema and has it, as have configuration, people and commands.
 */
export function isBeat(value: unknown): value is Beat {
  return (
    isObject(value) &&
    typeof value.epoch === 'string' &&
    typeof value.seq === 'number' &&
    typeof value.now === 'number' &&
    (value.ageMs === undefined || typeof value.ageMs === 'number') &&
    (value.hubs === undefined || isTexts(value.hubs)) &&
    (value.down === undefined || isTexts(value.down)) &&
    (value.pos === undefined || (isObject(value.pos) && typeof value.pos.since === 'number'))
  );
}

const Tables = Down.pick({ personal: true, config: true, pending: true });

export function isDown(value: unknown): value is Down {
  if (!isObject(value) || typeof value.epoch !== 'string') return false;
  const { from, to, events } = value;
  if (typeof from !== 'number' || typeof to !== 'number' || !Array.isArray(events)) return false;
  const isBare = value.personal === undefined && value.config === undefined && value.pending === undefined;
  if (!isBare && !Tables.safeParse(value).success) return false;
  return events.every(isPacked) && countPacked(events) === to - from + 1;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isPacked(value: unknown): value is PackedEvent {
  return isObject(value) && typeof value.type === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
