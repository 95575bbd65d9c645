import { type BarAction, type BarKey, type BarKeys, PLACES, placeAction } from './barKeys.ts';

/**
 * Bump bars are keyboards whose makers let every key be programmed, so there is no table of codes that holds for all of a make. These are
 * plain layouts of our own to begin with, in the order of the keys; what differs on a bar is learned by pressing it.
 */
const key = (code: string): BarKey => ({ code, label: null });
const digit = (number: number) => `Digit${number % 10}`;
const pad = (number: number) => `Numpad${number % 10}`;

function places(codesOf: (number: number) => readonly string[], count: number = PLACES): BarKeys {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [placeAction(index + 1), codesOf(index + 1).map(key)]),
  );
}

function deeds(codes: Readonly<Partial<Record<BarAction, readonly string[]>>>): BarKeys {
  return Object.fromEntries(Object.entries(codes).map(([action, own]) => [action, (own ?? []).map(key)]));
}

const SECOND_ROW = 'QWERTYUIOP';

/** Digits, in the row or on the block, for ten places; the letters under them for ten more. */
const keyboard: BarKeys = {
  ...places((number) =>
    number <= 10 ? [digit(number), pad(number)] : [`Key${SECOND_ROW[number - 11] ?? ''}`],
  ),
  ...deeds({
    bump: ['Space', 'NumpadAdd'],
    recall: ['Backspace', 'NumpadDecimal'],
    allDay: ['KeyS', 'NumpadMultiply'],
    page: ['PageDown', 'NumpadSubtract'],
    up: ['ArrowUp', 'NumpadDivide'],
    down: ['ArrowDown'],
    mark: ['Enter', 'NumpadEnter'],
    close: ['Escape'],
  }),
};

/** The number block alone: what it has no key for is done by touch, or learned. */
const keypad: BarKeys = {
  ...places((number) => [pad(number)], 10),
  ...deeds({
    bump: ['NumpadAdd'],
    recall: ['NumpadDecimal'],
    page: ['NumpadSubtract'],
    allDay: ['NumpadMultiply'],
    down: ['NumpadDivide'],
    mark: ['NumpadEnter'],
  }),
};

/** Ten keys that send 1 to 9 and 0: six places and what a line cannot do without. */
const tenKeys: BarKeys = {
  ...places((number) => [digit(number), pad(number)], 6),
  ...deeds({
    recall: ['Digit7', 'Numpad7'],
    down: ['Digit8', 'Numpad8'],
    mark: ['Digit9', 'Numpad9'],
    page: ['Digit0', 'Numpad0'],
  }),
};

/** Twenty keys that send 1 to 9, 0 and A to J. */
const twentyKeys: BarKeys = {
  ...places((number) => [digit(number), pad(number)], 10),
  ...deeds({
    bump: ['KeyA'],
    recall: ['KeyB'],
    allDay: ['KeyC'],
    page: ['KeyD'],
    up: ['KeyE'],
    down: ['KeyF'],
    mark: ['KeyG'],
    close: ['KeyH'],
  }),
};

export const BAR_PRESETS = { keyboard, keypad, tenKeys, twentyKeys } as const;
export const USUAL_KEYS: BarKeys = keyboard;
