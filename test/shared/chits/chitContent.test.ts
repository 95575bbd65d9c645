import { describe, expect, test } from 'vitest';
import { chitContent } from '../../../shared/chits/chitContent.ts';
import type { ChitContent, ChitDish } from '../../../shared/chits/content.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import { BASS, CHICKEN, ChitHouse, item, mod, RIBEYE } from '../../support/chits/ChitHouse.ts';
import { fry, grill, MINUTE } from '../../support/house.ts';

const tell = (house: ChitHouse, chit: Chit, language = 'en'): ChitContent =>
  chitContent(house.state, chit, { config: house.config, language, nameOf: () => null });

const dishes = (content: ChitContent): ChitDish[] =>
  content.tickets.flatMap(({ courses }) => courses.flatMap((course) => course.dishes));
const marks = (content: ChitContent) => dishes(content).map(({ delta, name }) => `${delta ?? ' '} ${name}`);

describe('what stands on a chit', () => {
  test('only this station’s food, fired, not void and not gone from the pass', () => {
    const house = new ChitHouse();
    house.put2({
      items: [
        item('a', RIBEYE),
        item('b', { ...BASS, stations: ['fry'] }),
        item('c', { ...CHICKEN, course: 2 }),
        item('d', { name: 'Flan', course: 1, stations: ['grill', 'fry'] }),
      ],
    });
    const content = tell(house, house.oneDue());
    expect(marks(content)).toEqual(['  Ribeye 300 g', '  Flan']);
    expect(dishes(content)[1]?.alsoAt).toEqual(['Fry']);
    expect(content.tickets[0]?.strip.map(({ state }) => state)).toEqual(['fired', 'held']);
  });

  test('what has gone out is not told to anybody who cooks', () => {
    const house = new ChitHouse();
    house.config = { ...house.config, pass: 'none' };
    house.put2({ items: [item('a', RIBEYE), item('b', BASS)] });
    house.bump('a');
    expect(marks(tell(house, house.copy('T1')))).toEqual(['  Sea bass']);
  });

  test('names in the printer’s language where the menu has them', () => {
    const house = new ChitHouse();
    house.put2({
      items: [
        item('a', { ...RIBEYE, modifiers: [mod('no', 'butter', { id: 'butter' })] }),
        item('b', { name: 'Flan' }),
      ],
    });
    const [ribeye, flan] = dishes(tell(house, house.oneDue(), 'es'));
    expect(ribeye?.name).toBe('Chuletón 300 g');
    expect(ribeye?.modifiers[0]?.name).toBe('mantequilla');
    expect(flan?.name).toBe('Flan');
  });

  test('[C4] against the slip that lies there: added, void and changed, and what was there unmarked', () => {
    const house = new ChitHouse();
    const [a, b, c] = [item('a', RIBEYE), item('b', { ...BASS, notes: 'rare' }), item('c', CHICKEN)];
    house.put2({ items: [a, b, c] });
    house.settle(house.oneDue().id, 'printed');
    house.later(MINUTE).put2({
      items: [{ ...a, state: 'void' }, { ...b, notes: 'well done' }, c, item('d', { name: 'Flan' })],
    });
    const content = tell(house, house.oneDue());
    expect(content.kind).toBe('change');
    expect(marks(content)).toEqual(['- Ribeye 300 g', '~ Sea bass', '  Half chicken', '+ Flan']);
    expect(dishes(content)[1]?.was).toEqual([{ field: 'notes', value: 'rare' }]);
    expect(content.tickets[0]?.since).toMatchObject({ number: 1 });
  });

  test('looked at again once it is out, a chit reads as it did: against the slip before it', () => {
    const house = new ChitHouse();
    const [a, b] = [item('a', RIBEYE), item('b', BASS)];
    house.put2({ items: [a] });
    const first = house.oneDue();
    house.settle(first.id, 'printed');
    house.later(MINUTE).put2({ items: [a, b] });
    const second = house.oneDue();
    const printed = marks(tell(house, second));
    house.settle(second.id, 'printed');
    const again = tell(house, house.state.chits[second.id] ?? second);
    expect(marks(again)).toEqual(printed);
    expect(marks(again)).toEqual(['  Ribeye 300 g', '+ Sea bass']);
    expect(again.tickets[0]?.since).toMatchObject({ number: first.number });
    expect(tell(house, house.state.chits[first.id] ?? first).tickets[0]?.since).toBeNull();
  });

  test('what came while the last slip was printing is new on this one: its bytes had gone', () => {
    const house = new ChitHouse();
    house.put2({ items: [item('a', RIBEYE)] });
    const { id } = house.oneDue();
    house.say({ type: 'chit.send', chit: id });
    house.later(500).put2({ items: [item('a', RIBEYE), item('b', BASS)] });
    house.later(500).say({ type: 'chit.settle', chit: id, outcome: 'printed', trouble: null });
    expect(marks(tell(house, house.oneDue()))).toEqual(['  Ribeye 300 g', '+ Sea bass']);
  });

  test('a course fired later is added to the slip of the first', () => {
    const house = new ChitHouse();
    house.put2({ items: [item('a', RIBEYE), item('b', { ...BASS, course: 2 })] });
    house.settle(house.oneDue().id, 'printed');
    const { id } = house.ticket();
    house
      .later(MINUTE)
      .say({ type: 'course.fire', ticket: id, course: 2, seen: house.seq }, { kind: 'pos', token: 'till' });
    expect(marks(tell(house, house.oneDue()))).toEqual(['  Ribeye 300 g', '+ Sea bass']);
  });

  test('without a slip, what a screen has shown is not new, and a void the cook has not seen is told', () => {
    const house = new ChitHouse();
    const [a, b] = [item('a', RIBEYE), item('b', BASS)];
    house.put2({ items: [a, b] });
    const { id, versions } = house.ticket();
    const seen = { ticket: id, version: versions[grill] ?? 0 };
    house.say(
      { type: 'receipt.report', station: grill, listed: [seen], painted: [seen] },
      { kind: 'screen', roles: ['kitchen'], station: grill, screen: 'grill' },
    );
    house.later(MINUTE).put2({ items: [{ ...a, state: 'void' }, b, item('c', CHICKEN)] });
    expect(marks(tell(house, house.oneDue()))).toEqual(['- Ribeye 300 g', '  Sea bass', '+ Half chicken']);
  });

  test('allergies stand gravest first, each with whether this station must call it back', () => {
    const house = new ChitHouse();
    house.put2({
      allergies: [
        { allergen: 'vegan', severity: 'diet', seat: 1 },
        { allergen: 'milk', severity: 'intolerance', seat: 1 },
        { allergen: 'sesame', severity: 'anaphylaxis', seat: 2, words: 'since birth' },
        { allergen: 'egg', severity: 'allergy', seat: 9 },
      ],
      items: [
        item('a', { ...RIBEYE, seat: 1 }),
        item('b', { ...BASS, seat: 2 }),
        item('c', { name: 'Flan', seat: 9, stations: ['fry'] }),
      ],
    });
    const [ticket] = tell(house, house.oneDue()).tickets;
    expect(ticket?.allergies).toMatchObject([
      { allergen: 'sesame', weight: 'filled', isOwed: true, words: 'since birth' },
      { allergen: 'egg', weight: 'thin', isOwed: false },
      { allergen: 'milk', weight: 'outlined', isOwed: true },
      { allergen: 'vegan', weight: 'plain', isOwed: false },
    ]);
  });
});

describe('what a chit says of itself', () => {
  test('[C7] what may be on paper already is said of each ticket by its number, also when it has changed since', () => {
    const house = new ChitHouse();
    house.put2({ items: [item('a', RIBEYE)] });
    const first = house.oneDue();
    house.settle(first.id, 'unknown');
    house.later(MINUTE).put2({ items: [item('a', RIBEYE), item('b', BASS)] });
    const changed = house.oneDue();
    expect(changed).toMatchObject({ kind: 'ticket', reprintOf: null });
    expect(tell(house, changed).tickets[0]).toMatchObject({ since: null, perhapsOn: [first.number] });
    house.settle(changed.id, 'printed');
    house.later(MINUTE).put2({ items: [item('a', RIBEYE)] });
    expect(tell(house, house.oneDue()).tickets[0]).toMatchObject({
      since: { number: changed.number },
      perhapsOn: [],
    });
  });

  test('chits of one cause are a row, another station’s are not of it', () => {
    const house = new ChitHouse();
    for (const id of ['T1', 'T2', 'T3'])
      house.put2({ id, table: id, items: [item('a', { ...RIBEYE, stations: ['grill', 'fry'] })] });
    house.tick({ speed: 1, downSince: () => 1 });
    const all = Object.values(house.state.chits);
    expect(all.filter(({ station }) => station === fry)).toHaveLength(3);
    const rows = all.filter(({ station }) => station === grill).map((chit) => tell(house, chit).row);
    expect(rows).toEqual([
      { n: 1, m: 3 },
      { n: 2, m: 3 },
      { n: 3, m: 3 },
    ]);
  });

  test('a chit asked for again because nobody knows of the first says which that was', () => {
    const house = new ChitHouse();
    house.put2({ items: [item('a', RIBEYE)] });
    const { id } = house.oneDue();
    house.settle(id, 'unknown');
    const content = tell(house, house.again(id));
    expect(content.reprint).toEqual({ of: 1 });
    expect(content.row).toEqual({ n: 1, m: 1 });
  });

  test('a ticket that has gone is counted, not left out in silence', () => {
    const house = new ChitHouse();
    house.put2({ items: [item('a', RIBEYE)] });
    const chit = house.oneDue();
    const gone = { ...chit, parts: [...chit.parts, { ticket: 'nowhere' as never, version: 1 }] };
    expect(tell(house, gone)).toMatchObject({ goneCount: 1, tickets: [{ title: '12' }] });
  });
});
