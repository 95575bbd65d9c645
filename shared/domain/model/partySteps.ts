import type { ServiceDay } from '../../lib/ids.ts';
import { serviceDayOf } from '../../lib/serviceDay.ts';
import type { Party, PartyLive, PartyStep, StepKind } from './party.ts';

/** Presses of people; what source, POS and clock did is theirs to say otherwise. */
const BY_HAND: ReadonlySet<StepKind> = new Set([
  'edit',
  'confirm',
  'arrive',
  'notify',
  'seat',
  'unseat',
  'move',
  'swap',
  'leave',
  'finish',
  'cancel',
  'no_show',
  'clear',
  'relieve',
]);

export const isByHand = ({ kind }: Pick<PartyStep, 'kind'>): boolean => BY_HAND.has(kind);

/** Of the service day `day` or later, by the venue's own clock. */
export function isOfShift(
  { at }: Pick<PartyStep, 'at'>,
  day: ServiceDay,
  { timeZone, dayRollHour }: { readonly timeZone: string; readonly dayRollHour: number },
): boolean {
  return serviceDayOf(at, timeZone, dayRollHour) >= day;
}

/** Something that it changed has been changed again and not taken back: that goes first. */
export function isBuiltOn({ steps }: Pick<Party, 'steps'>, step: PartyStep): boolean {
  const fields = Object.keys(step.was);
  return steps.some(
    ({ seq, was, isUndone, kind }) =>
      seq > step.seq &&
      !isUndone &&
      kind !== 'undo' &&
      Object.keys(was).some((field) => fields.includes(field)),
  );
}

/** What a member was when this step had been made: as the next step that changed it found it. */
export function afterStep<K extends keyof PartyLive>(
  { steps, live }: Pick<Party, 'steps' | 'live'>,
  { seq }: Pick<PartyStep, 'seq'>,
  member: K,
): PartyLive[K] {
  const next = steps.find((later) => later.seq > seq && member in later.was);
  const then: PartyLive = { ...live, ...next?.was };
  return then[member];
}
