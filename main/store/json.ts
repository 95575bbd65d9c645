import type { z } from 'zod';

/** The only way text becomes a value in here: a row that does not parse is refused, never believed. */
export function parseJson<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  const value: unknown = JSON.parse(text);
  return schema.parse(value);
}
