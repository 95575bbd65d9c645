import { expect, test } from 'vitest';
import { placesOf } from '../../../shared/domain/model/places.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { stateFromDocument, stateToDocument } from '../../../shared/domain/model/state.ts';
import { HouseNight } from '../../support/houseNight.ts';

const NIGHTS = 6;
const STEPS = 200;

/** What the index must say: each place with its tickets, no others. */
function byLooking(state: State): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const ticket of state.tickets.values()) {
    for (const place of placesOf(ticket)) places.set(place, (places.get(place) ?? new Set()).add(ticket.id));
  }
  return places;
}

const sorted = (places: Iterable<readonly [string, Iterable<string>]>) =>
  [...places].map(([place, ids]) => [place, [...ids].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));

for (let seed = 1; seed <= NIGHTS; seed += 1) {
  test(`[M1] the index of tables, parties and claims follows a night's events (seed ${seed})`, () => {
    const night = new HouseNight(seed);
    for (let step = 0; step < STEPS; step += 1) {
      night.step();
      const { state } = night.house;
      expect(sorted(state.places.entries()), `step ${step}`).toEqual(sorted(byLooking(state)));
    }
    const { state } = night.house;
    const read = stateFromDocument(stateToDocument(state));
    expect(sorted(read.places.entries())).toEqual(sorted(state.places.entries()));
  });
}
