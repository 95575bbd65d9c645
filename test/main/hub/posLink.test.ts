import { beforeEach, describe, expect, test } from 'vitest';
import { PosLink } from '../../../main/sync/PosLink.ts';
import { EVENING, House, MINUTE } from '../../support/house.ts';
import { keyTable } from '../../support/keyed.ts';

const SECOND = 1_000;

/** A demo's clock: hub time runs ten times as fast, and hands and links do not. */
const SPEED = 10;
let at = 0;
const clock = { monotonic: () => at, now: () => EVENING + at * SPEED };
beforeEach(() => {
  at = 0;
});

function linkOf(house = new House()): PosLink {
  return new PosLink(clock, () => house.state);
}

describe('the link to the POS', () => {
  test('a house that never heard of a POS misses none', () => {
    const link = linkOf();
    at += 60 * MINUTE;
    expect(link.away()).toBeNull();
  });

  test('is lost since the last of them went, once it has not come again at once', () => {
    const link = linkOf();
    const [one, other] = [link.connected(), link.connected()];
    at += MINUTE;
    one();
    one();
    at += MINUTE;
    expect(link.away()).toBeNull();
    other();
    at += 5 * SECOND;
    expect(link.away()).toBeNull();
    at += 5 * SECOND;
    expect(link.away()).toEqual({ since: EVENING + 2 * MINUTE * SPEED });
    link.connected();
    expect(link.away()).toBeNull();
  });

  test('over HTTP: who waits at the feed is here, who only posts is silent after a quarter of an hour', () => {
    const link = linkOf();
    link.said();
    at += 14 * MINUTE;
    expect(link.away()).toBeNull();
    at += MINUTE;
    expect(link.away()).toEqual({ since: EVENING, isSilent: true });
    const done = link.polling();
    at += 30 * SECOND;
    expect(link.away()).toBeNull();
    done();
    at += 59 * SECOND;
    expect(link.away()).toBeNull();
    at += SECOND;
    expect(link.away()).toEqual({ since: EVENING + (15 * MINUTE + 30 * SECOND) * SPEED });
  });

  test('after a restart it is missed where the board has its tickets, and what was keyed by hand is none of them', () => {
    const house = new House();
    const link = linkOf(house);
    keyTable(house, [{ name: 'Soup' }]);
    at += MINUTE;
    expect(link.away()).toBeNull();
    house.put({ items: [{ id: 'a' }] });
    keyTable(house.later(MINUTE), [{ name: 'Soup' }]);
    expect(link.away()).toEqual({ since: EVENING });
  });
});
