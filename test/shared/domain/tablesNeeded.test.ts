import { describe, expect, test } from 'vitest';
import { bestOffer } from '../../../shared/domain/selectors/suggestTables.ts';
import { DoorHouse } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';
import { at, kinds, offers, places, reason, warnings, withFloor } from '../../support/seatOffers.ts';

const FOURS = ['12', '13', '14', '15'];

/** A host has a party for `covers` in hand, now; no tables may be pushed together. */
function evening(covers: number): DoorHouse {
  const house = new DoorHouse(withFloor({ combinations: [] }));
  house.book({ covers, at: EVENING });
  house.arrive('r1');
  return house;
}

const book = (house: DoorHouse, id: string, covers: number, minutes: number) =>
  house.book({ id, covers, at: EVENING + minutes * MINUTE, name: id });

describe('[S59] bookings without a table', () => {
  test('need the tables that would leave one of them without; the last for them is offered last, and may be taken', () => {
    const house = evening(2);
    for (const [n, minutes] of [30, 40, 50, 60].entries()) book(house, `four ${n}`, 4, minutes);
    // The twos are nobody else's; each of the fours is wanted, whoever of the four bookings gets which.
    expect(warnings(at(house, ['10']))).toEqual([]);
    for (const table of FOURS) expect(kinds(at(house, [table]))).toContain('needed');
    expect(reason(at(house, ['12']), 'needed')).toEqual({
      kind: 'needed',
      party: house.party('four 3').id,
      at: EVENING + HOUR,
      covers: 4,
    });
    expect(places(offers(house)).slice(0, 2).sort()).toEqual(['10', '11']);
    expect(at(house, ['12'])).toMatchObject({ isStopped: false, asksWhy: false });
    expect(house.seat('r1', ['12'])).toBe('applied');
  });

  test('put a table behind those that fit no better', () => {
    const house = new DoorHouse();
    house.book({ covers: 4, at: EVENING });
    expect(places(offers(house))).toEqual(['12', '13', '14', '15', '12+13']);
    book(house, 'eight', 8, 60);
    expect(places(offers(house))).toEqual(['14', '15', '12', '13', '12+13']);
    expect(reason(at(house, ['12']), 'needed')).toMatchObject({ covers: 8 });
  });

  test('need none while another is as good, and none again once one is called off or has its own', () => {
    const house = evening(4);
    for (const [n, minutes] of [30, 40, 50].entries()) book(house, `four ${n}`, 4, minutes);
    expect(warnings(bestOffer(offers(house)) as never)).toEqual([]);
    book(house, 'four 3', 4, HOUR / MINUTE);
    for (const offer of offers(house)) expect(kinds(offer)).toContain('needed');
    house.press('party.cancel', 'four 1');
    for (const offer of offers(house)) expect(kinds(offer)).not.toContain('needed');
  });

  test('need no table from which this party has gone by then', () => {
    const house = evening(4);
    for (const n of [0, 1, 2, 3]) book(house, `four ${n}`, 4, 120);
    // Turns of up to four are 105 min, and 5 for cleaning.
    expect(kinds(at(house, ['12']))).not.toContain('needed');
    const early = evening(4);
    for (const n of [0, 1, 2, 3]) book(early, `four ${n}`, 4, 100);
    expect(kinds(at(early, ['12']))).toContain('needed');
  });

  test('are counted after those at the door before this party, whom a table is found for first', () => {
    const house = new DoorHouse(withFloor({ combinations: [] }));
    house.book({ id: 'before', covers: 4, at: EVENING });
    house.arrive('before');
    house.later(MINUTE);
    house.book({ covers: 4, at: EVENING });
    house.arrive('r1');
    for (const n of [0, 1]) book(house, `four ${n}`, 4, 30);
    expect(kinds(at(house, ['12']))).not.toContain('needed');
    book(house, 'four 2', 4, 30);
    expect(kinds(at(house, ['12']))).toContain('needed');
  });

  test('are none of tomorrow, none at the door, and not the party itself', () => {
    const house = new DoorHouse(withFloor({ combinations: [] }));
    for (const n of [0, 1, 2, 3]) house.book({ id: `four ${n}`, covers: 4, at: EVENING + 26 * HOUR });
    house.book({ covers: 4, at: EVENING });
    expect(kinds(at(house, ['12']))).not.toContain('needed');
    expect(kinds(at(house, ['12'], 'four 0'))).not.toContain('needed');
  });

  test('a party that sits or has a table of its own is compared with staying there', () => {
    const house = evening(4);
    for (const n of [0, 1, 2]) book(house, `four ${n}`, 4, 30);
    house.seat('r1', ['12']);
    // Whichever of the fours it sits at, three are left for three.
    expect(kinds(at(house, ['13']))).not.toContain('needed');
    house.seat('r1', ['12']);
    const two = evening(2);
    for (const n of [0, 1, 2, 3]) book(two, `four ${n}`, 4, 30);
    two.seat('r1', ['10']);
    expect(kinds(at(two, ['13']))).toContain('needed');
    expect(kinds(at(two, ['11']))).not.toContain('needed');
  });
});
