import { describe, expect, test } from 'vitest';
import { countMore, pressDish } from '../../../renderer/screens/board/tileCommands.ts';
import { runSome } from '../../../renderer/screens/expo/runCommands.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { seatsOfDish } from '../../../shared/domain/selectors/seatsOfDish.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { cook, expo, grill, House, type SaidItem, twoStations } from '../../support/house.ts';

const withPass = HouseConfig.parse({ ...twoStations, pass: 'expo' });

/** Every second guest has the fish; seat 4 an allergy. */
function party(covers = 14): House {
  const house = new House(withPass);
  const items = Array.from({ length: covers }, (_, index): SaidItem => {
    const seat = index + 1;
    return { id: `i${seat}`, name: seat % 2 === 0 ? 'fish' : 'steak', seat };
  });
  house.put({ covers, items, allergies: [{ allergen: 'sesame', seat: 4 }] });
  house.hear('4:sesame');
  return house;
}

function only(tiles: readonly TileView[]): TileView {
  const [tile] = tiles;
  if (!tile) throw new Error('no tile');
  return tile;
}
const atGrill = (house: House) => only(stationBoard(house.state, grill, house.config, house.now).tiles);
const atPass = (house: House) => only(expoBoard(house.state, house.config, house.now).tiles);
const said = ({ lines }: TileView) =>
  lines.map(({ name, ready, quantity, state, allergies }) =>
    [`${ready}/${quantity}`, name, state, allergies.length > 0 ? 'ALLERGY' : ''].join(' ').trim(),
  );
function lineOf(tile: TileView, name: string): LineView {
  const line = tile.lines.find((one) => one.name === name);
  if (!line) throw new Error(`no ${name}`);
  return line;
}
function plate(house: House, name: string, by: number) {
  const tile = atGrill(house);
  const command = countMore(tile, lineOf(tile, name), by, { station: grill, seen: house.seq });
  return command === null ? null : house.say(command, cook(grill));
}

describe('a party of more than 12', () => {
  test('[G1] stands by dish, plates of the same in one line, an allergy’s in one of its own beside it', () => {
    const house = party();
    expect(said(atGrill(house))).toEqual(['0/7 steak fired', '0/6 fish fired', '0/1 fish fired ALLERGY']);
    expect(said(atPass(house))).toEqual([
      '0/7 steak started',
      '0/6 fish started',
      '0/1 fish started ALLERGY',
    ]);
    expect(lineOf(atPass(house), 'steak').seats).toEqual([1, 3, 5, 7, 9, 11, 13]);
    expect(atPass(house).isLarge).toBe(true);
  });

  test('[G1] 12 are none, and the house may set another number', () => {
    expect(atPass(party(12)).isLarge).toBeUndefined();
    const house = party(12);
    house.config = HouseConfig.parse({ ...withPass, thresholds: { largePartyCovers: 8 } });
    expect(atPass(house).isLarge).toBe(true);
  });

  test('[G1] whose each plate is stands behind a press, by seat', () => {
    const house = party();
    plate(house, 'fish', 2);
    const { dish, course } = lineOf(atGrill(house), 'fish');
    const ticket = house.ticket().id;
    const look = seatsOfDish(house.state, house.config, { ticket, station: grill, dish, course });
    expect(look?.lines.map(({ seats, state }) => [seats[0], state])).toEqual([
      [2, 'ready'],
      [4, 'fired'],
      [6, 'ready'],
      ...[8, 10, 12, 14].map((seat) => [seat, 'fired']),
    ]);
  });

  test('[G2] a press counts one plate more, or five; the line says how many of all', () => {
    const house = party();
    expect(plate(house, 'steak', 1)).toBe('applied');
    expect(plate(house, 'steak', 5)).toBe('applied');
    expect(said(atGrill(house))[0]).toBe('6/7 steak fired');
    expect(said(atPass(house))[0]).toBe('6/7 steak started');
    expect(plate(house, 'steak', 5)).toBe('applied');
    expect(said(atGrill(house))[0]).toBe('7/7 steak ready');
    expect(plate(house, 'steak', 1)).toBeNull();
  });

  test('[G2] at the pass a press sends out plates that stand there, and what has gone no press brings back', () => {
    const house = party();
    plate(house, 'steak', 7);
    const run = (by: number) => {
      const tile = atPass(house);
      const command = runSome(tile, lineOf(tile, 'steak'), by, house.seq);
      return command === null ? null : house.say(command, expo);
    };
    expect(run(5)).toBe('applied');
    expect(said(atPass(house))[0]).toBe('2/2 steak ready');
    const tile = atGrill(house);
    expect(said(tile)[0]).toBe('7/7 steak ready');
    const back = pressDish(tile, lineOf(tile, 'steak'), 2, { station: grill, seen: house.seq });
    expect(back?.type === 'item.recall' && back.portions.length).toBe(2);
  });

  test('[G2] one line of 60 counts the same way', () => {
    const house = new House(withPass);
    house.put({ covers: 60, items: [{ id: 'i', name: 'lamb', quantity: 60 }] });
    expect(plate(house, 'lamb', 10)).toBe('applied');
    expect(plate(house, 'lamb', 10)).toBe('applied');
    const tile = atPass(house);
    expect(said(tile)).toEqual(['20/60 lamb started']);
    const command = runSome(tile, lineOf(tile, 'lamb'), 10, house.seq);
    expect(command && house.say(command, expo)).toBe('applied');
    expect(runSome(atPass(house), lineOf(atPass(house), 'lamb'), 50, house.seq)).toMatchObject({
      portions: [{ quantity: 20 }],
    });
  });
});
