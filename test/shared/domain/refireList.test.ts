import { describe, expect, test } from 'vitest';
import { refireList } from '../../../shared/domain/selectors/refireList.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { cook, fry, grill, HOUR, House, MINUTE } from '../../support/house.ts';

function evening(): House {
  const house = new House();
  house.put({
    id: 'T1',
    table: '4',
    items: [
      { id: 'a', quantity: 2 },
      { id: 'b', stations: ['fry'] },
    ],
  });
  house.later(MINUTE);
  house.put({
    id: 'T2',
    table: '7',
    courses: [{ number: 1, said: 'held' }],
    items: [{ id: 'a', course: 1 }],
  });
  house.put({ id: 'T3', table: '9', items: [{ id: 'a' }] });
  return house;
}

describe('what may be made again', () => {
  test('all that this station was told to cook, latest fire first; held food never was', () => {
    const house = evening();
    expect(refireList(house.state, grill).map(({ title }) => title)).toEqual(['9', '4']);
    expect(refireList(house.state, fry).map(({ title }) => title)).toEqual(['4']);
    expect(refireList(house.state, null).map(({ title }) => title)).toEqual(['9', '4']);
    expect(refireList(house.state, fry)[0]?.dishes).toMatchObject([{ name: 'b', quantity: 1 }]);
  });

  test('[B12] a cook refires what is bumped and gone: it is back on the board with a new clock', () => {
    const house = evening();
    house.bump('a', grill, { ticket: 'T3' });
    expect(house.ticket('T3').endedAt).not.toBe(null);
    house.later(5 * MINUTE);
    const { id, items } = house.ticket('T3');
    const refire = { type: 'item.refire', ticket: id, item: items[0]?.id ?? '', reason: 'dropped' } as const;
    expect(house.say(refire, cook(grill))).toBe('applied');
    const tile = stationBoard(house.state, grill, house.config, house.now).tiles.find(
      ({ title }) => title === '9',
    );
    expect(tile?.clock?.firedAt).toBe(house.now);
    expect(tile?.lines.map(({ refire: mark }) => mark?.reason)).toContain('dropped');
    house.later(2 * HOUR).tick();
    expect(refireList(house.state, grill)[0]?.title).toBe('9');
  });
});
