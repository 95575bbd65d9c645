import { describe, expect, it, test } from 'vitest';
import type { BookingField, BookingMapping } from '../../../shared/bookings/bookingFields.ts';
import { readAllergies } from '../../../shared/bookings/readAllergies.ts';
import { readRow } from '../../../shared/bookings/readRow.ts';
import { readState } from '../../../shared/bookings/readState.ts';
import { OutsideParty } from '../../../shared/protocol/outside/party.ts';

const USUAL = { name: 'Ana Ruiz', covers: '4', date: '03/09/2026', time: '19:30' };
type Cells = Partial<Record<BookingField, string>>;

function rowOf(cells: Cells, more: Partial<BookingMapping> = {}) {
  const columns = Object.keys(cells) as BookingField[];
  const mapping: BookingMapping = {
    hasHeader: true,
    columns,
    dateOrder: 'dmy',
    clock: 'written',
    consent: {},
    source: 'csv',
    ...more,
  };
  const context = { mapping, timeZone: 'Europe/Madrid', digest: (text: string) => `<${text}>` };
  return readRow(
    columns.map((field) => cells[field] ?? ''),
    7,
    context,
  );
}

function partyOf(cells: Cells, more: Partial<BookingMapping> = {}) {
  const reading = rowOf({ ...USUAL, ...cells }, more);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.party;
}

function problemsOf(cells: Cells) {
  const reading = rowOf({ ...USUAL, ...cells });
  return reading.ok ? [] : reading.problems.map(({ code, field }) => `${field}: ${code}`);
}

test('consent is what a person said its words mean, and nothing is guessed', () => {
  const consent = { si: true, no: false };
  expect(partyOf({ consent: 'SÍ' }, { consent })).toMatchObject({ consent: true });
  expect(partyOf({ consent: ' no' }, { consent })).toMatchObject({ consent: false });
  for (const cell of ['', 'yes', 'constructor'])
    expect(partyOf({ consent: cell }, { consent })).not.toHaveProperty('consent');
});

describe('[S90] a row is a party as any bookings system puts it', () => {
  it('with all that its columns say', () => {
    const party = partyOf({
      phone: '+34 611 222 333',
      email: 'ana@example.org',
      tables: '12, 13',
      notes: 'no coriander',
      guestNotes: 'window, please',
      allergies: 'sesame; kiwi',
      vip: 'sí',
      occasion: 'birthday',
      tags: 'regular|wine',
      server: 'Mara',
      minutes: '1h30',
      state: 'Confirmada',
      id: 'R-1',
    });
    expect(party).toEqual({
      source: 'csv',
      id: 'R-1',
      state: 'confirmed',
      name: 'Ana Ruiz',
      covers: 4,
      at: '2026-09-03T17:30:00.000Z',
      phone: '+34 611 222 333',
      email: 'ana@example.org',
      notes: 'no coriander',
      guestNotes: 'window, please',
      occasion: 'birthday',
      server: 'Mara',
      durationMinutes: 90,
      vip: true,
      tables: ['12', '13'],
      tags: ['regular', 'wine'],
      allergies: [
        { allergen: 'sesame', words: 'sesame' },
        { allergen: 'kiwi', words: 'kiwi' },
      ],
    });
    expect(OutsideParty.safeParse(party).success).toBe(true);
  });

  it('first and last name are one name', () => {
    const { name: _, ...rest } = USUAL;
    const reading = rowOf({ ...rest, firstName: 'Ana', lastName: 'Ruiz' });
    expect(reading.ok && reading.party.name).toBe('Ana Ruiz');
  });

  it('a cell with its own offset needs no time zone', () => {
    const reading = rowOf({ name: 'A', covers: '2', when: '2026-09-03T19:30:00-04:00' });
    expect(reading.ok && reading.party.at).toBe('2026-09-03T23:30:00.000Z');
  });

  it('a day as a spreadsheet writes it, with its midnight, is the day', () => {
    expect(partyOf({ date: '03/09/2026 00:00:00' }).at).toBe('2026-09-03T17:30:00.000Z');
  });

  it('without a number it is known by name, time and phone, however they are written', () => {
    const { id } = partyOf({ phone: '611 222 333' });
    expect(partyOf({ phone: '611-222-333', name: 'ANA  RUÍZ', covers: '6' }).id).toBe(id);
    expect(partyOf({ phone: '611 222 333', time: '20:00' }).id).not.toBe(id);
    expect(partyOf({ phone: '611 222 334' }).id).not.toBe(id);
  });
});

describe('[S92] what is wrong with a row is said by its column', () => {
  test.each<[string, Cells, string]>([
    ['no name', { name: ' ' }, 'name: name_missing'],
    ['no covers', { covers: '' }, 'covers: covers_missing'],
    ['covers in words', { covers: 'four' }, 'covers: covers_unread'],
    ['no covers at all', { covers: '0' }, 'covers: covers_unread'],
    ['no day', { date: '' }, 'date: date_missing'],
    ['a day that is none', { date: '31/02/2026' }, 'date: date_unread'],
    ['no time', { time: '' }, 'time: time_missing'],
    ['a time that is none', { time: '26:00' }, 'time: time_unread'],
    ['an hour the clock skips', { date: '29/03/2026', time: '02:30' }, 'time: time_skipped'],
    ['a length that is none', { minutes: 'long' }, 'minutes: minutes_unread'],
    ['neither yes nor no', { vip: 'perhaps' }, 'vip: yes_no_unread'],
    ['no address', { email: 'ana at home' }, 'email: email_unread'],
    ['a note nobody reads', { guestNotes: 'x'.repeat(2_001) }, 'guestNotes: too_long'],
    ['a name nobody has', { name: 'x'.repeat(501) }, 'name: too_long'],
  ])('%s', (_what, cells, problem) => {
    expect(problemsOf(cells)).toEqual([problem]);
  });

  it('all of it at once, with row, column and what stands there, but never a card number', () => {
    const reading = rowOf({ ...USUAL, covers: '4111 1111 1111 1111', date: 'soon' });
    expect(reading).toEqual({
      ok: false,
      problems: [
        { row: 7, column: 2, field: 'covers', code: 'covers_unread', found: '[card removed]' },
        { row: 7, column: 3, field: 'date', code: 'date_unread', found: 'soon' },
      ],
    });
  });

  it('cells beyond the columns', () => {
    const mapping = { columns: ['name', 'covers', 'date', 'time'] as BookingField[] };
    const context = {
      mapping: {
        ...mapping,
        hasHeader: true,
        dateOrder: 'dmy',
        clock: null,
        consent: {},
        source: 'csv',
      } as const,
      timeZone: 'Europe/Madrid',
      digest: (text: string) => text,
    };
    const mapped = { ...context, mapping: { ...context.mapping, columns: mapping.columns } };
    const cells = ['Ana', '4', '03/09/2026', '19:30'];
    expect(readRow([...cells, ''], 2, mapped).ok).toBe(true);
    expect(readRow([...cells, 'more'], 2, mapped)).toMatchObject({
      problems: [{ code: 'cells', found: '5' }],
    });
  });

  test.each([
    ['4 pax', 4],
    ['4.0', 4],
    ['2+2', 4],
    ['12 personas', 12],
  ])('%s covers', (covers, count) => {
    expect(partyOf({ covers }).covers).toBe(count);
  });
});

describe('[S93] [P5] an allergy in a cell is never only text', () => {
  test.each<[string, object[]]>([
    ['none', []],
    ['Sin alergias', []],
    [
      'NUTS',
      [
        { allergen: 'tree_nut', words: 'NUTS' },
        { allergen: 'peanut', words: 'NUTS' },
      ],
    ],
    ['lactose intolerance', [{ allergen: 'milk', severity: 'intolerance', words: 'lactose intolerance' }]],
    ['vegan', [{ allergen: 'vegan', severity: 'diet', words: 'vegan' }]],
    [
      'egg allergy, anaphylactic: peanut',
      [
        { allergen: 'egg', severity: 'allergy', words: 'egg allergy' },
        { allergen: 'peanut', severity: 'anaphylaxis', words: 'anaphylactic: peanut' },
      ],
    ],
    [
      'Kiwi y plátano',
      [
        { allergen: 'Kiwi', words: 'Kiwi' },
        { allergen: 'plátano', words: 'plátano' },
      ],
    ],
    [
      'allergic to sumac',
      [{ allergen: 'allergic to sumac', severity: 'allergy', words: 'allergic to sumac' }],
    ],
  ])('%s', (cell, allergies) => {
    expect(readAllergies(cell)).toEqual(allergies);
  });

  it('is read in notes and tags too where they call it one', () => {
    const { allergies } = partyOf({
      guestNotes: 'window seat. Severe nut allergy!',
      tags: 'Shellfish Allergy',
    });
    expect(allergies).toMatchObject([
      { allergen: 'tree_nut', severity: 'allergy', words: 'Severe nut allergy!' },
      { allergen: 'peanut', severity: 'allergy' },
      { allergen: 'crustacean', severity: 'allergy' },
      { allergen: 'mollusc', severity: 'allergy' },
    ]);
    expect(partyOf({ guestNotes: 'loves our peanut sauce' }).allergies).toBeUndefined();
  });
});

test.each([
  ['Confirmed', 'confirmed'],
  ['NO SHOW', 'no_show'],
  ['Canceled by guest', 'cancelled'],
  ['Annulée', 'cancelled'],
  ['ARRIVED_PARTIAL', 'partly_arrived'],
  ['', 'booked'],
  ['Mystery', 'Mystery'],
])('state %j is %s', (cell, state) => {
  expect(readState(cell)).toBe(state);
});
