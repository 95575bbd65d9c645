import { z } from 'zod';
import { LIMITS } from './limits.ts';

/**
 * The small schemas every message is made of. Their messages are read by whoever programs a POS. What a refinement asks is told to JSON
 * Schema by `meta`: its lengths count characters as ours do.
 */

/** Surrogate pairs count once, as they do in other languages. */
function characters(text: string, max: number): number {
  return text.length <= max ? text.length : [...text].length;
}

const CONTROL = /\p{Cc}/u;

/** An id is kept to the byte, so what a database cannot keep to the byte is no id. */
export const OutsideId = z
  .string()
  .refine((id) => id.length > 0 && characters(id, LIMITS.idCharacters) <= LIMITS.idCharacters, {
    error: `must have 1 to ${LIMITS.idCharacters} characters`,
    abort: true,
  })
  .refine((id) => !CONTROL.test(id) && id.isWellFormed(), 'must not contain control characters')
  .meta({ minLength: 1, maxLength: LIMITS.idCharacters, pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$' });

/** Free words of at most `max` characters. A lone surrogate becomes the replacement character, as it would on disk. */
export function words(max: number = LIMITS.wordsCharacters) {
  return z
    .string()
    .refine((text) => characters(text, max) <= max, `must have at most ${max} characters`)
    .overwrite((text) => text.toWellFormed())
    .meta({ maxLength: max });
}

/** Words that somebody has to read: blank ones say nothing. */
export function saidWords(max: number = LIMITS.wordsCharacters) {
  return words(max)
    .refine((text) => text.trim() !== '', 'must not be blank')
    .meta({ minLength: 1, maxLength: max, pattern: '\\S' });
}

export const Note = words(LIMITS.noteCharacters);

export const Count = z.int().min(0).max(LIMITS.count);

/** Above 0 with at most 3 decimals. */
export const Quantity = z
  .number()
  .positive('must be above 0')
  .max(LIMITS.quantity)
  .refine(
    (quantity) => Number(quantity.toFixed(LIMITS.quantityDecimals)) === quantity,
    `must have at most ${LIMITS.quantityDecimals} decimals`,
  )
  // Not `multipleOf`: validators divide, and 1.1 / 0.001 is no whole number in floating point.
  .meta({ description: `At most ${LIMITS.quantityDecimals} decimals.` });

/** The POS's own name of a ticket, check or party. */
export const OutsidePair = z.object({ source: OutsideId, id: OutsideId });
