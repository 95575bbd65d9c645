import { expect, test } from 'vitest';
import { headerWas } from '../../../renderer/screens/board/tile/headerChange.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { grill, House } from '../../support/house.ts';

const tileOf = (house: House) => {
  const [tile] = stationBoard(house.state, grill, house.config, house.now).tiles;
  if (!tile) throw new Error('nothing on the board');
  return tile;
};

function served(server: string, covers = 2) {
  return { server, covers, items: [{ id: 'a', course: 1 }] };
}

test('a changed header says for 30 s what stood there, and then no more', () => {
  const house = new House();
  house.put(served('Mara'));
  expect(headerWas(tileOf(house), 'server', house.now)).toBeUndefined();
  house.later(60_000);
  house.put(served('Ana', 3));
  const tile = tileOf(house);
  const changedAt = house.now;
  expect(headerWas(tile, 'server', changedAt)).toBe('Mara');
  expect(headerWas(tile, 'covers', changedAt + 29_999)).toBe(2);
  expect(headerWas(tile, 'table', changedAt)).toBeUndefined();
  expect(headerWas(tile, 'server', changedAt + 30_000)).toBeUndefined();
});

test('it owes nobody a look: the bump place is as it was', () => {
  const house = new House();
  house.put(served('Mara'));
  const before = tileOf(house);
  house.put(served('Ana'));
  expect(tileOf(house).place).toEqual(before.place);
  expect(tileOf(house).version).toBe(before.version);
});
