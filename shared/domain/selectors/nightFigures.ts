import type { HouseConfig } from '../../config/houseConfig.ts';
import { standingOf } from '../model/door.ts';
import type { Party } from '../model/party.ts';
import { isAtTheDoor, isExpected, isSeated } from '../model/partyStates.ts';
import type { State } from '../model/state.ts';
import { TURN_SIZES, type TurnSize, turnSize } from './turns.ts';

const MINUTE_MS = 60_000;

export interface TurnFigure {
  readonly size: TurnSize;
  readonly turns: number;
  /** Average of them, whole minutes; null: none has finished. */
  readonly minutes: number | null;
}

/** Rule S67: the evening at its end. */
export interface NightFigures {
  /** They still sit: nobody goes home. */
  readonly sitting: readonly Party[];
  /** At the door or on the waitlist, and neither seated nor said to have gone. */
  readonly waiting: readonly Party[];
  /** Booked for a time that is over, and never came. */
  readonly neverCame: readonly Party[];
  readonly dirty: readonly string[];
  /** Parties that sat down, and their covers; carried over from yesterday they are not tonight's. */
  readonly parties: number;
  readonly covers: number;
  /** Of those parties, who had not booked. */
  readonly walkIns: number;
  readonly walkInCovers: number;
  readonly noShows: number;
  readonly noShowCovers: number;
  readonly cancelled: number;
  /** Went before they sat. */
  readonly gaveUp: number;
  /** Of the waitlist, who was told a time and sat down: averages in whole minutes. null: nobody. */
  readonly waits: { readonly parties: number; readonly quoted: number; readonly waited: number } | null;
  readonly turns: readonly TurnFigure[];
}

export function nightFigures(state: State, config: HouseConfig, now: number): NightFigures {
  const known = [...state.parties.values()].sort((a, b) => a.receivedSeq - b.receivedSeq);
  const tonight = known.filter(({ live }) => live.day === state.day);
  const sat = tonight.filter(({ live }) => live.seatedAt !== null);
  const walkIns = sat.filter(({ kind }) => kind !== 'reservation');
  const noShows = tonight.filter(({ live }) => live.state === 'no_show');
  return {
    sitting: known.filter(({ live }) => isSeated(live)),
    waiting: tonight.filter(
      ({ live, kind }) => isAtTheDoor(live) || (kind === 'waitlist' && isExpected(live)),
    ),
    neverCame: tonight
      .filter(({ live }) => isExpected(live) && live.at !== null && Math.max(live.at, live.etaAt ?? 0) < now)
      .sort((a, b) => (a.live.at ?? 0) - (b.live.at ?? 0)),
    dirty: config.floor.tables.flatMap(({ id }) =>
      standingOf(state.door, id).dirtySince === null ? [] : [id],
    ),
    parties: sat.length,
    covers: coversOf(sat),
    walkIns: walkIns.length,
    walkInCovers: coversOf(walkIns),
    noShows: noShows.length,
    noShowCovers: coversOf(noShows),
    cancelled: tonight.filter(({ live }) => live.state === 'cancelled').length,
    gaveUp: tonight.filter(({ live }) => live.state === 'left' && live.seatedAt === null).length,
    waits: waitsOf(sat),
    turns: TURN_SIZES.map((size) => turnFigure(size, sat)),
  };
}

function coversOf(parties: readonly Party[]): number {
  return parties.reduce((sum, { live }) => sum + live.covers, 0);
}

function waitsOf(sat: readonly Party[]): NightFigures['waits'] {
  const told = sat.flatMap(({ live: { quotedMinutes, seatedAt }, receivedAt }) =>
    quotedMinutes === null || seatedAt === null
      ? []
      : [{ quoted: quotedMinutes, waited: (seatedAt - receivedAt) / MINUTE_MS }],
  );
  if (told.length === 0) return null;
  return {
    parties: told.length,
    quoted: average(told.map(({ quoted }) => quoted)),
    waited: average(told.map(({ waited }) => waited)),
  };
}

function turnFigure(size: TurnSize, sat: readonly Party[]): TurnFigure {
  const minutes = sat.flatMap(({ live: { covers, seatedAt, leftAt } }) =>
    turnSize(covers) === size && seatedAt !== null && leftAt !== null
      ? [(leftAt - seatedAt) / MINUTE_MS]
      : [],
  );
  return { size, turns: minutes.length, minutes: minutes.length === 0 ? null : average(minutes) };
}

function average(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
