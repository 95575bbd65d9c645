import { describe, expect, test } from 'vitest';
import { LateBook, soundOf, UnheardBook } from '../../../renderer/screens/board/boardSounds.ts';
import { type HouseNews, houseSound } from '../../../renderer/screens/board/houseSounds.ts';
import { aBand, aLine, aLineAllergy, aTile, FIXTURE_NOW } from '../../support/boardFixtures.ts';

const MINUTE = 60_000;
const line = aLine(1, 'Sea bass');
const tile = aTile({ title: '7', firedMinutesAgo: 2, lines: [line] });
const held = { ...tile, clock: null };
const printed = (isCurrent: boolean) => ({
  ...tile,
  paper: [
    {
      station: tile.station,
      paper: { number: 7, at: FIXTURE_NOW, isByStation: false, isCurrent },
      chit: null,
    },
  ],
});

describe('one frame makes one sound, that of the gravest news', () => {
  test.each([
    ['a new ticket', [], [tile], 'new'],
    ['a ticket coming up', [], [held], null],
    ['a ticket that came up and is fired', [held], [tile], 'new'],
    ['food added', [tile], [{ ...tile, lines: [line, aLine(1, 'Chips', { addedAt: 5 })] }], 'add_on'],
    ['a change', [tile], [{ ...tile, lines: [{ ...line, changedAt: 5, isUnseen: true }] }], 'change'],
    ['a void', [tile], [{ ...tile, lines: [{ ...line, state: 'void' as const, isUnseen: true }] }], 'void'],
    ['RUSH', [tile], [{ ...tile, rushAt: 5 }], 'rush'],
    [
      'an allergy with a new ticket',
      [],
      [{ ...tile, bands: [aBand(1, 'sesame', { isOwed: true })] }],
      'allergy',
    ],
    [
      'anaphylaxis with a new ticket',
      [],
      [{ ...tile, bands: [aBand(1, 'sesame', { isOwed: true, severity: 'anaphylaxis' })] }],
      'anaphylaxis',
    ],
    [
      'an allergy added to food under way',
      [tile],
      [{ ...tile, bands: [aBand(1, 'sesame', { isOwed: true, isLate: true })] }],
      'allergy_added',
    ],
    [
      'a conflict at expo, where nobody is asked to hear it',
      [tile],
      [
        {
          ...tile,
          lines: [{ ...line, allergies: [aLineAllergy(aBand(1, 'sesame'), { needsAnswer: true })] }],
        },
      ],
      'conflict',
    ],
    ['a header change', [tile], [{ ...tile, headChangedAt: 5 }], null],
    ['a ticket bumped', [tile], [], null],
    ['a ticket that this station has on paper', [], [printed(true)], null],
    ['one that has changed since its paper', [], [printed(false)], 'new'],
  ])('%s', (_name, before, after, sound) => {
    expect(soundOf(before, after)).toBe(sound);
  });
});

test('a question about food sounds where it is put: not at a station while somebody stands at the pass', () => {
  const asked = {
    ...tile,
    questions: [
      { id: 'q', at: 5, name: 'Soup', quantity: 1, fromTable: '4', fromNumber: '1', isMatch: false },
    ],
  };
  expect(soundOf([tile], [asked])).toBe(null);
  expect(soundOf([tile], [asked], true)).toBe('question');
});

test('expo hears that a station has answered HOW LONG?, and again when it says another time', () => {
  const grill = tile.station;
  const up = (at: number) => ({
    ...tile,
    lines: [{ ...line, parts: [{ station: grill, state: 'up' as const, at }] }],
  });
  const cooking = {
    ...tile,
    lines: [{ ...line, parts: [{ station: grill, state: 'started' as const, at: 5 }] }],
  };
  expect(soundOf([cooking], [up(7)])).toBe('answered');
  expect(soundOf([up(7)], [up(9)])).toBe('answered');
  expect(soundOf([up(9)], [cooking])).toBe(null);
});

describe('what the lines above the footer say', () => {
  const calm: HouseNews = { isLoaded: true, link: 'live', isPosLost: false, alerts: ['eighty_six:1'] };
  test.each<[string, Partial<HouseNews>, Partial<HouseNews>, string | null]>([
    ['a lost link', {}, { link: 'lost' }, 'link_lost'],
    ['a slow link, which mends itself', {}, { link: 'late' }, null],
    ['a link that is back', { link: 'lost' }, { link: 'live' }, 'link_back'],
    ['a lost POS', {}, { isPosLost: true }, 'pos_lost'],
    ['a POS of which nothing is known', { link: 'lost' }, { link: 'lost', isPosLost: true }, null],
    ['an alert somebody must read', {}, { alerts: ['eighty_six:1', 'allergy_after_run:2'] }, 'alert'],
    ['an alert that was read', {}, { alerts: [] }, null],
    ['what was so when the screen opened', { isLoaded: false }, { link: 'lost', isPosLost: true }, null],
  ])('%s', (_name, before, after, sound) => {
    expect(houseSound({ ...calm, ...before }, { ...calm, ...after })).toBe(sound);
  });
});

test('a station that has not heard its food says so at expo once, and again after the next fire', () => {
  const book = new UnheardBook();
  expect(book.look(['old grill'])).toBe(false);
  expect(book.look(['old grill', '7 grill'])).toBe(true);
  expect(book.look(['7 grill'])).toBe(false);
  expect(book.look([])).toBe(false);
  expect(book.look(['7 grill'])).toBe(true);
});

describe('late', () => {
  const lateAt = tile.clock?.lateAt ?? 0;
  test('sounds once a ticket, however long it stays late', () => {
    const book = new LateBook();
    expect(book.look([tile], FIXTURE_NOW)).toBe(false);
    expect(book.look([tile], lateAt)).toBe(true);
    expect(book.look([tile], lateAt + MINUTE)).toBe(false);
  });
  test('what was late when the screen opened is old news', () => {
    const book = new LateBook();
    expect(book.look([tile], lateAt)).toBe(false);
    expect(book.look([tile], lateAt + MINUTE)).toBe(false);
  });
  test('a ticket whose food is all ready is not late here', () => {
    const book = new LateBook();
    book.look([tile], FIXTURE_NOW);
    expect(book.look([{ ...tile, isReady: true }], lateAt)).toBe(false);
  });
});
