import { describe, expect, test } from 'vitest';
import type { Event, EventBody } from '../../../../shared/domain/events/event.ts';
import { AllergyKey, ItemId, StationId, TicketId } from '../../../../shared/lib/ids.ts';
import { mayHear } from '../../../../shared/protocol/outside/feedAudience.ts';
import { outsideMessage } from '../../../../shared/protocol/outside/feedMessage.ts';

const ticket = TicketId.parse('inside-ticket');
const item = ItemId.parse('i1');
const grill = StationId.parse('grill');
const sesame = AllergyKey.parse('2:sesame');
const at = Date.parse('2026-05-01T19:30:00Z');

const eventOf = (body: EventBody): Event => ({
  seq: 41,
  id: '1-41',
  at,
  v: 1,
  by: 'grill',
  cmd: 'inside-command',
  ref: { source: 'till', id: 'T1' },
  ...body,
});
const food = { ticket, item, external: 'a', batch: 1, quantity: 2 };
const course = { ticket, course: 2, cause: 'time' as const };
const allergy = {
  key: sesame,
  allergen: 'sesame',
  severity: 'anaphylaxis',
  crossContact: true,
  words: 'all seeds',
  seat: 2,
  addedAt: at,
  addedSeq: 40,
  isLate: false,
  isSaidByPos: true,
  askedOnce: [],
  isOurs: false,
};

const TOLD: ReadonlyArray<readonly [EventBody, object]> = [
  [{ type: 'ticket.listed', ticket, station: grill, version: 40 }, { station: 'grill' }],
  [{ type: 'ticket.heard', ticket, station: grill, version: 40 }, { station: 'grill' }],
  [{ type: 'ticket.ready', ticket }, {}],
  [{ type: 'ticket.run', ticket }, {}],
  [
    { type: 'course.fired', ...course, portions: [], stations: [grill] },
    { course: 2, by: 'time' },
  ],
  [
    { type: 'course.ready', ...course },
    { course: 2, by: 'time' },
  ],
  [{ type: 'item.started', ticket, item, external: 'a' }, { item: { id: 'a' } }],
  [
    { type: 'item.bumped', ...food, stations: [grill] },
    { item: { id: 'a', quantity: 2 }, stations: ['grill'] },
  ],
  [
    { type: 'item.recalled', ...food, undo: true },
    { item: { id: 'a', quantity: 2 }, undo: true },
  ],
  [
    { type: 'allergy.added', ticket, allergy, stops: [], stations: [] },
    { allergy: { allergen: 'sesame', severity: 'anaphylaxis', seat: 2 } },
  ],
  [
    {
      type: 'allergy.heard',
      ticket,
      station: grill,
      allergies: [sesame, AllergyKey.parse('?:red: dye')],
      portions: [],
    },
    {
      station: 'grill',
      allergies: [
        { allergen: 'sesame', seat: 2 },
        { allergen: 'red: dye', seat: null },
      ],
    },
  ],
  [
    { type: 'allergy.withdrawn', ticket, allergy: sesame, allergen: 'sesame', seat: 2, person: 'Ana' },
    { allergy: { allergen: 'sesame', seat: 2 }, by: 'Ana' },
  ],
];

describe('feed messages', () => {
  test.each(TOLD)('%j', (body, expected) => {
    const message = outsideMessage(eventOf(body), '1-epoch');
    const envelope = {
      epoch: '1-epoch',
      seq: 41,
      id: '1-41',
      at: '2026-05-01T19:30:00.000Z',
      type: body.type,
    };
    expect(message).toMatchObject({ ...envelope, ticket: { source: 'till', id: 'T1' }, ...expected });
    // Nothing the house calls things by leaves it.
    expect(JSON.stringify(message)).not.toMatch(/inside|"cmd"|"batch"|"i1"/u);
  });

  test('a take-back that is no undo says nothing of one', () => {
    const message = outsideMessage(eventOf({ type: 'item.recalled', ...food, undo: false }), '1-epoch');
    expect(message).not.toHaveProperty('undo');
  });

  test.each<EventBody>([
    { type: 'part.started', ticket, station: grill, portions: [] },
    { type: 'part.bumped', ticket, station: grill, portions: [] },
    { type: 'ticket.ended', ticket },
    { type: 'ticket.closed', ticket },
    { type: 'food.run', ticket, portions: [] },
    { type: 'config.changed', version: 2 },
  ])('$type is the house’s own', (body) => {
    expect(outsideMessage(eventOf(body), '1-epoch')).toBeNull();
  });
});

describe('who may hear', () => {
  const message = (type: string, source?: string) => ({
    epoch: 'e',
    seq: 1,
    id: '1-1',
    at: '',
    type,
    ...(source ? { ticket: { source, id: 'x' } } : {}),
  });
  test.each([
    ['pos', null, 'item.bumped', 'till', true],
    ['bookings', null, 'item.bumped', 'till', false],
    ['bookings', null, 'ticket.received', 'till', false],
    ['bookings', null, 'ticket.run', 'till', true],
    ['bookings', null, 'course.fired', 'till', true],
    ['bookings', null, 'party.changed', undefined, true],
    ['bookings', null, 'cover.opened', undefined, true],
    ['bookings', null, 'alert', undefined, true],
    ['bookings', null, 'feed.restarted', undefined, true],
    ['pos', 'bar', 'item.bumped', 'till', false],
    ['pos', 'bar', 'item.bumped', 'bar', true],
    ['pos', 'bar', 'alert', undefined, true],
    ['bookings', 'bar', 'ticket.run', 'till', false],
  ] as const)('%s of %s: %s of %s', (scope, source, type, from, expected) => {
    expect(mayHear({ scope, source }, message(type, from))).toBe(expected);
  });
});
