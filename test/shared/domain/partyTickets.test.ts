import { describe, expect, test } from 'vitest';
import type { TicketAllergy } from '../../../shared/domain/model/ticket.ts';
import { DoorHouse, host } from '../../support/doorHouse.ts';
import { expo, fry, grill, HOUR, MINUTE, pos, putContent, type SaidTicket } from '../../support/house.ts';

const PEANUT = { allergen: 'peanut', severity: 'anaphylaxis', words: 'carries a pen' };
const two = [
  { id: 'soup', course: 1, seat: 1 },
  { id: 'bass', course: 2, seat: 2, stations: ['grill', 'fry'] },
];
const on = (house: DoorHouse, id = 'T1') => house.ticket(id).allergies.map(({ key }: TicketAllergy) => key);
const put = (house: DoorHouse, said: SaidTicket = {}) => house.put({ items: two, ...said });
const question = (house: DoorHouse) => Object.values(house.state.door.questions)[0];
const match = (house: DoorHouse, id: string | null) =>
  house.say(
    { type: 'party.match', ticket: house.ticket().id, party: id === null ? null : house.party(id).id },
    host,
  );
function seated(said: Parameters<DoorHouse['book']>[0] = {}): DoorHouse {
  const house = new DoorHouse();
  house.book({ allergies: [PEANUT], ...said });
  house.seat('r1', ['12']);
  return house;
}

describe('a booking’s allergy in the kitchen', () => {
  test('[S20] is on the ticket before anything is fired, through every course, though the POS sent none', () => {
    const house = seated();
    put(house);
    expect(on(house)).toEqual(['?:peanut']);
    expect(house.ticket().allergies[0]).toMatchObject({
      severity: 'anaphylaxis',
      words: 'carries a pen',
      isLate: false,
      isOurs: true,
    });
    const types = house.types();
    expect(types.indexOf('allergy.added')).toBeLessThan(types.indexOf('course.fired'));
    expect(house.bump('soup')).toBe('allergy_unheard');
    house.hear('?:peanut', grill, ['soup']);
    expect(house.bump('soup')).toBe('applied');
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo);
    expect(house.bump('bass', fry)).toBe('allergy_unheard');
    expect(house.bump('bass', grill)).toBe('allergy_unheard');
    house.hear('?:peanut', fry, ['bass']);
    expect(house.bump('bass', fry)).toBe('applied');
  });

  test('[S20] by the seat a host named, and a seat named in the kitchen holds for the next ticket', () => {
    const house = new DoorHouse();
    house.book({ allergies: [PEANUT, { allergen: 'milk' }] });
    const party = house.party().id;
    house.say(
      {
        type: 'party.seat',
        party,
        tables: ['12'],
        covers: null,
        server: null,
        seats: [{ allergen: 'peanut', seat: 2 }],
        reason: null,
        seen: house.seq,
      },
      host,
    );
    put(house);
    expect(on(house).sort()).toEqual(['2:peanut', '?:milk']);
    const milk = house.ticket().allergies.find(({ allergen }) => allergen === 'milk');
    if (!milk) throw new Error('no milk');
    const named = { type: 'allergy.seat', ticket: house.ticket().id, allergy: milk.key, seat: 1 } as const;
    house.say({ ...named, seen: house.seq }, expo);
    put(house, { id: 'T2' });
    expect(on(house, 'T2').sort()).toEqual(['1:milk', '2:peanut']);
  });

  test('[S21] adds up with what the POS says, and what is said at the table meets food under way', () => {
    const house = seated({ allergies: [{ allergen: 'sesame', severity: 'intolerance' }] });
    put(house, {
      allergies: [
        { allergen: 'sesame', severity: 'allergy' },
        { allergen: 'egg', seat: 2 },
      ],
    });
    expect(house.ticket().allergies).toMatchObject([
      { key: '?:sesame', severity: 'allergy', isSaidByPos: true },
      { key: '2:egg' },
    ]);
    house.hear('?:sesame');
    house.bump('soup');
    house.book({ allergies: [{ allergen: 'sesame', severity: 'intolerance' }, PEANUT] });
    expect(on(house)).toContain('?:peanut');
    expect(house.ticket().allergies.find(({ allergen }) => allergen === 'peanut')?.isLate).toBe(true);
  });

  test('[S22] taken off by a person it comes to no further ticket, until it is graver', () => {
    const house = seated({ allergies: [{ allergen: 'egg', severity: 'intolerance' }] });
    put(house);
    const about = { ticket: house.ticket().id, allergen: 'egg', seat: null, by: 'Ana' };
    expect(house.say({ type: 'allergy.withdraw', ...about }, expo)).toBe('applied');
    put(house, { server: 'Ivo' });
    put(house, { id: 'T2' });
    expect([on(house), on(house, 'T2')]).toEqual([[], []]);
    house.book({ allergies: [{ allergen: 'egg', severity: 'anaphylaxis' }] });
    expect([on(house), on(house, 'T2')]).toEqual([['?:egg'], ['?:egg']]);
  });

  test('[S22] taken off the party it leaves its tickets, but not what the POS says too', () => {
    const house = seated({ allergies: [PEANUT, { allergen: 'egg' }] });
    put(house, { allergies: [{ allergen: 'egg' }] });
    for (const allergen of ['peanut', 'egg']) {
      const about = { party: house.party().id, allergen, seat: null, by: 'Ana' };
      expect(house.say({ type: 'party.withdraw', ...about }, host)).toBe('applied');
    }
    expect(on(house)).toEqual(['?:egg']);
    put(house, { id: 'T2' });
    expect(on(house, 'T2')).toEqual([]);
  });
});

describe('whose ticket it is', () => {
  test('[S14] of who sits at its table; of the party the POS names, who then sits there', () => {
    const house = seated();
    put(house);
    expect(house.party().live.tickets).toEqual([house.ticket().id]);
    house.book({ id: 'r2', allergies: [{ allergen: 'egg' }] });
    house.say({ type: 'ticket.put', content: contentFor('T2', '14') }, pos);
    expect(house.party('r2').live.state).toBe('seated');
    expect(house.party('r2').live.tables).toEqual(['14']);
    expect(on(house, 'T2')).toEqual(['?:egg']);
    expect(house.events('cover.opened')).toHaveLength(1);
  });

  test('[S15] in doubt a person is asked, and until then the allergy counts', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], allergies: [PEANUT], at: house.now + 20 * MINUTE });
    put(house);
    expect(question(house)).toMatchObject({ table: '12', parties: [house.party().id] });
    expect(Object.keys(house.state.alerts)).toEqual([`party_question:${house.ticket().id}`]);
    expect(on(house)).toEqual(['?:peanut']);
    expect(house.party().live.state).toBe('booked');
    put(house, { server: 'Ivo' });
    expect(house.events('party.asked')).toHaveLength(1);
    expect(match(house, 'r1')).toBe('applied');
    expect(house.party().live).toMatchObject({ state: 'seated', tables: ['12'] });
    expect([house.state.door.questions, house.state.alerts]).toEqual([{}, {}]);
    expect(match(house, 'r1')).toBe('not_found');
  });

  test('[S15] it is not theirs: what counted in doubt goes, the guests are a walk-in, and nobody asks again', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], allergies: [PEANUT, { allergen: 'egg' }], at: house.now + 20 * MINUTE });
    put(house, { allergies: [{ allergen: 'egg' }] });
    expect(match(house, null)).toBe('applied');
    expect(on(house)).toEqual(['?:egg']);
    expect(house.latest()).toMatchObject({ kind: 'walk_in', live: { state: 'seated', tables: ['12'] } });
    put(house, { server: 'Ivo', allergies: [{ allergen: 'egg' }] });
    expect(house.party().live).toMatchObject({ state: 'booked', tickets: [] });
    expect(house.state.door.questions).toEqual({});
  });

  test('[S15] a ticket that the POS moves to who sits elsewhere is theirs: nobody asks any more, and their allergy stays', () => {
    const house = new DoorHouse();
    house.book({ id: 'sits', allergies: [PEANUT] });
    house.seat('sits', ['14']);
    house.book({ tables: ['12'], allergies: [PEANUT], at: house.now + 20 * MINUTE });
    put(house);
    expect(question(house)).toBeDefined();
    put(house, { table: '14' });
    expect(house.party('sits').live.tickets).toEqual([house.ticket().id]);
    expect([house.state.door.questions, house.state.alerts]).toEqual([{}, {}]);
    expect(match(house, null)).toBe('not_found');
    expect(on(house)).toEqual(['?:peanut']);
  });
  test('[S15] outside its time a booking is not asked about; after all is paid new guests are', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], at: house.now + 2 * HOUR });
    put(house);
    expect(question(house)).toBeUndefined();
    expect(house.latest()).toMatchObject({ kind: 'walk_in', live: { covers: 4, tables: ['12'] } });
    house.check('c1', 'paid');
    put(house, { id: 'T2' });
    expect(question(house)?.parties).toEqual([house.latest().id]);
  });

  test('[S16] seated a moment after the ticket came, it is theirs', () => {
    const house = new DoorHouse();
    house.book({ tables: ['12'], allergies: [PEANUT] });
    house.arrive();
    put(house);
    house.later(3 * MINUTE);
    expect(house.seat('r1', ['12'])).toBe('applied');
    expect(house.party().live.tickets).toEqual([house.ticket().id]);
    expect(house.state.door.questions).toEqual({});
    expect(on(house)).toEqual(['?:peanut']);
  });

  test('[S17] the POS moves the ticket to a free table: its party goes along; to others’ it is theirs', () => {
    const house = seated();
    put(house);
    put(house, { table: '14' });
    expect(house.party().live.tables).toEqual(['14']);
    house.book({ id: 'r2', allergies: [{ allergen: 'egg' }] });
    house.seat('r2', ['10']);
    put(house, { table: '10' });
    expect(house.party('r2').live.tickets).toEqual([house.ticket().id]);
    expect(house.party().live.tickets).toEqual([]);
    // Whoever was allergic still is: allergies only add up.
    expect(on(house).sort()).toEqual(['?:egg', '?:peanut']);
  });

  test('[S17] the host moves the party first: its ticket stays its own, and the next guests’ is theirs', () => {
    const house = seated();
    put(house);
    const move = { type: 'party.move', party: house.party().id, tables: ['14'], seen: house.seq } as const;
    expect(house.say(move, host)).toBe('applied');
    house.book({ id: 'r2' });
    house.seat('r2', ['12']);
    put(house, { server: 'Ivo' });
    put(house, { id: 'T2' });
    expect(house.party().live.tickets).toEqual([house.ticket('T1').id]);
    expect(house.party('r2').live.tickets).toEqual([house.ticket('T2').id]);
    put(house, { server: 'Ivo', table: '14' });
    expect(house.party().live.tables).toEqual(['14']);
  });

  test('[S18] closing writes covers, spend and comps back, and the feed has them', () => {
    const house = seated();
    put(house);
    house.check('c1', 'printed', { totalCents: 8_000 });
    house.check('c1', 'closed', { totalCents: 9_100, covers: 3 });
    expect(house.party().live).toMatchObject({
      covers: 3,
      checks: [{ id: 'c1', state: 'closed', totalCents: 9_100 }],
    });
    expect(house.party().live.state).toBe('seated');
    house.check('c2', 'paid', { tickets: ['T9'], totalCents: 1 });
    expect(house.party().live.checks).toHaveLength(1);
  });

  test('[S19] a house without a floor plan and without parties keeps no door', () => {
    const house = new DoorHouse();
    house.config = { ...house.config, floor: { ...house.config.floor, tables: [] } };
    put(house);
    expect(house.types().filter((type) => /^(?:party|cover|tables|server)\./u.test(type))).toEqual([]);
  });

  test('[D2] a night of it replays to the same state', () => {
    const house = seated();
    put(house);
    house.later(3 * HOUR).tick();
    expect(house.replayed()).toEqual(house.state);
  });
});

function contentFor(id: string, table: string) {
  const content = putContent({ id, table, items: two });
  return { ...content, head: { ...content.head, party: { source: 'bookings', id: 'r2' } } };
}
