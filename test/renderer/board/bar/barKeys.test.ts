import { describe, expect, test } from 'vitest';
import { IDLE, learned } from '../../../../renderer/screens/board/bar/learning.ts';
import {
  actionOf,
  BAR_ACTIONS,
  BarKeysStored,
  bound,
  keyLabel,
  keyOf,
} from '../../../../renderer/ui/bar/barKeys.ts';
import { BAR_PRESETS, USUAL_KEYS } from '../../../../renderer/ui/bar/barPresets.ts';

const key = (code: string) => ({ code, label: null });

describe('a preset', () => {
  test.each(Object.entries(BAR_PRESETS))('%s gives no key two meanings', (_name, keys) => {
    const codes = BAR_ACTIONS.flatMap((action) => (keys[action] ?? []).map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });
  test.each(Object.entries(BAR_PRESETS))('%s can bump, recall, page, walk and mark', (_name, keys) => {
    const known = BAR_ACTIONS.filter((action) => (keys[action] ?? []).length > 0);
    expect(known).toEqual(expect.arrayContaining(['place1', 'place6', 'recall', 'page', 'down', 'mark']));
  });
  test('the usual one means every action', () => {
    expect(BAR_ACTIONS.filter((action) => (USUAL_KEYS[action] ?? []).length === 0)).toEqual([]);
  });
});

describe('a key', () => {
  test('is known by where it lies, and shown by what is printed there', () => {
    const t = (word: string) => word;
    const has = (word: string) => word === 'bar.key.Enter';
    const shown = (code: string, character: string) => keyLabel(keyOf({ code, key: character }), { t, has });
    expect(shown('Digit6', '&')).toBe('6');
    expect(shown('Numpad6', '6')).toBe('6');
    expect(shown('F3', 'F3')).toBe('F3');
    expect(shown('Semicolon', 'ñ')).toBe('Ñ');
    expect(shown('Enter', 'Enter')).toBe('bar.key.Enter');
    expect(shown('Launch7', 'Unidentified')).toBe('Launch7');
  });
  test('of a keyboard that tells no places is known by its character', () => {
    expect(keyOf({ code: '', key: '6' })).toEqual({ code: '6', label: '6' });
  });
  test('means one thing', () => {
    const keys = bound(USUAL_KEYS, 'recall', key('Digit6'));
    expect(actionOf(keys, 'Digit6')).toBe('recall');
    expect(keys.place6).toEqual([key('Numpad6')]);
    expect(keys.recall).toEqual([key('Digit6')]);
  });
  test('is kept by the browser, and foreign words are not', () => {
    const stored: unknown = JSON.parse(JSON.stringify({ ...USUAL_KEYS, dance: [key('KeyX')] }));
    expect(BarKeysStored.parse(stored)).toEqual(USUAL_KEYS);
  });
});

describe('learning', () => {
  const waiting = { ...IDLE, action: 'bump' as const };
  test('a free key is taken at once', () => {
    const { learning, keys } = learned(waiting, USUAL_KEYS, key('F9'));
    expect(keys.bump).toEqual([key('F9')]);
    expect(learning).toMatchObject({ action: null, isTaken: false });
  });
  test('a key that means something else only when it is pressed again', () => {
    const once = learned(waiting, USUAL_KEYS, key('Digit6'));
    expect(once.keys).toBe(USUAL_KEYS);
    expect(once.learning).toMatchObject({ action: 'bump', isTaken: true });
    const twice = learned(once.learning, once.keys, key('Digit6'));
    expect(actionOf(twice.keys, 'Digit6')).toBe('bump');
  });
  test('a second key that means something else asks again', () => {
    const once = learned(waiting, USUAL_KEYS, key('Digit6'));
    const other = learned(once.learning, once.keys, key('Digit7'));
    expect(other.keys).toBe(USUAL_KEYS);
    expect(other.learning).toMatchObject({ isTaken: true });
  });
  test('one after the other goes on to the next, and ends', () => {
    const first = learned({ ...IDLE, action: 'place1', isAll: true }, USUAL_KEYS, key('F1'));
    expect(first.learning.action).toBe('place2');
    const last = learned({ ...IDLE, action: 'close', isAll: true }, USUAL_KEYS, key('F2'));
    expect(last.learning.action).toBeNull();
  });
  test('a key pressed for nothing is only shown', () => {
    const { learning, keys } = learned(IDLE, USUAL_KEYS, key('Digit6'));
    expect(keys).toBe(USUAL_KEYS);
    expect(learning.last).toEqual(key('Digit6'));
  });
});
