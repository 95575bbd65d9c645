import { expect, test } from 'vitest';
import { sampleBoard } from '../../../renderer/screens/setup/sampleBoard.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { setupEn } from '../../../shared/lib/words/setup/en.ts';
import { setupEs } from '../../../shared/lib/words/setup/es.ts';
import { EVENING } from '../../support/house.ts';

const house = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'cold', name: 'Cold', state: 'closed' },
  ],
});

test.each(['grill', 'cold'])(
  'the example at %s is an evening of three courses by the house’s rules',
  (id) => {
    const said = new Set<string>();
    const board = sampleBoard(house, id, EVENING, (key) => {
      said.add(key);
      return key;
    });
    expect(board.tiles.length).toBeGreaterThanOrEqual(8);
    expect(new Set(board.tiles.flatMap(({ lines }) => lines.map(({ course }) => course)))).toEqual(
      new Set([1, 2, 3]),
    );
    expect(board.tiles.some(({ place }) => place.kind === 'hear')).toBe(true);
    const fired = board.tiles.map(({ clock }) => clock?.firedAt ?? 0);
    expect(fired).toEqual([...fired].sort((a, b) => a - b));
    for (const words of [setupEn, setupEs])
      expect(Object.keys(words.stations.sample)).toEqual(expect.arrayContaining([...said]));
  },
);
