import { describe, expect, test } from 'vitest';
import { stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { soundOf } from '../../../renderer/screens/board/boardSounds.ts';
import { bumpTicket } from '../../../renderer/screens/board/tileCommands.ts';
import { tileNews } from '../../../renderer/screens/board/tileNews.ts';
import { plannedAfter } from '../../../renderer/screens/expo/planning.ts';
import { runnerSound } from '../../../renderer/screens/runner/runnerSound.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { runnerList } from '../../../shared/domain/selectors/runnerList.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { expo, grill, House, twoStations } from '../../support/house.ts';

const MINUTE = 60_000;

function table(): House {
  const house = new House(HouseConfig.parse({ ...twoStations, pass: 'expo' }));
  house.put({ items: [{ id: 'a' }, { id: 'b' }] });
  return house;
}

const tiles = (house: House) => stationBoard(house.state, grill, house.config, house.now).tiles;
const ask = (house: House) => house.say({ type: 'station.ask', ticket: house.ticket().id, at: grill }, expo);
const note = (house: House) =>
  house.say(
    { type: 'station.note', ticket: house.ticket().id, at: grill, preset: 'come', words: null },
    expo,
  );

describe('what expo wants of a station', () => {
  test('stands above the food, the question first', () => {
    const house = table();
    note(house);
    ask(house);
    const [tile] = tiles(house);
    expect(
      tile &&
        stationBlocks(tile)
          .slice(0, 3)
          .map(({ kind }) => kind),
    ).toEqual(['asked', 'stationNote', 'head']);
  });

  test('sounds each in its own way, and is urgent on another page', () => {
    const house = table();
    const before = tiles(house);
    note(house);
    const noted = tiles(house);
    expect(soundOf(before, noted)).toBe('note');
    ask(house);
    const asked = tiles(house);
    expect(soundOf(noted, asked)).toBe('asked');
    expect(asked[0] && tileNews(asked[0]).map(({ kind }) => kind)).toEqual(['asked', 'note']);
  });

  test('the bump of the ticket names the notes that were on it', () => {
    const house = table();
    const [plain] = tiles(house);
    expect(plain && bumpTicket(plain, { station: grill, seen: 1 })).not.toHaveProperty('notes');
    note(house);
    const [tile] = tiles(house);
    const ids = house.ticket().stationNotes.map(({ id }) => id);
    expect(tile && bumpTicket(tile, { station: grill, seen: 1 })).toMatchObject({ notes: ids });
  });
});

test('+2 counts from the time it was due at, or from now where nobody said or that is past', () => {
  expect(plannedAfter(null, 1000, 2)).toBe(1000 + 2 * MINUTE);
  expect(plannedAfter(5 * MINUTE, 1000, 2)).toBe(7 * MINUTE);
  expect(plannedAfter(500, 1000, 5)).toBe(1000 + 5 * MINUTE);
});

test('runners hear a bell for HANDS, the common sound for a course that is ready, nothing for plates that go', () => {
  const house = table();
  const cards = () => runnerList(house.state, house.config);
  const none = cards();
  house.bump('a');
  house.say({ type: 'hands.call', ticket: house.ticket().id, course: 0, isOn: true }, expo);
  const called = cards();
  expect(runnerSound(none, called)).toBe('hands');
  house.bump('b');
  expect(runnerSound(called, cards())).toBe(null);
  expect(runnerSound(cards(), none)).toBe(null);
  house.say({ type: 'hands.call', ticket: house.ticket().id, course: 0, isOn: false }, expo);
  expect(runnerSound(none, cards())).toBe('new');
});
