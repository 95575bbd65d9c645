import { describe, expect, test } from 'vitest';
import { expoTile } from '../../../shared/domain/selectors/expoTile.ts';
import { stationTile } from '../../../shared/domain/selectors/stationTile.ts';
import { cook, expo, grill, House, MINUTE, pos, type SaidTicket } from '../../support/house.ts';

const unlisted = { kind: 'no', quantity: 1, allergens: null, removes: [], modifiers: [] };
const noNuts: SaidTicket = {
  items: [
    { id: 'cake', course: 1, seat: 2, notes: 'No nuts, she says. Warm' },
    { id: 'ribeye', course: 1, seat: 1 },
  ],
};

function passHouse(said: SaidTicket = noNuts): House {
  const house = new House();
  house.config = { ...house.config, pass: 'expo' };
  house.put(said);
  return house;
}

const asked = (house: House) =>
  house.events('allergy.possible').map(({ external, words }) => [external, words]);

function answer(house: House, question: string, what: 'allergy' | 'taste') {
  const ticket = house.ticket().id;
  return house.say({ type: 'possible.answer', ticket, question, answer: what, seen: house.seq }, expo);
}

function run(house: House, id: string) {
  const portions = [{ item: house.item(id).id, batch: 1, quantity: 1 }];
  return house.say(
    {
      type: 'course.run',
      ticket: house.ticket().id,
      course: 1,
      portions,
      anyway: true,
      plates: [
        { item: house.item(id).id, batch: 1, allergies: house.ticket().allergies.map(({ key }) => key) },
      ],
      seen: house.seq,
    },
    expo,
  );
}

describe('possible allergies', () => {
  test('[A16] a note and a modifier of no menu are asked about once, by dish and seat, and stop no cook', () => {
    const house = passHouse({
      items: [
        { id: 'cake', course: 1, seat: 2, notes: 'No nuts, she says. Warm' },
        {
          id: 'bass',
          course: 1,
          seat: 3,
          modifiers: [
            { id: null, name: 'tahini', ...unlisted, modifiers: [{ id: null, name: 'ghee', ...unlisted }] },
          ],
        },
        { id: 'soup', course: 1, modifiers: [{ id: 'm-cream', name: 'cream', ...unlisted }] },
        { id: 'squash', course: 1, notes: 'butternut, nutmeg' },
      ],
    });
    expect(asked(house)).toEqual([
      ['cake', 'No nuts, she says.'],
      ['bass', 'tahini'],
      ['bass', 'ghee'],
    ]);
    expect(house.events('allergy.possible')[0]).toMatchObject({ seat: 2, allergens: ['tree_nut', 'peanut'] });
    expect(house.bump('cake')).toBe('applied');
    house.put({ ...noNuts, server: 'Ana' });
    expect(asked(house)).toHaveLength(3);
  });

  test('[A16] changed words are asked anew; the same ones, a void and the same allergy already put are not', () => {
    const house = passHouse();
    house.put({ items: [{ id: 'cake', course: 1, seat: 2, notes: 'nut ALLERGY' }] });
    expect(asked(house).map(([, words]) => words)).toEqual(['No nuts, she says.', 'nut ALLERGY']);
    const known = passHouse({
      ...noNuts,
      allergies: [
        { allergen: 'tree_nut', seat: 2 },
        { allergen: 'peanut', seat: 2 },
      ],
    });
    expect(asked(known)).toEqual([]);
    const other = passHouse({ ...noNuts, allergies: [{ allergen: 'tree_nut', seat: 1 }] });
    expect(asked(other)).toHaveLength(1);
    const gone = passHouse({ items: [{ id: 'cake', course: 1, notes: 'no nuts', state: 'void' }] });
    expect(asked(gone)).toEqual([]);
  });

  test('[A16] the station reads that somebody asks, and expo what', () => {
    const house = passHouse();
    const at = (view: 'station' | 'expo') =>
      view === 'station'
        ? stationTile(house.ticket(), grill, house.config)
        : expoTile(house.ticket(), house.config, house.state);
    for (const view of ['station', 'expo'] as const) {
      const line = at(view)?.lines.find(({ name }) => name === 'cake');
      expect(line?.possible).toEqual([
        { id: 'p1', words: 'No nuts, she says.', allergens: ['tree_nut', 'peanut'] },
      ]);
      expect(line?.isBlocked).toBe(false);
    }
    answer(house, 'p1', 'taste');
    expect(at('expo')?.lines.flatMap(({ possible }) => possible)).toEqual([]);
  });

  test("[A17] YES: an allergy of that seat in the guest's own words, late and heard anew, which the POS never said", () => {
    const house = passHouse();
    house.bump('cake');
    house.later(MINUTE);
    expect(answer(house, 'p1', 'allergy')).toBe('applied');
    expect(house.ticket().allergies).toMatchObject([
      { key: '2:tree_nut', severity: 'unknown', words: 'No nuts, she says.', isLate: true, isOurs: true },
      { key: '2:peanut', words: 'No nuts, she says.' },
    ]);
    expect(house.ticket().possible[0]?.answer).toEqual({ answer: 'allergy', by: 'expo', at: house.now });
    expect(house.batch('cake').stops).toEqual(['2:tree_nut', '2:peanut']);
    expect(run(house, 'cake')).toBe('allergy_unheard');
    house.put({ ...noNuts, server: 'Ana' });
    expect(
      expoTile(house.ticket(), house.config, house.state)?.bands.map(({ isSaidByPos }) => isSaidByPos),
    ).toEqual([true, true]);
    expect(answer(house, 'p1', 'taste')).toBe('conflict');
  });

  test('[A17] YES finds the conflicts of that dish; graver words make it graver', () => {
    const house = passHouse({
      items: [{ id: 'cake', course: 1, seat: 2, allergens: ['almond'], notes: 'nut allergy! EpiPen' }],
    });
    answer(house, 'p1', 'allergy');
    expect(house.ticket().allergies[0]?.severity).toBe('anaphylaxis');
    expect(house.events('allergy.conflict').map(({ what }) => what)).toEqual(['cake']);
  });

  test('[A17] NO, TASTE is kept with who and when, and asked no more', () => {
    const house = passHouse();
    answer(house, 'p1', 'taste');
    expect(house.ticket().possible[0]?.answer).toEqual({ answer: 'taste', by: 'expo', at: house.now });
    expect(house.ticket().allergies).toEqual([]);
    expect(answer(house, 'p1', 'taste')).toBe('noop');
    expect(answer(house, 'p9', 'taste')).toBe('not_found');
    expect(run(house, 'cake')).toBe('applied');
  });

  test('[A17] unanswered, its food does not leave the pass; the rest of the table does', () => {
    const house = passHouse();
    expect(run(house, 'ribeye')).toBe('applied');
    expect(run(house, 'cake')).toBe('possible_unanswered');
    answer(house, 'p1', 'taste');
    expect(run(house, 'cake')).toBe('applied');
  });

  test('[A17] the POS answers too, or puts the allergy; a cook is asked only where the house has no pass', () => {
    const which = { source: 'pos', id: 'T1' };
    const house = passHouse();
    expect(house.say({ type: 'possible.answer', ticket: which, question: 'p1', answer: 'taste' }, pos)).toBe(
      'applied',
    );
    const put = passHouse();
    put.put({
      ...noNuts,
      allergies: [
        { allergen: 'almond', seat: 2 },
        { allergen: 'peanut', seat: 2 },
      ],
    });
    put.hear('2:almond');
    put.hear('2:peanut');
    expect(run(put, 'cake')).not.toBe('possible_unanswered');
    const press = {
      type: 'possible.answer',
      ticket: put.ticket().id,
      question: 'p1',
      answer: 'taste',
    } as const;
    expect(put.say(press, cook(grill))).toBe('forbidden');
    put.config = { ...put.config, pass: 'none' };
    expect(put.say(press, cook(grill))).toBe('applied');
  });

  test('[A17] of the whole table, a seat unknown: every dish of it waits at the pass', () => {
    const house = passHouse();
    const content = { id: 'T1', items: noNuts.items ?? [] };
    house.put({ ...content, notes: 'one is allergic to kiwi' });
    expect(house.events('allergy.possible').at(-1)).toMatchObject({
      item: null,
      seat: null,
      allergens: ['other'],
    });
    expect(run(house, 'ribeye')).toBe('possible_unanswered');
    answer(house, 'p2', 'allergy');
    expect(house.ticket().allergies).toMatchObject([
      { key: '?:other', words: 'one is allergic to kiwi', severity: 'allergy' },
    ]);
  });
});
