import type { RejectionCode } from '../../shared/domain/commands/outcome.ts';
import {
  invalid,
  type OutsideAnswer,
  type OutsideErrorCode,
  refusal,
} from '../../shared/protocol/outside/answer.ts';
import { ARGUMENT } from '../../shared/protocol/outside/parseMessage.ts';
import type { SubmitResult } from '../hub/port.ts';

/** The contract's closed list for what the kitchen refuses; who programs a POS needs the kind, the message says the rest. */
const CODES: Record<RejectionCode, OutsideErrorCode> = {
  not_found: 'not_found',
  conflict: 'conflict',
  revision_required: 'revision_required',
  superseded: 'conflict',
  too_late: 'conflict',
  allergy_unheard: 'conflict',
  conflict_unanswered: 'conflict',
  stop_unanswered: 'conflict',
  plates_unchecked: 'conflict',
  possible_unanswered: 'conflict',
  not_ready: 'conflict',
  not_fired: 'conflict',
  already_started: 'conflict',
  wrong_station: 'conflict',
  forbidden: 'forbidden',
  invalid: 'invalid',
  table_taken: 'conflict',
  table_blocked: 'conflict',
  over_limit: 'conflict',
  server_cut: 'conflict',
};

/** `id` is the POS's own. */
export function posAnswer(result: SubmitResult, id: string): OutsideAnswer {
  if (result.ok) {
    return {
      ok: true,
      result: result.outcome === 'noop' ? 'duplicate' : result.outcome,
      id,
      seq: result.seq,
    };
  }
  const { code, message, path } = result;
  switch (code) {
    case 'unavailable':
    case 'internal':
    case 'busy':
      return refusal(code, message);
    case 'invalid':
      return invalid([{ path: path ?? ARGUMENT, message }]);
    default:
      return refusal(CODES[code], message);
  }
}
