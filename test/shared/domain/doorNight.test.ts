import { describe, expect, it } from 'vitest';
import { Event } from '../../../shared/domain/events/event.ts';
import { sparseEvent, wholeEvent } from '../../../shared/domain/events/sparseEvent.ts';
import {
  emptyState,
  StateDocument,
  stateFromDocument,
  stateToDocument,
} from '../../../shared/domain/model/state.ts';
import { reduceBatch } from '../../../shared/domain/reducer/reduceBatch.ts';
import { floorView } from '../../../shared/domain/selectors/floorView.ts';
import { packEvents, unpackEvents } from '../../../shared/protocol/packedEvents.ts';
import { DoorNight } from '../../support/doorNight.ts';

const SEEDS = process.env.HEARD_SEED ? [Number(process.env.HEARD_SEED)] : [2, 7, 1848];
const STEPS = Number(process.env.HEARD_STEPS ?? 250);

describe.each(SEEDS)('a night at the door, seed %i (HEARD_SEED, HEARD_STEPS)', (seed) => {
  const night = new DoorNight(seed);

  it('[S6] [S20] no table has two parties, no ticket two, and every allergy of a party is on its tickets', () => {
    for (let step = 0; step < STEPS; step += 1) {
      night.step();
      expect(night.wrongs(), `after step ${step}`).toEqual([]);
      floorView(night.house.state, night.house.config, night.house.now);
    }
    for (const type of ['cover.opened', 'party.closed', 'tables.changed'] as const)
      expect(night.house.events(type).length, type).toBeGreaterThan(0);
  });

  it('[D2] replays, in batches, from its own text and over the wire, to the same state', () => {
    const { house } = night;
    const document = stateToDocument(house.state);
    expect(stateToDocument(house.replayed())).toEqual(document);
    expect(stateToDocument(reduceBatch(emptyState, house.log))).toEqual(document);
    expect(unpackEvents(1, 1, packEvents(1, house.log))).toEqual(
      house.log.map(({ ref: _, ...event }) => event),
    );
    const written: unknown = JSON.parse(JSON.stringify(house.log.map((event) => sparseEvent(event))));
    expect((written as unknown[]).map((event) => Event.parse(wholeEvent(event)))).toEqual(house.log);
    const read = stateFromDocument(StateDocument.parse(JSON.parse(JSON.stringify(document))));
    expect(stateToDocument(read)).toEqual(document);
    expect(new Map(read.partyPlaces.entries())).toEqual(new Map(house.state.partyPlaces.entries()));
  });

  it('[S4] has no name in its log', () => {
    const text = JSON.stringify(night.house.log.map(({ ...event }) => ({ ...event, digest: '' })));
    expect(text.replace(/"digest":"(?:[^"\\]|\\.)*"/gu, '')).not.toContain('Guestname');
    expect(night.house.people.size).toBeGreaterThan(10);
  });
});
