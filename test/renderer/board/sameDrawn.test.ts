import { beforeEach, describe, expect, it } from 'vitest';
import { stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { reuseTiles } from '../../../renderer/screens/board/reuseTiles.ts';
import { isPartSame, isTopSame } from '../../../renderer/screens/board/tile/sameDrawn.ts';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { grill, House } from '../../support/house.ts';

/** What of a long ticket is drawn and measured again when one dish of it was pressed. Three parts of two dishes each. */
const DISHES = ['a', 'b', 'c', 'd', 'e', 'f'];
const PARTS = 3;
const ticket = { id: 'T1', items: DISHES.map((id) => ({ id, name: id, course: 1 })) };

let house: House;
let tile: TileView;

/** The tile after this, made of what stands. */
function tileAfter(work: () => void): TileView {
  work();
  const [next] = reuseTiles([tile], stationBoard(house.state, grill, house.config, house.now).tiles);
  if (next === undefined) throw new Error('the ticket has left the board');
  return next;
}

function partOf(of: TileView, part: number) {
  return { tile: of, blocks: stationBlocks(of).slice(2 * part, 2 * part + 2), part, parts: PARTS };
}

const partsDrawn = (next: TileView) =>
  [0, 1, 2].filter((part) => !isPartSame(partOf(tile, part), partOf(next, part)));

beforeEach(() => {
  house = new House();
  house.put(ticket);
  // The first press says of the whole ticket that it is heard.
  house.bump('f');
  const [standing] = stationBoard(house.state, grill, house.config, house.now).tiles;
  if (standing === undefined) throw new Error('no tile');
  tile = standing;
});

describe('of a long ticket', () => {
  it('a pressed dish draws its own part, and the last one for its bump; no header', () => {
    const next = tileAfter(() => house.bump('a'));
    expect(next).not.toBe(tile);
    expect(isTopSame(tile, next)).toBe(true);
    expect(partsDrawn(next)).toEqual([0, 2]);
    expect(partsDrawn(tileAfter(() => house.bump('c')))).toEqual([0, 1, 2]);
  });

  it('news of the whole of it draws every part', () => {
    const rush = tileAfter(() =>
      house.say({ type: 'ticket.rush', ticket: house.ticket().id, priority: 'rush' }),
    );
    expect(isTopSame(tile, rush)).toBe(false);
    expect(partsDrawn(rush)).toEqual([0, 1, 2]);
  });

  it('a dish that came draws every part: it may be one that is lit', () => {
    const next = tileAfter(() =>
      house.put({ ...ticket, items: [...ticket.items, { id: 'g', name: 'g', course: 1 }] }),
    );
    expect(partsDrawn(next)).toEqual([0, 1, 2]);
  });

  it('at the pass every part is drawn: each looks at the whole table', () => {
    const next = tileAfter(() => house.bump('a'));
    const atPass = (of: TileView) => ({ ...partOf(of, 1), tile: { ...of, station: 'expo' as typeof grill } });
    expect(isPartSame(atPass(tile), atPass(next))).toBe(false);
  });

  it('a row that speaks of the allergies is drawn with the ticket', () => {
    house.put({
      ...ticket,
      items: DISHES.map((id) => ({ id, name: id, course: 1, seat: 1 })),
      allergies: [{ allergen: 'milk', seat: 1 }],
    });
    const [standing] = stationBoard(house.state, grill, house.config, house.now).tiles;
    if (standing === undefined) throw new Error('no tile');
    tile = standing;
    const blocks = stationBlocks(tile).slice(0, 2);
    expect(blocks.map(({ kind }) => kind)).toContain('stop');
    const other = { ...tile };
    expect(isPartSame({ tile, blocks, part: 0, parts: 2 }, { tile: other, blocks, part: 0, parts: 2 })).toBe(
      false,
    );
  });
});
