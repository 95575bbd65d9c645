import { describe, expect, test } from 'vitest';
import { blockCourses } from '../../../renderer/screens/expo/blockCourses.ts';
import { tableBlock } from '../../../shared/domain/selectors/tableBlock.ts';
import { expo, grill, House } from '../../support/house.ts';

const wedding = { source: 'book', id: 'wedding' };

/** Three tables of one wedding, one of another party, one of nobody's. */
function banquet(): House {
  const house = new House();
  for (const [table, party] of [
    ['B10', wedding],
    ['B2', wedding],
    ['B1', wedding],
    ['7', { source: 'book', id: 'other' }],
    ['3', undefined],
  ] as const)
    house.put({
      id: `T${table}`,
      table,
      covers: 60,
      ...(party ? { party } : {}),
      items: [
        { id: `s${table}`, name: 'soup', quantity: 60, course: 1 },
        { id: `m${table}`, name: 'lamb', quantity: 60, course: 2 },
      ],
    });
  return house;
}

const block = (house: House, of = 'TB1') => tableBlock(house.state, house.ticket(of).id, house.config);
const party = (house: House) => block(house).filter(({ isOfParty }) => isOfParty);

describe('a banquet', () => {
  test('[G3] its tables are those put for one party, by name; the others may be chosen too', () => {
    const house = banquet();
    expect(block(house).map(({ title, isOfParty }) => [title, isOfParty])).toEqual([
      ['B1', true],
      ['B2', true],
      ['B10', true],
      ['3', false],
      ['7', false],
    ]);
    expect(block(house, 'T3').map(({ title, isOfParty }) => [title, isOfParty])[0]).toEqual(['3', true]);
    expect(block(house, 'T3').filter(({ isOfParty }) => isOfParty)).toHaveLength(1);
  });

  test('[G3] a course is fired at each table of the block where it waits, and counted over all of them', () => {
    const house = banquet();
    house.bump('sB1', grill, { ticket: 'TB1', quantity: 20 });
    house.say({ type: 'course.fire', ticket: house.ticket('TB2').id, course: 2, seen: house.seq }, expo);
    const [soup, lamb] = blockCourses(party(house));
    expect(soup).toMatchObject({ number: 1, portions: 180, plated: 20, held: [] });
    expect(soup?.mayHold).toHaveLength(2);
    expect(lamb?.held).toEqual([house.ticket('TB1').id, house.ticket('TB10').id]);
    for (const ticket of lamb?.held ?? [])
      expect(house.say({ type: 'course.fire', ticket, course: 2, seen: house.seq }, expo)).toBe('applied');
    expect(blockCourses(party(house))[1]?.held).toEqual([]);
    expect(house.ticket('T7').courses.find(({ number }) => number === 2)?.firedAt).toBeNull();
  });

  test('[G3] what has been run everywhere is no longer among its courses', () => {
    const house = banquet();
    for (const table of ['B1', 'B2', 'B10']) house.bump(`s${table}`, grill, { ticket: `T${table}` });
    expect(blockCourses(party(house)).map(({ number }) => number)).toEqual([2]);
  });
});
