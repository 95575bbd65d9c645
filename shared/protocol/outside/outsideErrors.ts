import type { OutsideErrorCode } from './answer.ts';

export interface OutsideErrorInfo {
  /** Over REST. */
  readonly status: number;
  readonly says: string;
}

/** What each refusal means, over Socket.IO and REST alike. Complete by its type. */
export const OUTSIDE_ERRORS: Readonly<Record<OutsideErrorCode, OutsideErrorInfo>> = {
  invalid: {
    status: 422,
    says: 'The message cannot be read; `fields` names what is wrong. Do not repeat it.',
  },
  unauthorized: { status: 401, says: 'No token, an unknown or a revoked one.' },
  forbidden: {
    status: 403,
    says: 'This token may not send this event, or may not name this source.',
  },
  not_found: { status: 404, says: 'There is no such ticket, course or item.' },
  conflict: {
    status: 409,
    says: 'The same revision or key was used with another content, or the food is too far for this.',
  },
  revision_required: {
    status: 409,
    says: 'The ticket was put with a revision before; every later put needs one.',
  },
  feed_expired: {
    status: 410,
    says: 'The feed no longer keeps messages so old; `oldest` is the oldest it has. Put your open tickets again and resume from there.',
  },
  unsupported: { status: 404, says: 'There is no such event.' },
  too_large: { status: 413, says: 'The message is over 1 MB. Over 4 MB the connection closes.' },
  busy: { status: 429, says: '1,000 messages of this token are waiting. Send it again a second later.' },
  unavailable: {
    status: 503,
    says: 'The hub cannot store anything at the moment, and has changed nothing. Send it again.',
  },
  internal: {
    status: 500,
    says: 'A fault of the hub; nothing was changed. The message is kept to be looked at.',
  },
};
