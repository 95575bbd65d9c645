import { expect, test } from 'vitest';
import { recallList } from '../../../shared/domain/selectors/recallList.ts';
import { reviewTile } from '../../../shared/domain/selectors/reviewTile.ts';
import { cook, expo, fry, grill, House, MINUTE } from '../../support/house.ts';

function threeTables(): House {
  const house = new House();
  for (const id of ['A', 'B', 'C'])
    house.put({
      id,
      table: id === 'A' ? '7' : null,
      items: [
        { id: 'steak', course: 1 },
        { id: 'chips', course: 1, stations: ['fry'] },
        { id: 'cake', course: 2 },
      ],
    });
  return house;
}

const titles = (house: House, station: typeof grill | null) =>
  recallList(house.state, station, house.config, house.now).map(({ title }) => title);

test('what left this board stands latest first, by table or number, until the recall window is over', () => {
  const house = threeTables();
  expect(titles(house, grill)).toEqual([]);
  house.bump('steak', grill, { ticket: 'A' });
  house.later(MINUTE);
  house.bump('steak', grill, { ticket: 'B' });
  expect(titles(house, grill)).toEqual(['B', '7']);
  expect(titles(house, fry)).toEqual([]);
  house.later(59.5 * MINUTE);
  expect(titles(house, grill)).toEqual(['B']);
});

test('a course with something still to do here is on the board, not in the list', () => {
  const house = new House();
  house.put({
    items: [
      { id: 'a', course: 1 },
      { id: 'b', course: 1 },
    ],
  });
  house.bump('a');
  expect(titles(house, grill)).toEqual([]);
  house.bump('b');
  expect(titles(house, grill)).toEqual(['12']);
});

test('RECALL of an entry brings its food back everywhere it was; at the pass what was run', () => {
  const house = threeTables();
  house.bump('steak', grill, { ticket: 'A' });
  expect(titles(house, null)).toEqual([]);
  house.bump('chips', fry, { ticket: 'A' });
  const [entry] = recallList(house.state, null, house.config, house.now);
  expect(entry).toMatchObject({ title: '7', course: 1, dishes: [{ name: 'steak' }, { name: 'chips' }] });
  if (!entry) throw new Error('nothing to recall');
  const { ticket, portions } = entry;
  const recall = {
    type: 'item.recall',
    ticket,
    portions,
    station: null,
    undo: false,
    seen: house.seq,
  } as const;
  expect(house.say(recall, expo)).toBe('applied');
  expect(house.batch('steak', 0, 'A').parts[0]?.ready).toBe(0);
  expect(house.batch('chips', 0, 'A').parts[0]?.ready).toBe(0);
  expect(titles(house, null)).toEqual([]);
});

test('REVIEW shows all food of a ticket here, bumped and held, and nothing to press', () => {
  const house = threeTables();
  house.bump('steak', grill, { ticket: 'A' });
  const ticket = house.ticket('A');
  const tile = reviewTile(house.state, ticket.id, grill, house.config);
  expect(tile?.lines.map(({ name, state }) => [name, state])).toEqual([
    ['steak', 'run'],
    ['cake', 'held'],
  ]);
  expect(tile?.place).toEqual({ kind: 'none' });
  expect(reviewTile(house.state, ticket.id, null, house.config)?.lines).toHaveLength(3);
  const version = ticket.versions[grill] ?? 0;
  house.say({ type: 'ticket.hear', ticket: ticket.id, station: grill, version }, cook(grill));
  expect(reviewTile(house.state, ticket.id, fry, house.config)?.lines).toHaveLength(1);
});

test('REVIEW knows what is true of the house: guests away, a dish that is off', () => {
  const house = threeTables();
  house.say({ type: 'table.hold', table: '7', reason: 'speeches', until: null }, expo);
  const dish = { source: 'pos', menuItemId: null, name: 'cake' };
  house.say({ type: 'menuItem.eightySix', dish, untilRestored: false }, cook(grill));
  const tile = reviewTile(house.state, house.ticket('A').id, null, house.config);
  expect(tile?.away).toMatchObject({ reason: 'speeches', since: house.now });
  expect(tile?.lines.map(({ name, is86 }) => [name, is86])).toEqual([
    ['steak', false],
    ['chips', false],
    ['cake', true],
  ]);
});
