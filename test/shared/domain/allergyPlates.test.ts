import { beforeEach, describe, expect, test } from 'vitest';
import { allergyPlates, checkedPlate } from '../../../shared/domain/selectors/allergyPlates.ts';
import { expoTile } from '../../../shared/domain/selectors/expoTile.ts';
import type { AllergyKey } from '../../../shared/lib/ids.ts';
import { expo, fry, grill, House, MINUTE, type SaidTicket } from '../../support/house.ts';

const said: SaidTicket = {
  items: [
    { id: 'bass', course: 1, seat: 2, stations: ['grill', 'fry'] },
    { id: 'ribeye', course: 1, seat: 4, stations: ['grill'] },
  ],
  allergies: [{ allergen: 'sesame', severity: 'allergy', seat: 2 }],
};

function passHouse(over: Partial<SaidTicket> = {}): House {
  const house = new House();
  house.config = { ...house.config, pass: 'expo' };
  house.put({ ...said, ...over });
  return house;
}

function platesOf(house: House, ids: readonly string[]) {
  const ticket = house.ticket();
  const lines = expoTile(ticket, house.config, house.state)?.lines ?? [];
  const food = lines.filter(({ portions }) => portions.some(({ externalId }) => ids.includes(externalId)));
  return allergyPlates(ticket, food);
}

type Run = { plates?: 'checked' | 'none'; anyway?: boolean; seen?: number };

function run(
  house: House,
  ids: readonly string[],
  { plates = 'checked', anyway = false, seen = house.seq }: Run = {},
) {
  const portions = ids.map((id) => ({ item: house.item(id).id, batch: 1, quantity: 1 }));
  return house.say(
    {
      type: 'course.run',
      ticket: house.ticket().id,
      course: 1,
      portions,
      anyway,
      plates: plates === 'checked' ? platesOf(house, ids).map(checkedPlate) : [],
      seen,
    },
    expo,
  );
}

describe('allergy plates at the pass', () => {
  let house: House;
  beforeEach(() => {
    house = passHouse();
    house.hear('2:sesame', grill);
    house.later(MINUTE).hear('2:sesame', fry);
    for (const [id, station] of [
      ['bass', grill],
      ['bass', fry],
      ['ribeye', grill],
    ] as const)
      house.bump(id, station);
  });

  test('[A15] no run takes an allergy plate out unchecked, and RUN ANYWAY does not either', () => {
    expect(run(house, ['bass', 'ribeye'], { plates: 'none' })).toBe('plates_unchecked');
    expect(run(house, ['bass', 'ribeye'], { plates: 'none', anyway: true })).toBe('plates_unchecked');
    expect(house.events('food.run')).toEqual([]);
    expect(run(house, ['bass', 'ribeye'])).toBe('applied');
    expect(house.batch('bass').run).toBe(1);
  });

  test('[A15] a run of part of the table asks for the plates in it alone', () => {
    expect(run(house, ['ribeye'], { plates: 'none' })).toBe('applied');
    expect(house.events('allergy.plates_checked')).toEqual([]);
    expect(run(house, ['bass'], { plates: 'none' })).toBe('plates_unchecked');
    expect(run(house, ['bass'])).toBe('applied');
  });

  test('[A15] who checked which plate against what, and when, is in the log before it is run', () => {
    house.later(MINUTE);
    run(house, ['bass', 'ribeye']);
    const [checked] = house.events('allergy.plates_checked');
    expect(checked).toMatchObject({
      by: 'expo',
      at: house.now,
      plates: [{ item: house.item('bass').id, batch: 1, allergies: ['2:sesame'] }],
    });
    expect(checked?.seq).toBeLessThan(house.events('food.run')[0]?.seq ?? 0);
  });

  test('[A15] an allergy added after the plates were read has not been looked for', () => {
    const seen = house.seq;
    const plates = platesOf(house, ['bass']).map(checkedPlate);
    house.put({ ...said, allergies: [...(said.allergies ?? []), { allergen: 'milk', seat: 2 }] });
    for (const station of [grill, fry]) house.hear('2:milk', station);
    const stop = { type: 'stop.answer', ticket: house.ticket().id, item: house.item('bass').id } as const;
    house.say({ ...stop, batch: 1, answer: 'carry_on', seen: house.seq }, expo);
    const press = { type: 'course.run', ticket: house.ticket().id, course: 1, anyway: false } as const;
    const portions = [{ item: house.item('bass').id, batch: 1, quantity: 1 }];
    expect(house.say({ ...press, portions, plates, seen: house.seq }, expo)).toBe('plates_unchecked');
    const all = platesOf(house, ['bass']).map(checkedPlate);
    expect(house.say({ ...press, portions, plates: all, seen }, expo)).toBe('plates_unchecked');
    expect(house.say({ ...press, portions, plates: all, seen: house.seq }, expo)).toBe('applied');
  });

  test('[A15] a plate that came back is checked again when it goes out again', () => {
    run(house, ['bass']);
    const undo = { type: 'run.undo', ticket: house.ticket().id, parts: [], seen: house.seq } as const;
    house.say({ ...undo, portions: [{ item: house.item('bass').id, batch: 1, quantity: 0 }] }, expo);
    expect(run(house, ['bass'], { plates: 'none' })).toBe('plates_unchecked');
    expect(run(house, ['bass'])).toBe('applied');
    expect(house.events('allergy.plates_checked')).toHaveLength(2);
  });

  test('[A15] what nobody has heard stays, plates checked or not', () => {
    const unheard = passHouse();
    unheard.hear('2:sesame', grill);
    expect(run(unheard, ['bass'], { anyway: true })).toBe('allergy_unheard');
  });

  test('[A15] an intolerance and a diet ask for no plate', () => {
    const mild = passHouse({
      allergies: [
        { allergen: 'sesame', severity: 'intolerance', seat: 2 },
        { allergen: 'vegan', severity: 'diet', seat: 2 },
      ],
    });
    expect(run(mild, ['bass'], { plates: 'none', anyway: true })).toBe('applied');
  });

  test('[A15] the list names seat, dish, allergen and by whom and when it was heard; a seat unknown is every plate', () => {
    const [plate] = platesOf(house, ['bass', 'ribeye']);
    expect(plate?.line.seats).toEqual([2]);
    expect(plate?.line.name).toBe('bass');
    expect(plate?.allergies[0]?.allergy.allergen).toBe('sesame');
    expect(plate?.allergies[0]?.heard).toEqual([
      { station: grill, at: house.now - MINUTE },
      { station: fry, at: house.now },
    ]);
    const unknown = passHouse({ allergies: [{ allergen: 'sesame', seat: null }] });
    unknown.hear('?:sesame', grill);
    const plates = platesOf(unknown, ['bass', 'ribeye']);
    expect(plates.map(({ line }) => line.name)).toEqual(['bass', 'ribeye']);
    expect(plates[0]?.allergies[0]?.unheard).toEqual([fry]);
  });
});

describe('answers to what was on the glass', () => {
  const tahini = {
    id: null,
    name: 'tahini',
    kind: 'add',
    quantity: 1,
    allergens: ['sesame'],
    removes: [],
    modifiers: [],
  };

  test('[A18] a conflict that came after the press stays asked', () => {
    const house = passHouse();
    const seen = house.seq;
    house.put({ ...said, items: [{ id: 'bass', course: 1, seat: 2, modifiers: [tahini] }] });
    const answer = {
      type: 'conflict.answer',
      ticket: house.ticket().id,
      item: house.item('bass').id,
      allergy: '2:sesame' as AllergyKey,
      answer: 'made_without',
    } as const;
    expect(house.say({ ...answer, seen }, expo)).toBe('superseded');
    expect(house.item('bass').conflicts[0]?.answer).toBeNull();
    expect(house.say({ ...answer, seen: house.seq }, expo)).toBe('applied');
  });

  test('[A18] CARRY ON for one allergy is none for another that was added meanwhile', () => {
    const house = passHouse({ allergies: [] });
    house.bump('bass', grill);
    house.put(said);
    const seen = house.seq;
    house.put({ ...said, allergies: [...(said.allergies ?? []), { allergen: 'milk', seat: 2 }] });
    const answer = {
      type: 'stop.answer',
      ticket: house.ticket().id,
      item: house.item('bass').id,
      batch: 1,
      answer: 'carry_on',
    } as const;
    expect(house.say({ ...answer, seen }, expo)).toBe('superseded');
    expect(house.batch('bass').stops).toEqual(['2:sesame', '2:milk']);
    expect(house.say({ ...answer, seen: house.seq }, expo)).toBe('applied');
    expect(house.batch('bass').stops).toEqual([]);
  });
});
