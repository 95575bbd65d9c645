import { describe, expect, it } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { outsideMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import { FEED_TYPES, feedExample, feedSchema } from '../../../shared/protocol/outside/feedTypes.ts';
import { expo, grill, House, twoStations } from '../../support/house.ts';
import { HouseNight } from '../../support/houseNight.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const STEPS = 250;

/** As it comes out of the socket. */
const sent = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('what the feed is documented to say', () => {
  const heard = new Set<string>();

  it.each(SEEDS)('is all that a random night says, field for field (seed %i)', (seed) => {
    const night = new HouseNight(seed);
    for (let step = 0; step < STEPS; step += 1) night.step();
    for (const event of night.house.log) {
      const message = outsideMessage(event, '1-night');
      if (message === null) continue;
      heard.add(message.type);
      const schema = feedSchema(message.type);
      expect(schema, `${message.type} is in no document`).not.toBeNull();
      expect(schema?.safeParse(sent(message)).error, JSON.stringify(message)).toBeUndefined();
    }
  });

  it('was said by those nights for the greater part', () => {
    expect(heard.size).toBeGreaterThan(20);
  });

  it.each(Object.keys(FEED_TYPES))('%s has an example that fits', (type) => {
    expect(feedSchema(type)?.safeParse(feedExample(type)).error).toBeUndefined();
  });

  it('knows no other type, and no field beside those named', () => {
    expect(feedSchema('ticket.unheard_of')).toBeNull();
    expect(feedSchema('toString')).toBeNull();
    expect(feedSchema('ticket.run')?.safeParse({ ...feedExample('ticket.run'), more: 1 }).success).toBe(
      false,
    );
  });
});

it('tells of a call for hands, of its end, and of a planned course; not of words inside the house', () => {
  const house = new House(HouseConfig.parse({ ...twoStations, pass: 'expo' }));
  house.put({
    items: [
      { id: 'a', course: 1 },
      { id: 'b', course: 2 },
      { id: 'c', course: 1 },
    ],
  });
  house.bump('a');
  const { id: ticket } = house.ticket();
  const from = house.log.length;
  house.say({ type: 'hands.call', ticket, course: 1, isOn: true }, expo);
  house.say({ type: 'hands.call', ticket, course: 1, isOn: false }, expo);
  house.say({ type: 'course.plan', ticket, course: 2, fireAt: house.now + 60_000 }, expo);
  house.say({ type: 'station.ask', ticket, at: grill }, expo);
  house.say({ type: 'station.note', ticket, at: grill, preset: 'come', words: null }, expo);
  const told = house.log.slice(from).flatMap((event) => outsideMessage(event, '1-night') ?? []);
  expect(told).toMatchObject([
    { type: 'call', kind: 'hands', course: 1 },
    { type: 'call', undo: true },
    { type: 'course.planned', course: 2, fireAt: expect.stringContaining('T19:01:00') },
  ]);
  for (const message of told)
    expect(feedSchema(message.type)?.safeParse(sent(message)).error).toBeUndefined();
});

it('tells what was answered to a conflict, and at which screen; of a log from before it, nothing', () => {
  const house = new House(HouseConfig.parse({ ...twoStations, pass: 'expo' }));
  house.put({ items: [{ id: 'a', allergens: ['sesame'] }], allergies: [{ allergen: 'sesame', seat: 1 }] });
  const { id: ticket } = house.ticket();
  const [conflict] = house.item('a').conflicts;
  if (!conflict) throw new Error('no conflict');
  const { allergy } = conflict;
  const item = house.item('a').id;
  house.say({ type: 'conflict.answer', ticket, item, allergy, answer: 'swapped', seen: house.seq }, expo);
  const [answered] = house.events('conflict.answered');
  if (!answered) throw new Error('not answered');
  const message = outsideMessage(answered, '1-night');
  expect(message).toMatchObject({
    type: 'conflict.answered',
    item: { id: 'a' },
    allergy: { allergen: 'sesame', seat: 1 },
    answer: 'swapped',
    by: 'expo',
  });
  expect(feedSchema('conflict.answered')?.safeParse(sent(message)).error).toBeUndefined();
  const { external: _unsaid, ...before } = answered;
  expect(outsideMessage(before, '1-night')).toBeNull();
});
