import { type Alert, alertKind, endsWhenSeen } from '../../../../shared/domain/model/state.ts';

/** What guests must be asked, and what is not known of them any more, is expo's, and a cook's only where no pass stands between. */
const OF_GUESTS: ReadonlySet<string> = new Set(['eighty_six', 'standing_allergy', 'guests_lost']);

export function isForHere({ code }: Alert, canAnswer: boolean): boolean {
  return endsWhenSeen(code) && (canAnswer || !OF_GUESTS.has(alertKind(code)));
}
