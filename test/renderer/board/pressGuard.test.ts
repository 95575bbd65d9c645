import { beforeEach, describe, expect, test } from 'vitest';
import { PressGuard } from '../../../renderer/screens/board/PressGuard.ts';
import { tileKey } from '../../../renderer/screens/board/tileKey.ts';
import { aBand, aLine, aTile } from '../../support/boardFixtures.ts';

const line = aLine(1, 'Sea bass');
const tile = aTile({ title: '7', firedMinutesAgo: 2, lines: [line] });
const id = tileKey(tile);
let guard: PressGuard;

beforeEach(() => {
  guard = new PressGuard();
  guard.noteTile(tile, '0.0', 0);
});

describe('a bump within 700 ms of news', () => {
  test.each([
    ['a void', { ...tile, lines: [{ ...line, state: 'void' as const, isUnseen: true }] }],
    ['a change', { ...tile, lines: [{ ...line, changedAt: 5, isUnseen: true }] }],
    ['an added allergy', { ...tile, bands: [aBand(1, 'sesame', { isLate: true })] }],
    ['a STOP', { ...tile, lines: [{ ...line, stops: [aBand(1, 'sesame').key] }] }],
    ['RUSH', { ...tile, rushAt: 5000 }],
  ])('%s refuses it', (_name, changed) => {
    guard.noteTile(changed, '0.0', 5000);
    expect(guard.judge(id, true, 5699)).toBe('landed');
    expect(guard.judge(id, true, 5701)).toBeNull();
  });
  test('a glass that draws late is given the same time to be read', () => {
    guard.noteTile({ ...tile, rushAt: 5000 }, '0.0', 5000);
    guard.noteTile({ ...tile, rushAt: 5000, version: 2 }, '0.0', 5100);
    guard.drawn(new Set(), 5400);
    guard.drawn(new Set(), 9000);
    expect(guard.judge(id, true, 6099)).toBe('landed');
    expect(guard.judge(id, true, 6101)).toBeNull();
  });
  test('a press on a dish is not a bump', () => {
    guard.noteTile({ ...tile, bands: [aBand(1, 'sesame', { isLate: true })] }, '0.0', 5000);
    expect(guard.judge(id, false, 5100)).toBeNull();
  });
  test('news that came while the finger lay there counts as well', () => {
    guard.noteTile({ ...tile, bands: [aBand(1, 'sesame', { isLate: true })] }, '0.0', 5000);
    expect(guard.judge(id, true, 4900)).toBe('landed');
  });
  test('news that is read and gone is no news', () => {
    const changed = { ...tile, lines: [{ ...line, state: 'void' as const, isUnseen: true }] };
    guard.noteTile(changed, '0.0', 5000);
    guard.noteTile(tile, '0.0', 9000);
    expect(guard.judge(id, true, 9001)).toBeNull();
  });
  test('HEARD that becomes BUMP cannot be double-tapped', () => {
    const band = aBand(1, 'sesame', { isOwed: true });
    const owing = aTile({ title: '8', firedMinutesAgo: 2, lines: [line], bands: [band] });
    guard.noteTile(owing, '0.1', 0);
    guard.noteTile({ ...owing, bands: [{ ...band, isOwed: false }], place: tile.place }, '0.1', 5000);
    expect(guard.judge(tileKey(owing), true, 5699)).toBe('landed');
    expect(guard.judge(tileKey(owing), true, 5701)).toBeNull();
  });
});

describe('a press within 400 ms of its tile moving', () => {
  test('is refused, of whatever kind', () => {
    guard.noteTile(tile, '0.1', 5000);
    expect(guard.judge(id, false, 5399)).toBe('moved');
    expect(guard.judge(id, false, 5401)).toBeNull();
  });
  test('a tile that stands still is never refused', () => {
    guard.noteTile(tile, '0.0', 5000);
    expect(guard.judge(id, true, 5000)).toBeNull();
  });
});
