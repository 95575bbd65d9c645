import { anItem, aTicket } from '../support/tickets.ts';

/** One message no POS should send, and a field that its answer must name. */
export interface Malformed {
  readonly event: string;
  readonly why: string;
  readonly argument: unknown;
  readonly path: string;
}

const NOT_A_TEXT: readonly unknown[] = [7, true, null, {}, ['x']];
const NOT_A_NUMBER: readonly unknown[] = ['7', true, null, {}, [7]];
const NOT_A_LIST: readonly unknown[] = ['x', 7, null, { 0: 'x' }];
const NOT_A_FLAG: readonly unknown[] = ['true', 1, null];
const BAD_IDS: readonly unknown[] = [
  '',
  'x'.repeat(201),
  'a\u0000b',
  'a\nb',
  'a\u007fb',
  '\ud800',
  ...NOT_A_TEXT,
];
const BAD_INSTANTS: readonly unknown[] = [
  '2026-05-01T19:30:00',
  '2026-05-01',
  '2026-02-31T19:30:00Z',
  'tonight',
  1_761_000_000_000,
  null,
];
const BAD_QUANTITIES: readonly unknown[] = [0, -1, 0.0001, 1.23456, 1e21, ...NOT_A_NUMBER];
const BAD_COUNTS: readonly unknown[] = [-1, 1.5, 1e300, ...NOT_A_NUMBER];
const BAD_ARGUMENTS: readonly unknown[] = [null, 'ticket', 7, true, [], [{}]];

const said = (value: unknown) => JSON.stringify(value)?.slice(0, 40) ?? 'nothing';

function fields(event: string, base: object, path: string, values: readonly unknown[]): Malformed[] {
  return values.map((value) => ({
    event,
    why: `${path} = ${said(value)}`,
    argument: withPath(base, path.split('.'), value),
    path,
  }));
}

function missing(event: string, base: object, names: readonly string[]): Malformed[] {
  return names.map((name) => {
    const { [name]: _gone, ...rest } = Object.fromEntries(Object.entries(base));
    return { event, why: `no ${name}`, argument: rest, path: name };
  });
}

function withPath(base: unknown, [step = '', ...rest]: string[], value: unknown): unknown {
  if (Array.isArray(base)) {
    const copy = [...base];
    copy[Number(step)] = rest.length > 0 ? withPath(copy[Number(step)], rest, value) : value;
    return copy;
  }
  const copy = Object.fromEntries(Object.entries(typeof base === 'object' && base !== null ? base : {}));
  copy[step] = rest.length > 0 ? withPath(copy[step], rest, value) : value;
  return copy;
}

const modifier = (level: number): object =>
  level === 0 ? { name: 'deepest' } : { name: `level ${level}`, modifiers: [modifier(level - 1)] };

function tickets(): Malformed[] {
  const base = aTicket({
    items: [
      anItem('a', { modifiers: [{ name: 'no salt' }] }),
      anItem('b', { allergies: [{ allergen: 'milk' }] }),
    ],
    courses: [{ number: 1 }],
    guests: [{ seat: 1, allergies: [{ allergen: 'egg' }] }],
    pickup: { kind: 'courier' },
  });
  const of = (path: string, values: readonly unknown[]) => fields('ticket.put', base, path, values);
  const now = new Date().toISOString();
  return [
    ...missing('ticket.put', base, ['source', 'id', 'number', 'channel', 'openedAt', 'items']),
    ...of('id', BAD_IDS),
    ...of('source', BAD_IDS),
    ...of('key', ['', 'x'.repeat(201), 5]),
    ...of('openedAt', BAD_INSTANTS),
    ...of('promisedAt', BAD_INSTANTS),
    ...of('courses.0.fireAt', BAD_INSTANTS),
    ...of('number', ['', '  ', ...NOT_A_TEXT]),
    ...of('revision', [1.5, '1', null]),
    ...of('covers', BAD_COUNTS),
    ...of('vip', NOT_A_FLAG),
    ...of('notes', ['x'.repeat(2001), 7]),
    ...of('customer', ['Ann', 7]),
    ...of(
      'party',
      [{ source: 'x' }].map((party) => party),
    ).map((bad) => ({ ...bad, path: 'party.id' })),
    ...of('items', NOT_A_LIST),
    ...of('items', [Array.from({ length: 501 }, (_, index) => anItem(`i${index}`))]),
    ...of('items.0', ['x', 7, null]),
    ...of('items.0.id', BAD_IDS),
    ...of('items.1.name', ['', ...NOT_A_TEXT]),
    ...of('items.1.quantity', BAD_QUANTITIES),
    ...of('items.1.seat', BAD_COUNTS),
    ...of('items.1.seats', NOT_A_LIST),
    ...of('items.1.course', BAD_COUNTS),
    ...of('items.1.notes', ['x'.repeat(2001)]),
    ...of('items.1.allergens', NOT_A_LIST),
    ...of('items.1.allergies.0.allergen', ['', ...NOT_A_TEXT]),
    ...of('items.1.allergies.0.crossContact', NOT_A_FLAG),
    ...of('items.0.modifiers', NOT_A_LIST),
    ...of('items.0.modifiers.0.name', ['', 7]),
    ...of('items.0.modifiers.0.quantity', BAD_QUANTITIES),
    ...of('items.0.movedFrom.id', ['', 7]),
    ...of('guests.0.seat', BAD_COUNTS),
    ...of('pickup.kind', [7, null]),
    ...of('items.1.id', ['a']),
    ...of('courses', [[{ number: 1 }, { number: 1 }]]).map((bad) => ({ ...bad, path: 'courses.1.number' })),
    {
      event: 'ticket.put',
      why: 'modifiers on five levels',
      argument: { ...base, openedAt: now, items: [anItem('a', { modifiers: [modifier(4)] })] },
      path: 'items.0.modifiers.0.modifiers.0.modifiers.0.modifiers.0.modifiers.0',
    },
  ];
}

function commands(): Malformed[] {
  const about = { source: 'till', id: 'x' };
  const refire = { ...about, item: 'a', reason: 'cold', key: 'k' };
  const check = { ...about, state: 'paid', at: '2026-05-01T19:30:00Z' };
  const withdraw = { ...about, allergen: 'milk', by: 'Ana' };
  return [
    ...missing('course.fire', { ...about, course: 1 }, ['source', 'id', 'course']),
    ...fields('course.hold', { ...about, course: 1 }, 'course', BAD_COUNTS),
    ...missing('item.fire', { ...about, items: ['a'] }, ['items']),
    ...fields('item.fire', { ...about, items: ['a'] }, 'items', [[], 'a', null]),
    ...fields('item.hold', { ...about, items: ['a'] }, 'items.0', BAD_IDS),
    ...missing('item.refire', refire, ['item', 'reason', 'key']),
    ...fields('item.refire', refire, 'quantity', BAD_QUANTITIES),
    ...missing('ticket.void', about, ['source', 'id']),
    ...fields('ticket.void', about, 'revision', [1.5, 'x']),
    ...missing('allergy.answer', { ...about, question: 'p1', answer: 'taste' }, ['question', 'answer']),
    ...missing('allergy.withdraw', withdraw, ['allergen', 'by']),
    ...missing('check.put', check, ['state', 'at']),
    ...fields('check.put', check, 'at', BAD_INSTANTS),
    ...fields('check.put', check, 'totalCents', [1.5, '12']),
    ...fields('check.put', check, 'tickets', NOT_A_LIST),
    ...missing('feed.ack', { seq: 1 }, ['seq']),
    ...fields('feed.ack', { seq: 1 }, 'seq', BAD_COUNTS),
    ...fields('feed.resume', {}, 'after', BAD_COUNTS),
    ...fields('feed.resume', {}, 'epoch', [7, '']),
  ];
}

const EVENTS = [
  'ticket.put',
  'ticket.void',
  'course.fire',
  'course.hold',
  'item.fire',
  'item.hold',
  'item.refire',
  'allergy.answer',
  'allergy.withdraw',
  'check.put',
  'feed.resume',
  'feed.ack',
];

function shapes(): Malformed[] {
  return EVENTS.flatMap((event) =>
    BAD_ARGUMENTS.map((argument) => ({
      event,
      why: `argument ${said(argument)}`,
      argument,
      path: 'argument',
    })),
  );
}

export const MALFORMED: readonly Malformed[] = [...tickets(), ...commands(), ...shapes()];
