import { describe, expect, test } from 'vitest';
import { allergensMatch, normaliseAllergen } from '../../../shared/domain/model/allergen.ts';
import { recipeAgainst } from '../../../shared/domain/model/covers.ts';
import type { Modifier } from '../../../shared/domain/model/modifier.ts';
import type { AllergyKey } from '../../../shared/lib/ids.ts';
import { cook, EVENING, expo, fry, grill, House, MINUTE, pos, type SaidTicket } from '../../support/house.ts';

const sesameSeat2: SaidTicket = {
  items: [
    { id: 'bass', course: 1, seat: 2, stations: ['grill', 'fry'] },
    { id: 'ribeye', course: 1, seat: 4, stations: ['grill'] },
    { id: 'bread', course: 1, seat: 0, stations: ['fry'] },
  ],
  allergies: [{ allergen: 'sesame', severity: 'allergy', seat: 2 }],
};

function modifier(name: string, allergens: string[] | null, kind = 'add'): Modifier {
  return { id: null, name, kind, quantity: 1, allergens, removes: [], modifiers: [] };
}

function heardHouse(said: SaidTicket = sesameSeat2): House {
  const house = new House();
  house.put(said);
  return house;
}

function portions(house: House, id: string) {
  const item = house.item(id);
  return item.batches.map((batch) => ({ item: item.id, batch: batch.n, quantity: batch.quantity }));
}

describe('allergies', () => {
  test('[A1] food of that seat cannot be started or bumped before its station has heard', () => {
    const house = heardHouse();
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
    const start = { type: 'item.start', ticket: house.ticket().id, station: grill, seen: house.seq } as const;
    expect(house.say({ ...start, portions: portions(house, 'bass') }, cook(grill))).toBe('allergy_unheard');
    expect(house.bump('ribeye', grill)).toBe('applied');
    expect(house.hear('2:sesame', grill)).toBe('applied');
    expect(house.bump('bass', grill)).toBe('applied');
  });

  test('[A1] by severity: anaphylaxis, allergy, unknown and words nobody knows block', () => {
    for (const severity of ['anaphylaxis', 'allergy', 'unknown', 'very-bad']) {
      const house = heardHouse({ ...sesameSeat2, allergies: [{ allergen: 'sesame', severity, seat: 2 }] });
      expect(house.bump('bass', grill)).toBe('allergy_unheard');
      expect(house.ticket().allergies[0]?.severity).toBe(severity);
    }
  });

  test('[A2] no header, no ticket bump, no replayed press and no late one counts as hearing', () => {
    const house = heardHouse();
    const ticket = house.ticket().id;
    const version = house.ticket().versions[grill] ?? 0;
    house.say({ type: 'ticket.hear', ticket, station: grill, version }, cook(grill));
    expect(house.item('bass').startedAt).toBeNull();
    expect(house.item('ribeye').startedAt).toBe(EVENING);
    const all = ['bass', 'ribeye'].flatMap((id) => portions(house, id));
    const bump = {
      type: 'ticket.bump',
      ticket,
      station: grill,
      portions: all,
      voids: [],
      changes: [],
      seen: house.seq,
    } as const;
    expect(house.say(bump, cook(grill))).toBe('allergy_unheard');
    expect(house.say(bump, cook(grill))).toBe('allergy_unheard');
    house.later(6 * 60 * MINUTE);
    expect(house.say(bump, cook(grill), EVENING)).toBe('allergy_unheard');
    expect(house.batch('ribeye').parts[0]?.ready).toBe(0);
  });

  test('[A2] another station hearing it is not this station hearing it', () => {
    const house = heardHouse();
    house.hear('2:sesame', fry);
    expect(house.bump('bass', fry)).toBe('applied');
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
    const foreign = {
      type: 'allergy.hear',
      ticket: house.ticket().id,
      station: grill,
      allergies: ['2:sesame' as AllergyKey],
      seen: house.seq,
    } as const;
    expect(house.say({ ...foreign, portions: portions(house, 'bass') }, cook(fry))).toBe('wrong_station');
  });

  test('[A3] seat unknown counts for every dish; shared and table dishes count for every seat', () => {
    const unknown = heardHouse({ ...sesameSeat2, allergies: [{ allergen: 'sesame', seat: null }] });
    expect(unknown.bump('ribeye', grill)).toBe('allergy_unheard');
    const house = heardHouse();
    expect(house.bump('bread', fry)).toBe('allergy_unheard');
    house.put({
      ...sesameSeat2,
      items: [
        ...(sesameSeat2.items ?? []),
        { id: 'tapas', course: 1, seats: [2, 3] },
        { id: 'dip', course: 1, seats: [3, 4] },
        { id: 'nobody', course: 1 },
      ],
    });
    expect(house.bump('tapas')).toBe('allergy_unheard');
    expect(house.bump('nobody')).toBe('allergy_unheard');
    expect(house.bump('dip')).toBe('applied');
  });

  test('[A4] asked again only for a new course, a new or changed dish and a refire', () => {
    const said: SaidTicket = {
      ...sesameSeat2,
      items: [
        { id: 'a', course: 1, seat: 2 },
        { id: 'b', course: 1, seat: 2 },
        { id: 'c', course: 2, seat: 2 },
      ],
    };
    const house = heardHouse(said);
    house.hear('2:sesame');
    house.put({ ...said, server: 'Ana' });
    expect(house.bump('a')).toBe('applied');
    house.put({ ...said, server: 'Ana', items: [...(said.items ?? []), { id: 'd', course: 1, seat: 2 }] });
    expect(house.bump('d')).toBe('allergy_unheard');
    expect(house.bump('b')).toBe('applied');
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo);
    expect(house.bump('c')).toBe('allergy_unheard');
    house.hear('2:sesame');
    house.put({
      ...said,
      items: [
        { id: 'a', course: 1, seat: 2 },
        { id: 'b', course: 1, seat: 2 },
        { id: 'c', course: 2, seat: 2, modifiers: [modifier('aioli', ['egg'])] },
      ],
    });
    expect(house.bump('c')).toBe('allergy_unheard');
  });

  test('[A4] a course held and fired anew is asked anew', () => {
    // With three steps, because hold needs food that nobody started.
    const three = new House();
    three.config = {
      ...three.config,
      stations: three.config.stations.map((one) => ({ ...one, steps: 3 as const })),
    };
    three.put(sesameSeat2);
    three.hear('2:sesame', grill);
    three.say({ type: 'course.hold', ticket: three.ticket().id, course: 1 }, expo);
    three.say({ type: 'course.fire', ticket: three.ticket().id, course: 1 }, expo);
    expect(three.bump('bass', grill)).toBe('allergy_unheard');
  });

  test('[A5] a put that no longer names it removes nothing and says so; named again, it says that', () => {
    const house = heardHouse();
    house.put({ ...sesameSeat2, allergies: [] });
    expect(house.ticket().allergies.map((one) => [one.key, one.isSaidByPos])).toEqual([['2:sesame', false]]);
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
    house.put(sesameSeat2);
    expect(house.ticket().allergies.map((one) => one.isSaidByPos)).toEqual([true]);
    expect(house.events('allergy.added')).toHaveLength(1);
  });

  test("[A6] withdrawn by a person's name, and not brought back by the same put again", () => {
    const house = heardHouse();
    const withdraw = { type: 'allergy.withdraw', ticket: { source: 'pos', id: 'T1' }, by: 'Mara' } as const;
    expect(house.say({ ...withdraw, allergen: 'Sesame' }, pos)).toBe('not_found');
    expect(house.say({ ...withdraw, allergen: 'Sesame', seat: 2 }, pos)).toBe('applied');
    expect(house.events('allergy.withdrawn').map((event) => event.person)).toEqual(['Mara']);
    house.put({ ...sesameSeat2, server: 'Ana' });
    expect(house.ticket().allergies).toEqual([]);
    expect(house.bump('bass', grill)).toBe('applied');
    house.put({
      ...sesameSeat2,
      server: 'Ana',
      allergies: [{ allergen: 'sesame', seat: 2, severity: 'anaphylaxis' }],
    });
    expect(house.ticket().allergies.map((one) => one.severity)).toEqual(['anaphylaxis']);
  });

  test('[A7] a late allergy stops what is under way until CARRY ON or REFIRE', () => {
    const house = new House();
    house.config = { ...house.config, pass: 'expo' };
    house.put({ ...sesameSeat2, allergies: [] });
    house.bump('bass', grill);
    house.put(sesameSeat2);
    const [added] = house.events('allergy.added');
    expect(added?.allergy.isLate).toBe(true);
    expect(house.batch('bass').stops).toEqual(['2:sesame']);
    expect(house.batch('ribeye').stops).toEqual([]);
    house.hear('2:sesame', fry);
    house.hear('2:sesame', grill);
    expect(house.bump('bass', fry)).toBe('stop_unanswered');
    const answer = {
      type: 'stop.answer',
      ticket: house.ticket().id,
      item: house.item('bass').id,
      batch: 1,
      seen: house.seq,
    } as const;
    expect(house.say({ ...answer, answer: 'carry_on' }, cook(grill))).toBe('forbidden');
    expect(house.say({ ...answer, answer: 'carry_on' }, expo)).toBe('applied');
    expect(house.bump('bass', fry)).toBe('applied');
  });

  test('[A7] REFIRE makes it anew, to be heard anew; food already run raises one alert with table, seat and dish', () => {
    const house = new House();
    house.put({ ...sesameSeat2, allergies: [] });
    house.bump('bass', grill);
    house.put(sesameSeat2);
    const answer = {
      type: 'stop.answer',
      ticket: house.ticket().id,
      item: house.item('bass').id,
      batch: 1,
      seen: house.seq,
    } as const;
    expect(house.say({ ...answer, answer: 'refire' }, cook(grill))).toBe('applied');
    expect(house.events('item.refired').map((event) => event.reason)).toEqual(['allergy']);
    expect(house.bump('bass', grill)).toBe('allergy_unheard');

    const late = new House();
    late.put({ items: [{ id: 'bass', course: 1, seat: 2 }] });
    late.bump('bass');
    late.put({ items: [{ id: 'bass', course: 1, seat: 2 }], allergies: [{ allergen: 'fish', seat: 2 }] });
    expect(late.events('alert').map((event) => event.alert.message)).toEqual([
      'Table 12, seat 2: fish was added after bass had gone out.',
    ]);
    const code = late.events('alert')[0]?.alert.code ?? '';
    expect(late.say({ type: 'alert.see', code }, cook(grill))).toBe('applied');
    expect(late.state.alerts).toEqual({});
    expect(late.say({ type: 'alert.see', code }, cook(grill))).toBe('noop');
  });

  test('[A8] three answers: conflict by dish or any modifier whatever its verb; no list; all listed', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'dish', course: 1, allergens: ['sesame'] },
        { id: 'no', course: 1, allergens: [], modifiers: [modifier('tahini', ['sesame'], 'no')] },
        {
          id: 'deep',
          course: 1,
          allergens: [],
          modifiers: [{ ...modifier('sauce', []), modifiers: [modifier('dukkah', ['sesame'])] }],
        },
        { id: 'unlisted', course: 1, allergens: null },
        { id: 'half', course: 1, allergens: [], modifiers: [modifier("chef's sauce", null)] },
        { id: 'listed', course: 1, allergens: ['milk'], modifiers: [modifier('salt', [])] },
      ],
    });
    const kinds = house.ticket().items.map((item) => [item.externalId, recipeAgainst(item, 'sesame').kind]);
    expect(Object.fromEntries(kinds)).toEqual({
      dish: 'conflict',
      no: 'conflict',
      deep: 'conflict',
      unlisted: 'not_listed',
      half: 'not_listed',
      listed: 'none_listed',
    });
  });

  test('[A8] a conflict rings and blocks until answered, who and when kept; a changed dish asks again', () => {
    const said: SaidTicket = {
      items: [{ id: 'bass', course: 1, seat: 2, allergens: [], modifiers: [modifier('tahini', ['sesame'])] }],
      allergies: [{ allergen: 'sesame', seat: 2 }],
    };
    const house = heardHouse(said);
    expect(house.events('allergy.conflict').map((event) => [event.external, event.what])).toEqual([
      ['bass', 'tahini'],
    ]);
    house.hear('2:sesame');
    expect(house.item('bass').startedAt).toBeNull();
    expect(house.bump('bass')).toBe('conflict_unanswered');
    const answer = {
      type: 'conflict.answer',
      ticket: house.ticket().id,
      item: house.item('bass').id,
      allergy: '2:sesame' as AllergyKey,
      seen: house.seq,
    } as const;
    house.say({ ...answer, answer: 'made_without' }, cook(grill));
    expect(house.item('bass').conflicts[0]?.answer).toEqual({
      answer: 'made_without',
      by: 'grill',
      at: EVENING,
    });
    expect(house.bump('bass')).toBe('applied');

    const again = heardHouse(said);
    again.say({ ...answer, ticket: again.ticket().id, answer: 'swapped' }, cook(grill));
    again.put({
      ...said,
      items: [
        {
          id: 'bass',
          course: 1,
          seat: 2,
          allergens: [],
          modifiers: [modifier('tahini', ['sesame']), modifier('salt', [])],
        },
      ],
    });
    again.hear('2:sesame');
    expect(again.bump('bass')).toBe('conflict_unanswered');
  });

  test('[A9] intolerance is asked once a ticket and station and refuses nothing; diet never', () => {
    const house = heardHouse({
      ...sesameSeat2,
      items: [{ id: 'bass', course: 1, seat: 2, allergens: ['milk'] }],
      allergies: [
        { allergen: 'milk', severity: 'intolerance', seat: 2 },
        { allergen: 'vegan', severity: 'diet', seat: 2 },
      ],
    });
    expect(house.events('allergy.conflict')).toEqual([]);
    expect(house.hear('2:milk')).toBe('applied');
    expect(house.hear('2:milk')).toBe('noop');
    expect(house.ticket().allergies.find((one) => one.key === '2:milk')?.askedOnce).toEqual([grill]);
    expect(house.hear('2:vegan')).toBe('noop');
    const unasked = heardHouse({
      ...sesameSeat2,
      allergies: [{ allergen: 'milk', severity: 'intolerance', seat: 2 }],
    });
    expect(unasked.bump('bass', grill)).toBe('applied');
  });

  test('[A10] naming the seat narrows it and is heard anew: by a person, or by the POS in one put', () => {
    const noSeat: SaidTicket = { ...sesameSeat2, allergies: [{ allergen: 'sesame', seat: null }] };
    const house = heardHouse(noSeat);
    house.hear('?:sesame', grill);
    const name = {
      type: 'allergy.seat',
      ticket: house.ticket().id,
      allergy: '?:sesame' as AllergyKey,
      seat: 2,
      seen: house.seq,
    } as const;
    expect(house.say(name, expo)).toBe('applied');
    expect(house.ticket().allergies.map((one) => one.key)).toEqual(['2:sesame']);
    expect(house.bump('ribeye', grill)).toBe('applied');
    expect(house.bump('bass', grill)).toBe('allergy_unheard');

    const byPos = heardHouse(noSeat);
    byPos.put(sesameSeat2);
    expect(byPos.ticket().allergies.map((one) => one.key)).toEqual(['2:sesame']);
  });

  test('[A11] graver is heard anew, milder never lowers', () => {
    const house = heardHouse();
    house.hear('2:sesame', grill);
    house.put({ ...sesameSeat2, allergies: [{ allergen: 'sesame', severity: 'diet', seat: 2 }] });
    expect(house.ticket().allergies[0]?.severity).toBe('allergy');
    house.put({
      ...sesameSeat2,
      allergies: [{ allergen: 'sesame', severity: 'anaphylaxis', seat: 2, words: 'EpiPen!' }],
    });
    expect(house.ticket().allergies[0]).toMatchObject({ severity: 'anaphylaxis', words: 'EpiPen!' });
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
  });

  test('[A12] a press made before the allergy was added or made graver has not read it', () => {
    const house = heardHouse({ ...sesameSeat2, allergies: [] });
    const seen = house.seq;
    house.put(sesameSeat2);
    const hear = {
      type: 'allergy.hear',
      ticket: house.ticket().id,
      station: grill,
      allergies: ['2:sesame' as AllergyKey],
    } as const;
    expect(house.say({ ...hear, portions: portions(house, 'bass'), seen }, cook(grill))).toBe('noop');
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
  });

  test('[A13] groups match members and members their group; other words match as words', () => {
    expect(allergensMatch('gluten', 'wheat')).toBe(true);
    expect(allergensMatch('almond', 'tree_nut')).toBe(true);
    expect(allergensMatch('almond', 'hazelnut')).toBe(false);
    expect(normaliseAllergen('  Tree  Nut ')).toBe('tree_nut');
    expect(normaliseAllergen('Red  Dye 40')).toBe('red dye 40');
  });

  test('a hearing counts only for the food and allergy it names', () => {
    const house = heardHouse({
      ...sesameSeat2,
      allergies: [
        { allergen: 'sesame', seat: 2 },
        { allergen: 'milk', seat: 2 },
      ],
    });
    house.hear('2:sesame', grill);
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
    house.hear('2:milk', grill);
    expect(house.bump('bass', grill)).toBe('applied');
  });
});
