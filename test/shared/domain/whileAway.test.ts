import { describe, expect, it } from 'vitest';
import { type AwayLine, joinAway, whileAway } from '../../../shared/domain/selectors/whileAway.ts';
import { cook, expo, fry, grill, House, MINUTE, pos } from '../../support/house.ts';

/** What happened at the grill while `meanwhile` went on, one word a line. */
function told(meanwhile: (house: House) => void, first?: (house: House) => void, stations = [grill]) {
  const house = new House();
  (first ?? twoTables)(house);
  house.later(MINUTE);
  const before = house.state;
  meanwhile(house);
  return whileAway(before, house.state, stations).map(words);
}

function words({ kind, title, dishes, allergens }: AwayLine): string {
  const food = dishes.map(({ quantity, name }) => `${quantity} ${name}`);
  const guests = allergens.map(({ allergen, seat }) => `${allergen} S${seat ?? '?'}`);
  return [kind, title, ...food, ...guests].filter((word) => word !== null).join(' ');
}

const steak = { id: 'a', name: 'Ribeye', quantity: 2, seat: 1 };
const bass = { id: 'b', name: 'Sea bass', seat: 2 };

function twoTables(house: House): void {
  house.put({ id: 'T1', table: '12', items: [steak, bass] });
  house.put({ id: 'T2', table: '7', items: [{ id: 'a', name: 'Chicken' }] });
}

describe('while you were away', () => {
  it('is empty when nothing happened here', () => {
    expect(told(() => undefined)).toEqual([]);
    expect(
      told((house) => house.put({ id: 'T3', items: [{ id: 'x', name: 'Fries', stations: ['fry'] }] })),
    ).toEqual([]);
  });

  it('tells of receipts and hearing nothing', () => {
    expect(
      told((house) => {
        const { id, versions } = house.ticket('T1');
        const version = versions[grill] ?? 0;
        const ref = [{ ticket: id, version }];
        house.say({ type: 'receipt.report', station: grill, listed: ref, painted: ref }, cook(grill));
        house.say({ type: 'ticket.hear', ticket: id, station: grill, version }, cook(grill));
      }),
    ).toEqual([]);
  });

  it('names new tickets with their food here, and none of what another station makes', () => {
    const items = [steak, { id: 'f', name: 'Fries', stations: ['fry'] }];
    expect(told((house) => house.put({ id: 'T3', table: '9', items }))).toEqual(['new 9 2 Ribeye']);
  });

  it('says add-ons, changes and voids apart, the gravest first', () => {
    expect(
      told((house) => {
        house.put({ id: 'T2', table: '7', items: [{ id: 'a', name: 'Chicken', notes: 'no skin' }] });
        house.put({
          id: 'T1',
          table: '12',
          items: [steak, { ...bass, state: 'void' }, { id: 'c', name: 'Lamb' }],
        });
      }),
    ).toEqual(['void 12 1 Sea bass', 'changed 7 1 Chicken', 'added 12 1 Lamb']);
  });

  it('puts an allergy before everything, for food here only, once', () => {
    const allergies = [{ allergen: 'sesame', seat: 2 }];
    const items = [steak, bass];
    expect(
      told((house) => {
        house.put({ id: 'T2', table: '7', items: [] });
        house.put({ id: 'T1', table: '12', items, allergies });
        house.put({
          id: 'T1',
          table: '12',
          items: [...items, { id: 'c', name: 'Soup', seat: 1 }],
          allergies,
        });
      }),
    ).toEqual(['allergy 12 sesame S2', 'void 7 1 Chicken', 'added 12 1 Soup']);
    const atFry = { id: 'f', name: 'Fries', seat: 3, stations: ['fry'] };
    const theirs = [{ allergen: 'milk', seat: 3 }];
    expect(
      told((house) => house.put({ id: 'T1', table: '12', items: [steak, bass, atFry], allergies: theirs })),
    ).toEqual([]);
  });

  it('a new ticket with an allergy is two lines: the allergy is not food', () => {
    const allergies = [{ allergen: 'nuts', seat: 1 }];
    expect(told((house) => house.put({ id: 'T3', table: '9', items: [steak], allergies }))).toEqual([
      'allergy 9 nuts S1',
      'new 9 2 Ribeye',
    ]);
  });

  it('tells a fired course, and nothing of one that came held', () => {
    const courses = [
      { id: 's', name: 'Soup', course: 1 },
      { id: 'm', name: 'Lamb', course: 2 },
    ];
    expect(
      told(
        (house) => {
          const { id } = house.ticket('T1');
          house.say({ type: 'course.fire', ticket: id, course: 2, seen: house.seq }, expo);
          house.put({ id: 'T2', table: '7', items: courses });
        },
        (house) => house.put({ id: 'T1', table: '12', items: courses }),
      ),
    ).toEqual(['fired 12 1 Lamb', 'new 7 1 Soup']);
  });

  it('tells what others bumped and what came back; what came and was bumped meanwhile was bumped', () => {
    expect(
      told((house) => {
        house.bump('a', grill, { ticket: 'T1' });
        house.put({ id: 'T3', table: '9', items: [{ id: 'x', name: 'Octopus' }] });
        house.bump('x', grill, { ticket: 'T3' });
      }),
    ).toEqual(['bumped 12 2 Ribeye', 'bumped 9 1 Octopus']);
    expect(
      told(
        (house) => {
          const ticket = house.ticket('T1');
          const portions = ticket.items.map(({ id }) => ({ item: id, batch: 1, quantity: 0 }));
          const recall = { type: 'item.recall', ticket: ticket.id, station: null, portions } as const;
          house.say({ ...recall, undo: false, seen: house.seq }, cook(grill));
        },
        (house) => {
          house.put({ id: 'T1', table: '12', items: [steak] });
          house.bump('a');
        },
      ),
    ).toEqual(['recalled 12 2 Ribeye']);
  });

  it('what was bumped and brought back meanwhile is no news', () => {
    expect(
      told((house) => {
        house.bump('a', grill, { ticket: 'T2' });
        const ticket = house.ticket('T2');
        const portions = ticket.items.map(({ id }) => ({ item: id, batch: 1, quantity: 0 }));
        const recall = { type: 'item.recall', ticket: ticket.id, station: grill, portions } as const;
        house.say({ ...recall, undo: true, seen: house.seq }, cook(grill));
      }),
    ).toEqual([]);
  });

  it('a void of food nobody had fired or that came and went meanwhile is no news', () => {
    const items = [{ id: 'm', name: 'Lamb', course: 2 }];
    const starter = { id: 's', name: 'Soup', course: 1 };
    expect(
      told(
        (house) => house.put({ id: 'T1', table: '12', items: [starter] }),
        (house) => house.put({ id: 'T1', table: '12', items: [starter, ...items] }),
      ),
    ).toEqual([]);
  });

  it('tells 86 and what is back, and a rush', () => {
    const dish = { source: 'pos', menuItemId: null, name: 'Sea bass' };
    expect(
      told((house) => {
        house.say({ type: 'menuItem.eightySix', dish, untilRestored: false }, cook(grill));
        house.say({ type: 'ticket.rush', ticket: house.ticket('T2').id, priority: 'rush' }, expo);
      }),
    ).toEqual(['eightySix 0 Sea bass', 'rush 7']);
    expect(
      told(
        (house) => house.say({ type: 'menuItem.restore', dish }, cook(grill)),
        (house) => house.say({ type: 'menuItem.eightySix', dish, untilRestored: false }, cook(grill)),
      ),
    ).toEqual(['restored 0 Sea bass']);
  });

  it('tells work that went to another station at both', () => {
    const moved = (house: House) => {
      const { id, items } = house.ticket('T2');
      const portions = items.map((item) => ({ item: item.id, batch: 1 }));
      house.say({ type: 'part.move', ticket: id, portions, from: grill, to: fry, seen: house.seq }, expo);
    };
    expect(told(moved)).toEqual(['moved 7 1 Chicken']);
    expect(told(moved, undefined, [fry])).toEqual(['new 7 1 Chicken']);
  });

  it('expo hears of the whole table, once a dish', () => {
    const house = new House();
    house.put({ id: 'T1', table: '12', items: [{ ...steak, stations: ['grill', 'fry'] }] });
    const before = house.state;
    house.bump('a', grill);
    expect(whileAway(before, house.state, null)).toEqual([]);
    house.bump('a', fry);
    expect(whileAway(before, house.state, null).map(words)).toEqual(['run 12 2 Ribeye']);
  });

  it('twice away without having read is one list, each matter once', () => {
    const house = new House();
    twoTables(house);
    const first = house.state;
    house.put({ id: 'T1', table: '12', items: [steak, bass, { id: 'c', name: 'Lamb' }] });
    const middle = house.state;
    const again = { id: 'd', name: 'Soup' };
    house.put({ id: 'T1', table: '12', items: [steak, bass, { id: 'c', name: 'Lamb' }, again] });
    house.run(
      { type: 'ticket.void', source: 'pos', id: 'T2', revision: null, reason: null, digest: 'v' },
      pos,
    );
    const lists = [whileAway(first, middle, [grill]), whileAway(middle, house.state, [grill])] as const;
    expect(joinAway(...lists).map(words)).toEqual(['void 7 1 Chicken', 'added 12 1 Lamb 1 Soup']);
    expect(whileAway(first, house.state, [grill]).map(words)).toEqual([
      'void 7 1 Chicken',
      'added 12 1 Lamb 1 Soup',
    ]);
  });
});
