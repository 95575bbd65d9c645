import type { ItemFace } from './food.ts';

/** A language's own words stand beside those for everybody: `dish:es` beside `dish`. */
export function valueIn(key: string, language: string): string {
  return `${key}:${language}`;
}

/** Dishes as a value of an alert, in the POS's words and in each language that the menu has for any of them. */
export function alertDishes(
  key: string,
  dishes: readonly Pick<ItemFace, 'name' | 'names'>[],
): Record<string, string> {
  const languages = new Set(dishes.flatMap(({ names }) => Object.keys(names ?? {})));
  const said = [...languages].map((language) => [
    valueIn(key, language),
    dishes.map(({ name, names }) => names?.[language] ?? name).join(', '),
  ]);
  return { [key]: dishes.map(({ name }) => name).join(', '), ...Object.fromEntries(said) };
}
