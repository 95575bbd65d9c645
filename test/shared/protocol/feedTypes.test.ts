import { describe, expect, it } from 'vitest';
import { outsideMessage } from '../../../shared/protocol/outside/feedMessage.ts';
import { FEED_TYPES, feedExample, feedSchema } from '../../../shared/protocol/outside/feedTypes.ts';
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
