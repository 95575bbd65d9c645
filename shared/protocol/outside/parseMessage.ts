import type { z } from 'zod';
import type { FieldProblem } from './answer.ts';

/** The name of the argument itself among the paths of `fields`. */
export const ARGUMENT = 'argument';

/** Enough to mend a message by; a sender whose every item is wrong needs no thousand lines. */
const MAX_PROBLEMS = 50;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fields: readonly FieldProblem[] };

/** Judges one argument. What is wrong is told by the path of the field; values are never repeated, they may be private. */
export function parseMessage<T>(schema: z.ZodType<T>, argument: unknown): Parsed<T> {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) {
    return { ok: false, fields: [{ path: ARGUMENT, message: 'must be one JSON object' }] };
  }
  const result = schema.safeParse(argument);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, fields: result.error.issues.slice(0, MAX_PROBLEMS).map(problemOf) };
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  return { path: issue.path.map(String).join('.') || ARGUMENT, message: messageOf(issue) };
}

function messageOf(issue: z.core.$ZodIssue): string {
  const isAbsent = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return isAbsent ? 'is required' : issue.message;
}
