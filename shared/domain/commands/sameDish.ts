import type { ItemFace } from '../model/food.ts';
import type { Modifier } from '../model/modifier.ts';

/**
 * Whether what a person keyed and what a POS put is one order. Hands and tills word things apart: case, spaces and the order of modifiers
 * say nothing here, and a note is words.
 */

export function isSameMenuDish(a: ItemFace, b: ItemFace): boolean {
  if (a.menuItemId !== null && b.menuItemId !== null) return a.menuItemId === b.menuItemId;
  return folded(a.name) === folded(b.name);
}

export function hasSameModifiers(a: ItemFace, b: ItemFace): boolean {
  return modifiersText(a.modifiers) === modifiersText(b.modifiers);
}

/** The cook makes the same thing: modifiers and notes. */
export function isMadeAlike(a: ItemFace, b: ItemFace): boolean {
  return hasSameModifiers(a, b) && folded(a.notes ?? '') === folded(b.notes ?? '');
}

function modifiersText(list: readonly Modifier[]): string {
  return list
    .map(({ id, name, kind, quantity, modifiers }) =>
      JSON.stringify([id ?? folded(name), kind ?? '', quantity, modifiersText(modifiers)]),
    )
    .sort()
    .join();
}

function folded(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/gu, ' ');
}
