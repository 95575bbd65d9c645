import { describe, expect, test } from 'vitest';
import { dishRefusal } from '../../../renderer/screens/board/pressJudge.ts';
import {
  bumpTicket,
  countMore,
  hearAllergies,
  pressDish,
  undoBump,
} from '../../../renderer/screens/board/tileCommands.ts';
import { aBand, aLine, aLineAllergy, aTile, station } from '../../support/boardFixtures.ts';

const seen = { station: station('grill'), seen: 12 };
const fourOf = (ready: number) => aLine(4, 'Smash burger', { ready });
const tileOf = (line: ReturnType<typeof aLine>, bands = [] as ReturnType<typeof aBand>[]) =>
  aTile({ title: '7', firedMinutesAgo: 2, lines: [line], bands });
const itemOf = (line: ReturnType<typeof aLine>) => line.portions[0]?.item;

describe('a press on a dish', () => {
  test('with two steps makes it ready, with three starts it first', () => {
    const line = aLine(2, 'Sea bass');
    expect(pressDish(tileOf(line), line, 2, seen)).toMatchObject({
      type: 'item.bump',
      portions: [{ item: itemOf(line), quantity: 2 }],
      seen: 12,
    });
    expect(pressDish(tileOf(line), line, 3, seen)).toMatchObject({ type: 'item.start' });
    const started = { ...line, state: 'started' as const };
    expect(pressDish(tileOf(started), started, 3, seen)).toMatchObject({ type: 'item.bump' });
  });
  test('again takes it back here, to nothing ready', () => {
    const line = aLine(2, 'Sea bass', { state: 'ready' });
    expect(pressDish(tileOf(line), line, 2, seen)).toMatchObject({
      type: 'item.recall',
      station: 'grill',
      undo: false,
      portions: [{ item: itemOf(line), quantity: 0 }],
    });
  });
  test('a void is read, a held dish is left alone', () => {
    const gone = aLine(1, 'Sea bass', { state: 'void', isUnseen: true });
    expect(pressDish(tileOf(gone), gone, 2, seen)).toMatchObject({ type: 'changes.see' });
    const held = aLine(1, 'Sea bass', { state: 'held' });
    expect(pressDish(tileOf(held), held, 2, seen)).toBeNull();
  });
  test('is refused here already while an allergy, a conflict or a STOP stands', () => {
    const band = aBand(1, 'sesame');
    expect(dishRefusal(aLine(1, 'Bass', { isBlocked: true }))).toBe('refusal.unheard');
    expect(dishRefusal(aLine(1, 'Bass', { stops: [band.key] }))).toBe('refusal.stop');
    const asking = aLine(1, 'Bass', { allergies: [aLineAllergy(band, { needsAnswer: true })] });
    expect(dishRefusal(asking)).toBe('refusal.conflict');
    expect(dishRefusal(aLine(1, 'Bass'))).toBeNull();
  });
});

test('the quantity of a line counts one more', () => {
  const line = fourOf(1);
  expect(countMore(tileOf(line), line, 1, seen)).toMatchObject({ portions: [{ quantity: 2 }] });
  const all = fourOf(4);
  expect(countMore(tileOf(all), all, 1, seen)).toBeNull();
});

describe('a bump', () => {
  test('lists what was on the glass; its undo the counts before', () => {
    const line = fourOf(1);
    const tile = tileOf(line);
    expect(bumpTicket(tile, seen)).toMatchObject({ portions: [{ quantity: 4 }], voids: [], seen: 12 });
    expect(undoBump(tile, seen)).toMatchObject({ undo: true, station: 'grill', portions: [{ quantity: 1 }] });
  });
  test('is no bump while hearing is owed; then its place hears', () => {
    const line = aLine(1, 'Sea bass');
    const tile = tileOf(line, [aBand(2, 'sesame', { isOwed: true })]);
    expect(bumpTicket(tile, seen)).toBeNull();
    expect(hearAllergies(tile, seen)).toMatchObject({ type: 'allergy.hear', allergies: ['2:sesame'] });
  });
});
