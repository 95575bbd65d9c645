import { describe, expect, it } from 'vitest';
import { isSame, reuseTiles } from '../../../renderer/screens/board/reuseTiles.ts';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { grill, House } from '../../support/house.ts';

function tilesOf(house: House): readonly TileView[] {
  return stationBoard(house.state, grill, house.config, house.now).tiles;
}

describe('tiles that say the same', () => {
  it('are the ones that stand, and are compared once, not at every look', () => {
    const house = new House();
    house.put({ id: 'T1', items: [{ id: 'soup', course: 1 }] });
    const standing = tilesOf(house);
    let reads = 0;
    const again = standing.map((tile) => {
      const copy = structuredClone(tile);
      const watched = new Proxy(copy, {
        ownKeys: (target) => {
          reads += 1;
          return Reflect.ownKeys(target);
        },
      });
      return watched;
    });

    expect(reuseTiles(standing, again)[0]).toBe(standing[0]);
    const first = reads;
    expect(first).toBeGreaterThan(0);
    expect(reuseTiles(standing, again)[0]).toBe(standing[0]);
    expect(reads).toBe(first);
  });

  it('of which one dish was pressed keep all their other lines', () => {
    const house = new House();
    house.put({ id: 'T1', items: ['soup', 'fish', 'cake'].map((id) => ({ id, name: id, course: 1 })) });
    // The first press of a ticket says of all its dishes that they are under way.
    house.bump('soup');
    const before = tilesOf(house);
    house.bump('fish');
    const after = reuseTiles(before, tilesOf(house));
    expect(after[0]).not.toBe(before[0]);
    const kept = after[0]?.lines.map((line, index) => line === before[0]?.lines[index]);
    expect(kept).toEqual([true, false, true]);
    expect(reuseTiles(after, tilesOf(house))[0]).toBe(after[0]);
  });

  it('are told from those that say something else, at any depth', () => {
    expect(isSame({ a: [{ b: 1 }] }, { a: [{ b: 1 }] })).toBe(true);
    expect(isSame({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toBe(false);
    expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
    expect(isSame([1], { 0: 1 })).toBe(false);
    expect(isSame([1], [1, 2])).toBe(false);
  });
});
