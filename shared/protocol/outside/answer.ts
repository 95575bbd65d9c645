/** What every message of a POS is answered with, after it is durable. */
export type OutsideErrorCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'revision_required'
  | 'feed_expired'
  | 'unsupported'
  | 'too_large'
  | 'busy'
  | 'unavailable'
  | 'internal';

/** `path` is dotted: `items.1.quantity`; `argument` is the argument itself. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface OutsideError {
  readonly code: OutsideErrorCode;
  readonly message: string;
  /** Always with `invalid`. */
  readonly fields?: readonly FieldProblem[];
  /** With `feed_expired`: the oldest log number still kept. */
  readonly oldest?: number;
}

export type OutsideRefusal = { readonly ok: false; readonly error: OutsideError };

export type OutsideAnswer =
  | {
      readonly ok: true;
      readonly result: 'applied' | 'duplicate' | 'stale';
      readonly id: string;
      readonly seq: number;
    }
  | {
      readonly ok: true;
      readonly seq: number;
      /** Where the hub is found, and who may take its place; absent: there is no standby. */
      readonly hubs?: readonly string[];
    }
  | OutsideRefusal;

export function refusal(code: OutsideErrorCode, message: string): OutsideRefusal {
  return { ok: false, error: { code, message } };
}

export function invalid(fields: readonly FieldProblem[]): OutsideRefusal {
  const [first] = fields;
  const message = first ? `${first.path}: ${first.message}` : 'The message cannot be read.';
  return { ok: false, error: { code: 'invalid', message, fields } };
}
