import { type Alert, alertKind, endsWhenSeen } from '../../../../shared/domain/model/state.ts';

/** That guests must be asked for another dish is expo's to know, and a cook's only where no pass stands between. */
export function isForHere({ code }: Alert, canAnswer: boolean): boolean {
  return endsWhenSeen(code) && (canAnswer || alertKind(code) !== 'eighty_six');
}
