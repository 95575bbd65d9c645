import { expect, test } from 'vitest';
import { tableActs, tableCard } from '../../../shared/domain/selectors/tableCard.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { MINUTE, pos } from '../../support/house.ts';

const card = (house: DoorHouse, table = '12') => tableCard(house.state, house.config, house.now, table);
const acts = (house: DoorHouse, table = '12') => tableActs(card(house, table)).join(' ');

test('[S23] a table says how far each course is, held ones among them, and what of it was cleared', () => {
  const house = new DoorHouse();
  house.book({});
  house.seat('r1', ['12']);
  house.put({
    items: [
      { id: 'water', course: 0 },
      { id: 'soup', course: 1 },
      { id: 'bass', course: 2 },
    ],
    courses: [{ number: 2, said: 'held', name: 'Mains' }],
  });
  const lines = () => card(house).courses.map(({ course, name, state }) => `${course} ${name} ${state}`);
  expect(lines()).toEqual(['0 null fired', '1 null fired', '2 Mains held']);
  house.bump('soup');
  expect(lines()[1]).toBe('1 null run');
  const { id: party } = house.party();
  house.later(MINUTE);
  house.say({ type: 'party.clear', party, course: 1, seen: house.seq }, host);
  expect(card(house).courses[1]).toEqual({ course: 1, name: null, state: 'cleared', at: house.now });
});

test('[S5] [S10] a table offers what may be done to it as it stands', () => {
  const house = new DoorHouse();
  const mark = (state: 'dirty' | 'clean' | 'blocked' | 'open') =>
    house.say({ type: 'table.mark', table: '12', state, reason: null, until: null }, host);
  expect(acts(house)).toBe('combine dirty block');
  house.book({});
  house.seat('r1', ['12']);
  expect(acts(house)).toBe('finish move swap unseat combine away');
  house.put({ items: [{ id: 'soup', course: 1 }] });
  house.say({ type: 'table.hold', table: '12', reason: null, until: null }, host);
  expect(acts(house)).toBe('finish move swap combine back');
  house.press('party.finish');
  expect(acts(house)).toBe('clean block combine');
  mark('blocked');
  expect(acts(house)).toBe('clean open combine');
  mark('clean');
  expect(acts(house)).toBe('open combine');
  mark('open');
  house.say({ type: 'table.combine', tables: ['12', '13'] }, host);
  expect(acts(house, '13')).toBe('split dirty block');
  expect(card(house).tables).toEqual(['12', '13']);
});

test('[S15] a table with a ticket that is nobody’s asks whose it is', () => {
  const house = new DoorHouse();
  house.book({ tables: ['12'], at: house.now });
  house.put({ table: '12', items: [{ id: 'soup', course: 1 }] });
  expect(card(house)).toMatchObject({
    sitting: null,
    questions: [{ table: '12', parties: [house.party().id] }],
  });
  expect(acts(house)).toContain('dirty');
  house.say({ type: 'party.match', ticket: house.ticket().id, party: house.party().id }, pos);
  expect(card(house)).toMatchObject({ sitting: { externalId: 'r1' }, questions: [] });
});
