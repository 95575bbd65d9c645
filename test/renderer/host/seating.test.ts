import { describe, expect, test } from 'vitest';
import {
  type Picking,
  pickCommand,
  pickProblem,
  pickTables,
  withPicked,
} from '../../../renderer/screens/host/seat/pickModel.ts';
import {
  blankDraft,
  draftProblem,
  mustAsk,
  seatCommand,
} from '../../../renderer/screens/host/seat/seatDraft.ts';
import { seatWords } from '../../../renderer/screens/host/seat/seatWords.ts';
import { chitSpeech } from '../../../renderer/ui/chit/chitSpeech.ts';
import { eveningOf, judgeTables } from '../../../shared/domain/selectors/judgeTables.ts';
import { DoorHouse, host, secondHost } from '../../support/doorHouse.ts';
import { EVENING, HOUR, MINUTE } from '../../support/house.ts';

const offerAt = (house: DoorHouse, tables: string[], id = 'r1') =>
  judgeTables(eveningOf(house.state, house.config, house.now), house.party(id), tables);

function said(house: DoorHouse, tables: string[], language: 'en' | 'es' = 'en') {
  const speech = {
    ...chitSpeech(language, 'UTC'),
    has: () => true,
    number: String,
    stationName: (id: string) => id.toUpperCase(),
  };
  const nameOf = (party: unknown) => (party === house.party('next').id ? 'Okafor' : '?');
  return seatWords(offerAt(house, tables), speech, nameOf, house.now);
}

describe('the sentence of a proposal', () => {
  test('is made of its reasons in the language of the screen, and what must be said stands apart', () => {
    const house = new DoorHouse();
    house.say({ type: 'server.assign', server: 'Ana', sections: ['B'] }, host);
    house.book({ covers: 4, at: EVENING });
    house.book({ id: 'next', covers: 12, at: EVENING + HOUR, tables: ['14'], locked: true });
    expect(said(house, ['13'])).toEqual({
      why: 'Table 13: fits 4, Ana is next in rotation, the kitchen has room until 20:00',
      warnings: [],
    });
    expect(said(house, ['14', '15'])).toEqual({
      why: 'Tables 14 + 15: 8 chairs for 4, pushed together for them, Ana is next in rotation, the kitchen has room until 20:00',
      warnings: ['Promised to Okafor for 20:00'],
    });
    expect(said(house, ['13'], 'es').why).toBe(
      'Mesa 13: justa para 4, a Ana le toca, la cocina tiene hueco hasta las 20:00',
    );
  });
});

describe('SEAT', () => {
  test('goes without a question, unless an allergy has no seat or a reason is wanted', () => {
    const house = new DoorHouse();
    house.book({ allergies: [{ allergen: 'egg', seat: 2 }] });
    expect(mustAsk(house.party(), offerAt(house, ['12']))).toBe(false);
    house.book({ id: 'open', allergies: [{ allergen: 'egg' }] });
    expect(mustAsk(house.party('open'), offerAt(house, ['12'], 'open'))).toBe(true);
    house.book({ id: 'many', covers: 13 });
    const many = offerAt(house, ['12', '13'], 'many');
    expect(mustAsk(house.party('many'), many)).toBe(true);
    const draft = blankDraft(house.party('many'));
    expect(draftProblem(draft, many)).toBe('why');
    expect(draftProblem({ ...draft, reason: '  ' }, many)).toBe('why');
    expect(draftProblem({ ...draft, reason: 'regulars' }, many)).toBe(null);
  });

  test('says covers, server, whose an allergy is and why, and is taken by the hub', () => {
    const house = new DoorHouse();
    house.say({ type: 'server.assign', server: 'Mara', sections: ['A'] }, host);
    house.book({ covers: 13, allergies: [{ allergen: 'egg' }, { allergen: 'soy' }] });
    const draft = { covers: 14, server: null, seats: { egg: 3, soy: 15 }, reason: ' regulars ' };
    const command = seatCommand(house.party(), offerAt(house, ['12', '13']), draft, house.seq);
    expect(command).toMatchObject({
      tables: ['12', '13'],
      covers: 14,
      server: 'Mara',
      seats: [{ allergen: 'egg', seat: 3 }],
      reason: 'regulars',
    });
    expect(house.say(command, host)).toBe('applied');
    expect(house.party().live).toMatchObject({ covers: 14, server: 'Mara', tables: ['12', '13'] });
    expect(house.party().live.allergies).toMatchObject([
      { allergen: 'soy', seat: null },
      { allergen: 'egg', seat: 3 },
    ]);
  });

  test('is not pressed where somebody sits by now', () => {
    const house = new DoorHouse();
    house.book({});
    house.book({ id: 'r2' });
    house.seat('r2', ['12'], secondHost);
    expect(draftProblem(blankDraft(house.party()), offerAt(house, ['12']))).toBe('stopped');
  });
});

describe('picking tables', () => {
  const marks = (house: DoorHouse, picking: Picking) =>
    Object.fromEntries(
      pickTables(house.state, house.config, picking).map(({ table, mark, mayPick }) => [
        table,
        `${mark}${mayPick ? '' : ' no'}`,
      ]),
    );
  const evening = () => {
    const house = new DoorHouse();
    house.book({ covers: 2 });
    house.book({ id: 'r2', covers: 2 });
    house.seat('r1', ['10']);
    house.seat('r2', ['11']);
    house.say({ type: 'table.mark', table: '12', state: 'dirty', reason: null, until: null }, host);
    house.say({ type: 'table.mark', table: '13', state: 'blocked', reason: 'wobbly', until: null }, host);
    house.say({ type: 'table.combine', tables: ['14', '15'] }, host);
    return house;
  };
  const picking = (house: DoorHouse, purpose: Picking['purpose'], tables: string[] = []): Picking => ({
    purpose,
    party: purpose === 'combine' ? null : house.party().id,
    tables,
  });

  test('lights what fits what it is for', () => {
    const house = evening();
    expect(marks(house, picking(house, 'seat'))).toEqual({
      10: 'own no',
      11: 'taken no',
      12: 'dirty',
      13: 'blocked no',
      14: 'free',
      15: 'free',
    });
    expect(marks(house, picking(house, 'move'))).toMatchObject({ 10: 'own', 11: 'taken no', 14: 'free' });
    expect(marks(house, picking(house, 'swap'))).toMatchObject({ 10: 'own no', 11: 'taken', 14: 'free no' });
    expect(marks(house, picking(house, 'combine'))).toMatchObject({ 10: 'taken', 13: 'blocked no' });
  });

  test('takes tables that stand together as one, and another touch gives them back', () => {
    const house = evening();
    const none = picking(house, 'move');
    const both = withPicked(house.state, none, '15');
    expect(both.tables).toEqual(['14', '15']);
    expect(withPicked(house.state, both, '12').tables).toEqual(['14', '15', '12']);
    expect(withPicked(house.state, both, '14').tables).toEqual([]);
  });

  test('ends in a press that the hub takes', () => {
    const house = evening();
    const press = (purpose: Picking['purpose'], tables: string[]) => {
      const command = pickCommand(house.state, picking(house, purpose, tables), house.seq);
      return command === null ? null : house.say(command, host);
    };
    expect(press('move', [])).toBe(null);
    expect(press('swap', withPicked(house.state, picking(house, 'swap'), '11').tables.slice())).toBe(
      'applied',
    );
    expect([house.party().live.tables, house.party('r2').live.tables]).toEqual([['11'], ['10']]);
    expect(press('move', ['14', '15'])).toBe('applied');
    expect(pickProblem(house.state, picking(house, 'combine', ['10', '14']))).toBe('two_parties');
    expect(pickProblem(house.state, picking(house, 'combine', ['10']))).toBe('one');
    expect(press('combine', ['10', '12'])).toBe('applied');
    expect(house.party('r2').live.tables).toEqual(['10', '12']);
    house.later(MINUTE);
  });
});
