import { describe, expect, test } from 'vitest';
import { LateBook, soundOf } from '../../../renderer/screens/board/boardSounds.ts';
import { figures } from '../../../renderer/ui/soundFigures.ts';
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
      'a conflict at expo, where nobody is asked to hear it',
      [tile],
      [
        {
          ...tile,
          lines: [{ ...line, allergies: [aLineAllergy(aBand(1, 'sesame'), { needsAnswer: true })] }],
        },
      ],
      'allergy',
    ],
    ['a header change', [tile], [{ ...tile, headChangedAt: 5 }], null],
    ['a ticket bumped', [tile], [], null],
    ['a ticket that this station has on paper', [], [printed(true)], null],
    ['one that has changed since its paper', [], [printed(false)], 'new'],
  ])('%s', (_name, before, after, sound) => {
    expect(soundOf(before, after)).toBe(sound);
  });
});

test('no two events sound alike', () => {
  const heard = Object.values(figures).map((figure) => JSON.stringify(figure));
  expect(new Set(heard).size).toBe(heard.length);
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
