import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { Party } from '../../../../shared/domain/model/party.ts';
import { isAtTheDoor, isOver, isSeated } from '../../../../shared/domain/model/partyStates.ts';

const MINUTE_MS = 60_000;
/** A booking that is due so soon is likelier to walk in than to be confirmed. */
const ARRIVES_MS = 45 * MINUTE_MS;
/** "We are on our way": nobody is from further off who waits for a table. */
export const ON_THE_WAY_MS = 5 * MINUTE_MS;

/** Presses that take a party on, or back. `partly` asks how many. SEAT is no step of these: it has a place of its own. */
export type StepName =
  | 'confirm'
  | 'arrive'
  | 'partly'
  | 'notify'
  | 'onTheWay'
  | 'leave'
  | 'finish'
  | 'callOff'
  | 'noShow'
  /** Back from where it is to being expected. */
  | 'expect';

/** The likely next of each state first; null there: it is SEAT, or nothing is next. */
export interface Steps {
  readonly next: StepName | null;
  readonly others: readonly StepName[];
}

/** `isToday`: nobody arrives, is seated or fails to come on another day than the one they are booked for. */
export function stepsOf({ live, kind }: Pick<Party, 'live' | 'kind'>, now: number, isToday = true): Steps {
  if (!isToday) return stepsAhead(live);
  if (isSeated(live)) return { next: 'finish', others: [] };
  if (isOver(live)) return { next: null, others: ['arrive', 'expect'] };
  const isWaiting = kind === 'waitlist' && live.state !== 'arrived';
  if (isWaiting && live.state === 'notified') return { next: null, others: ['onTheWay', 'arrive', 'leave'] };
  if (isWaiting) return { next: 'notify', others: ['onTheWay', 'leave'] };
  const many: readonly StepName[] = live.covers > 1 ? ['partly'] : [];
  if (live.state === 'partly_arrived') return { next: 'arrive', others: [...many, 'leave', 'expect'] };
  if (isAtTheDoor(live)) {
    const back: readonly StepName[] = kind === 'reservation' ? ['expect'] : [];
    return { next: null, others: live.state === 'notified' ? ['leave'] : ['notify', 'leave', ...back] };
  }
  const isConfirmed = live.state === 'confirmed' || live.state === 'late';
  const isDue = live.at === null || live.at - now <= ARRIVES_MS;
  const away: readonly StepName[] = isDue ? ['noShow', 'callOff'] : ['callOff'];
  if (isConfirmed || isDue)
    return { next: 'arrive', others: [...many, ...(isConfirmed ? [] : (['confirm'] as const)), ...away] };
  return { next: 'confirm', others: ['arrive', ...away] };
}

function stepsAhead(live: Party['live']): Steps {
  if (isOver(live) || isAtTheDoor(live)) return { next: null, others: ['expect'] };
  return { next: live.state === 'confirmed' ? null : 'confirm', others: ['callOff'] };
}

/** The press. `arrived` of PARTLY: how many of them are here. */
export function stepCommand(
  step: Exclude<StepName, 'partly'>,
  { id }: Pick<Party, 'id'>,
  { seen, now }: { readonly seen: number; readonly now: number },
): ScreenCommand {
  const about = { party: id, seen };
  switch (step) {
    case 'confirm':
    case 'expect':
      return { type: 'party.confirm', ...about };
    case 'arrive':
      return { type: 'party.arrive', ...about, arrived: null };
    case 'notify':
      return { type: 'party.notify', ...about };
    case 'onTheWay':
      return {
        type: 'party.edit',
        ...about,
        set: { etaAt: now + ON_THE_WAY_MS },
        guest: null,
        allergies: [],
      };
    case 'leave':
      return { type: 'party.leave', ...about };
    case 'finish':
      return { type: 'party.finish', ...about };
    case 'callOff':
      return { type: 'party.cancel', ...about };
    case 'noShow':
      return { type: 'party.noShow', ...about };
    default:
      return step satisfies never;
  }
}
