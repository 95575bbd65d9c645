import { describe, expect, it, test } from 'vitest';
import { gapsOf } from '../../../shared/bookings/bookingFields.ts';
import { hasHeader, proposeColumns, questionsOf } from '../../../shared/bookings/proposeMapping.ts';

/** Heading = what it should be taken for. */
const read = (text: string) => text.split(', ').map((pair) => pair.split('=') as [string, string]);

describe('columns are proposed', () => {
  test.each([
    [
      'an OpenTable export',
      'Visit Date=date, Visit Time=time, First Name=firstName, Last Name=lastName, Phone=phone, Email=email, Party Size=covers, Table=tables, Status=state, Server=server, Guest Requests=guestNotes, Visit Notes=guestNotes, Visit Tags=tags, Confirmation #=id, Created Date=-',
    ],
    [
      'OpenTable’s own field names',
      'id=id, scheduled_time=when, party_size=covers, table_number=tables, guest_request=guestNotes, notes_food_and_drink=notes, state=state, created_date=-',
    ],
    [
      'SevenRooms',
      'Reservation Date=date, Arrival Time=time, Client=name, Max Guests=covers, Reference Code=id, Client Requests=guestNotes, VIP=vip, Duration=minutes, Table Numbers=tables',
    ],
    [
      'Resy',
      'Reservation Date=date, Time=time, Guest Name=name, Party Size=covers, Mobile Phone=phone, Email Address=email, Special Requests=guestNotes, Guest Tags=tags, Status=state, Last Visit Notes=-',
    ],
    [
      'TheFork',
      'Date=date, Heure=time, Couverts=covers, Nom=lastName, Prénom=firstName, Téléphone=phone, Email=email, Commentaire client=guestNotes, Statut=state, Allergies=allergies, N° réservation=id, Date de création=-',
    ],
    [
      'a Spanish list of one’s own',
      'FECHA=date, Hora=time, Nº personas=covers, Nombre=firstName, Apellidos=lastName, Móvil=phone, Correo electrónico=email, Mesa=tables, Observaciones=guestNotes, Alergias e intolerancias=allergies, Estado=state, Localizador=id',
    ],
  ])('from the headings of %s', (_what, list) => {
    const pairs = read(list);
    const proposed = proposeColumns(
      pairs.map(([heading]) => heading),
      [],
    );
    const known = pairs.filter(([, field]) => field !== '-');
    expect(known.map(([heading, field]) => [heading, field])).toEqual(
      known.map(([heading]) => [heading, proposed[pairs.findIndex((pair) => pair[0] === heading)]]),
    );
    for (const [heading] of pairs.filter((pair) => pair[1] === '-' && /creat|créat/iu.test(pair[0])))
      expect(proposed[pairs.findIndex((pair) => pair[0] === heading)]).toBeNull();
  });

  it('from what is in them where there is no header', () => {
    const rows = [
      ['Ana Ruiz', '03/09/2026', '19:30', '4', '+34 600 000 000', 'ana@example.org'],
      ['Bo Li', '04/09/2026', '20:00', '2', '600 000 001', ''],
    ];
    expect(hasHeader(rows)).toBe(false);
    expect(proposeColumns(null, rows)).toEqual(['name', 'date', 'time', 'covers', 'phone', 'email']);
    expect(proposeColumns(null, [['2026-09-03T19:30:00Z', '4', 'Ana Ruiz']])).toEqual([
      'when',
      'covers',
      'name',
    ]);
  });

  it('a header is known by its words, and unknown words over digits are one too', () => {
    expect(
      hasHeader([
        ['Name', 'Date'],
        ['Ana', 'soon'],
      ]),
    ).toBe(true);
    expect(
      hasHeader([
        ['Wer', 'Wann'],
        ['Ana', '03/09/2026'],
      ]),
    ).toBe(true);
    expect(
      hasHeader([
        ['Ana', 'table 4'],
        ['Bo', 'table 5'],
      ]),
    ).toBe(false);
  });
});

test('every row is looked at before the order of day and month is asked', () => {
  const rows = [...Array.from({ length: 500 }, () => ['03/04/2026', '7:30']), ['25/04/2026', '20:00']];
  const questions = questionsOf(['date', 'time'], rows);
  expect(questions.orders.map(({ order }) => order)).toEqual(['dmy']);
  expect(questions.clock).toBeNull();
  const open = questionsOf(['date', 'time'], rows.slice(0, 500));
  expect(open.orders).toHaveLength(2);
  expect(open.clock).toBe('7:30');
});

test('what is still to be said stands in the way', () => {
  const said = { dateOrder: null, clock: null, consent: {} };
  const open = { dateOrder: true, clock: true, consent: [] };
  expect(gapsOf({ columns: ['covers', null] }, said, open)).toEqual([
    'name',
    'date',
    'time',
    'dateOrder',
    'clock',
  ]);
  const all = { columns: ['lastName', 'covers', 'when'] as const };
  expect(
    gapsOf({ columns: [...all.columns] }, { dateOrder: 'dmy', clock: 'written', consent: {} }, open),
  ).toEqual([]);
});

test('the words of a column of consent are asked, each once, and notes are no such words', () => {
  const columns = proposeColumns(['Name', 'Consent', 'Marketing consent'], []);
  expect(columns).toEqual(['name', 'consent', null]);
  const rows = ['Yes', 'no', ' YES', '', 'No'].map((cell) => [cell]);
  const { consents } = questionsOf(['consent'], rows);
  expect(consents).toEqual(['Yes', 'no']);
  const file = { dateOrder: false, clock: false, consent: consents };
  const said = (consent: Record<string, boolean>) => ({ dateOrder: null, clock: null, consent });
  expect(gapsOf({ columns: ['consent'] }, said({ yes: true }), file)).toContain('consent');
  expect(gapsOf({ columns: ['consent'] }, said({ yes: true, no: false }), file)).not.toContain('consent');
  const notes = Array.from({ length: 20 }, (_, n) => [`note ${n}`]);
  expect(questionsOf(['consent'], notes).consents).toEqual([]);
});
