import type { Party } from '../model/party.ts';
import { isAtTheDoor, isOver, isSeated } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';

const SOON_MS = 30 * 60_000;

/** The book as a host works it down, each group in its own order. */
export interface DoorList {
  /** Longest here first. */
  readonly atTheDoor: readonly Party[];
  readonly late: readonly Party[];
  /** Due within 30 min. */
  readonly soon: readonly Party[];
  readonly later: readonly Party[];
  /** Longest waiting first; counted apart. */
  readonly waitlist: readonly Party[];
  readonly seated: readonly Party[];
  readonly over: readonly Party[];
}

export function doorList(state: State, now: number): DoorList {
  const groups: { [group in keyof DoorList]: Party[] } = {
    atTheDoor: [],
    late: [],
    soon: [],
    later: [],
    waitlist: [],
    seated: [],
    over: [],
  };
  for (const party of state.parties.values())
    if (party.live.day <= state.day) groups[groupOf(party, now)].push(party);
  const by = (when: (party: Party) => number) => (a: Party, b: Party) =>
    when(a) - when(b) || a.receivedSeq - b.receivedSeq;
  const booked = by(({ live }) => live.at ?? 0);
  groups.atTheDoor.sort(by(({ live, receivedAt }) => live.arrivedAt ?? receivedAt));
  groups.waitlist.sort(by(({ receivedAt }) => receivedAt));
  groups.seated.sort(by(({ live }) => live.seatedAt ?? 0));
  groups.over.sort(by(({ stateAt }) => -stateAt));
  for (const group of [groups.late, groups.soon, groups.later]) group.sort(booked);
  return groups;
}

function groupOf({ live, kind }: Party, now: number): keyof DoorList {
  if (isSeated(live)) return 'seated';
  if (isOver(live)) return 'over';
  if (kind === 'waitlist' && live.state !== 'arrived') return 'waitlist';
  if (isAtTheDoor(live)) return 'atTheDoor';
  if (live.state === 'late') return 'late';
  return live.at !== null && live.at - now > SOON_MS ? 'later' : 'soon';
}
