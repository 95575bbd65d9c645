import { describe, expect, test } from 'vitest';
import { BlockBook } from '../../../renderer/screens/expo/BlockBook.ts';
import { openedBlock, turnedWith } from '../../../renderer/screens/expo/openedBlock.ts';
import { expo, House } from '../../support/house.ts';

const wedding = { source: 'book', id: 'wedding' };
const DAY_MS = 24 * 3_600_000;

function banquet(): House {
  const house = new House();
  for (const table of ['B1', 'B2', 'B3', 'B4']) seat(house, table, wedding);
  seat(house, '7');
  return house;
}

function seat(house: House, table: string, party?: typeof wedding): void {
  const items = [1, 2, 3].map((course) => ({ id: `${table}/${course}`, quantity: 20, course }));
  house.put({ id: `T${table}`, table, covers: 20, ...(party ? { party } : {}), items });
}

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const idOf = (house: House, table: string) => house.ticket(`T${table}`).id;
const opened = (house: House, book: BlockBook, table: string) =>
  openedBlock(house.state, idOf(house, table), house.config, book.all());
const chosen = (house: House, book: BlockBook, table: string) =>
  opened(house, book, table)
    .tables.filter(({ isChosen }) => isChosen)
    .map(({ title }) => title);
/** The presses on tables of the sheet that was opened at this one. */
function press(house: House, book: BlockBook, at: string, ...tables: readonly string[]): void {
  for (const table of tables) {
    const block = opened(house, book, at);
    book.keep(block.asked, turnedWith(block, idOf(house, table)));
  }
}

describe('a block of tables', () => {
  test('[G4] is its party until somebody chooses', () => {
    expect(chosen(banquet(), new BlockBook(storage()), 'B2')).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(chosen(banquet(), new BlockBook(storage()), '7')).toEqual(['7']);
  });
  test('[G4] is the same for the next course, from each of its tables and after the page was loaded anew', () => {
    const house = banquet();
    const kept = storage();
    press(house, new BlockBook(kept), 'B1', 'B3', '7');
    house.say({ type: 'course.fire', ticket: idOf(house, 'B1'), course: 2, seen: house.seq }, expo);
    for (const table of ['B1', 'B2', 'B4', '7'])
      expect(chosen(house, new BlockBook(kept), table)).toEqual(['B1', 'B2', 'B4', '7']);
  });
  test('[G4] a party in two blocks: each of its tables opens its own', () => {
    const house = banquet();
    const book = new BlockBook(storage());
    press(house, book, 'B1', 'B3', 'B4');
    press(house, book, 'B3', 'B1', 'B2');
    expect(chosen(house, book, 'B2')).toEqual(['B1', 'B2']);
    expect(chosen(house, book, 'B4')).toEqual(['B3', 'B4']);
  });
  test('[G4] a table that comes to the party is in its block', () => {
    const house = banquet();
    const book = new BlockBook(storage());
    press(house, book, 'B1', 'B3');
    seat(house, 'B5', wedding);
    expect(chosen(house, book, 'B1')).toEqual(['B1', 'B2', 'B4', 'B5']);
  });
  test('[G4] chosen back it is the party, and after a day nobody knows of it', () => {
    const house = banquet();
    const kept = storage();
    let now = 0;
    const book = new BlockBook(kept, () => now);
    press(house, book, 'B1', 'B3');
    press(house, book, 'B1', 'B3');
    expect(book.all()).toEqual([]);
    press(house, book, 'B1', 'B4');
    now += DAY_MS - 1;
    expect(chosen(house, book, 'B1')).toEqual(['B1', 'B2', 'B3']);
    now += 1;
    expect(chosen(house, book, 'B1')).toHaveLength(4);
  });
  test("somebody else's words under its key are none", () => {
    for (const text of ['{', '7', '[{"asked":1}]'])
      expect(new BlockBook({ getItem: () => text, setItem: () => undefined }).all()).toEqual([]);
  });
  test('a browser that keeps nothing knows it while the page is open', () => {
    const house = banquet();
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const book = new BlockBook(full);
    press(house, book, 'B1', 'B3');
    expect(chosen(house, book, 'B1')).toEqual(['B1', 'B2', 'B4']);
  });
});
