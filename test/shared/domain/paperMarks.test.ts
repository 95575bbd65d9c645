import { expect, it } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import type { ChitId } from '../../../shared/lib/ids.ts';
import { cook, expo, fry, grill, House } from '../../support/house.ts';

const config = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  printers: [{ id: 'line', name: 'Line', link: { kind: 'network', host: '192.168.1.50' } }],
  paper: { printer: 'line' },
});
const kitchen = { kind: 'house' } as const;

function opened(): House {
  const house = new House(config);
  house.put({ items: [{ id: 'a' }, { id: 'b', stations: ['grill', 'fry'] }] });
  return house;
}
function ask(house: House, at = grill): ChitId {
  house.say({ type: 'chit.ask', ticket: house.ticket().id, at }, expo);
  return Object.values(house.state.chits).at(-1)?.id as ChitId;
}
function print(house: House, chit: ChitId, outcome: 'printed' | 'unknown' = 'printed'): void {
  house.say({ type: 'chit.send', chit }, kitchen);
  house.say({ type: 'chit.settle', chit, outcome, trouble: null }, kitchen);
}
const grillMarks = ({ state, now }: House) => stationBoard(state, grill, config, now).tiles[0]?.paper;
const expoMarks = ({ state, now }: House) => expoBoard(state, config, now).tiles[0]?.paper;

it('[C7] a tile says at every moment what becomes of its chit, and is on paper when the printer has said so', () => {
  const house = opened();
  expect(grillMarks(house)).toEqual([]);
  const chit = ask(house);
  const waits = { station: grill, paper: null, chit: { number: 1, state: 'queued', trouble: null } };
  expect(grillMarks(house)).toEqual([waits]);
  expect(expoMarks(house)).toEqual([waits]);
  house.say({ type: 'chit.wait', chit, printer: 'line', trouble: 'paper' }, kitchen);
  expect(grillMarks(house)?.[0]?.chit?.trouble).toBe('paper');
  house.say({ type: 'chit.send', chit }, kitchen);
  expect(grillMarks(house)?.[0]?.chit?.state).toBe('sending');
  house.say({ type: 'chit.settle', chit, outcome: 'printed', trouble: null }, kitchen);
  const paper = { number: 1, at: house.now, isByStation: false, isCurrent: true };
  expect(grillMarks(house)).toEqual([{ station: grill, paper, chit: null }]);
  expect(expoMarks(house)).toEqual([{ station: grill, paper, chit: null }]);
});

it('[C8] food that came after the paper is not on it, and says so', () => {
  const house = opened();
  print(house, ask(house));
  house.put({ items: [{ id: 'a' }, { id: 'b', stations: ['grill', 'fry'] }, { id: 'c' }] });
  expect(grillMarks(house)).toMatchObject([{ paper: { number: 1, isCurrent: false } }]);
  expect(expoMarks(house)).toMatchObject([{ paper: { number: 1, isCurrent: false } }]);
});

it('a station sees its own paper, expo that of each station still at work', () => {
  const house = opened();
  print(house, ask(house, grill));
  print(house, ask(house, fry), 'unknown');
  expect(grillMarks(house)?.map(({ station }) => station)).toEqual([grill]);
  expect(expoMarks(house)).toMatchObject([
    { station: grill, chit: null },
    { station: fry, paper: null, chit: { number: 2, state: 'unknown' } },
  ]);
  house.bump('a');
  house.bump('b', grill);
  expect(expoMarks(house)?.map(({ station }) => station)).toEqual([fry]);
});

it('an unchanged tile is the same one, whatever is printed for others', () => {
  const house = opened();
  ask(house);
  const [before] = stationBoard(house.state, grill, config, house.now).tiles;
  house.put({ id: 'T2', table: '9', items: [{ id: 'z' }] });
  house.say({ type: 'chit.ask', ticket: house.ticket('T2').id, at: grill }, cook(grill));
  expect(
    stationBoard(house.state, grill, config, house.now).tiles.find(({ externalId }) => externalId === 'T1'),
  ).toBe(before);
});
