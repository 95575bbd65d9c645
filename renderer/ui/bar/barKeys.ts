import { z } from 'zod';

/** What a key of a bump bar may mean. `place1` is the first cell of the page in reading order. */
export const PLACES = 20;
const PLACE_NAMES = Array.from({ length: PLACES }, (_, index) => `place${index + 1}` as const);
const DEEDS = ['bump', 'recall', 'allDay', 'page', 'up', 'down', 'mark', 'close'] as const;
export type BarAction = `place${number}` | (typeof DEEDS)[number];
export const BAR_ACTIONS: readonly BarAction[] = [...PLACE_NAMES, ...DEEDS];

/** A key by where it lies (`KeyboardEvent.code`), which no language of the keyboard changes. */
export interface BarKey {
  readonly code: string;
  /** What is printed on it, where its place does not say so; null: its place does. */
  readonly label: string | null;
}
export type BarKeys = Readonly<Partial<Record<BarAction, readonly BarKey[]>>>;

const Key = z.object({ code: z.string().min(1).max(40), label: z.string().max(12).nullable().catch(null) });

/** What a browser keeps of it; keys of an action that is none any more are left out. */
export const BarKeysStored = z
  .record(z.string(), z.array(Key).max(4))
  .transform(
    (stored): BarKeys => Object.fromEntries(BAR_ACTIONS.map((action) => [action, stored[action] ?? []])),
  );

export function isPlace(action: BarAction): action is `place${number}` {
  return action.startsWith('place');
}

export function placeAction(number: number): BarAction {
  return `place${number}`;
}

export const numberOfPlace = (action: BarAction): number => Number(action.slice('place'.length));

export function actionOf(keys: BarKeys, code: string): BarAction | null {
  return BAR_ACTIONS.find((action) => keys[action]?.some((key) => key.code === code)) ?? null;
}

/** The key now means this and nothing else; the action has no other key. */
export function bound(keys: BarKeys, action: BarAction, key: BarKey): BarKeys {
  const rest = BAR_ACTIONS.map((other) => [
    other,
    (keys[other] ?? []).filter(({ code }) => code !== key.code),
  ]);
  return { ...Object.fromEntries(rest), [action]: [key] };
}

/** Some bars and on-screen keyboards send no place of the key, only its character. */
export function keyOf({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): BarKey {
  const says = key.length === 1 && key !== ' ' ? key.toLocaleUpperCase() : null;
  if (code === '') return { code: key, label: says };
  return { code, label: printed(code) === null ? says : null };
}

/** What stands on a key for all who read Latin letters, or null where that is the keyboard's own affair. */
function printed(code: string): string | null {
  const named = /^(?:Digit|Key|Numpad)([0-9A-Z])$/u.exec(code)?.[1];
  return named ?? (/^F\d{1,2}$/u.test(code) ? code : null);
}

/** Named keys have words, a language's own (`bar.key.Enter`). */
export function keyLabel(
  { code, label }: BarKey,
  { t, has }: { readonly t: (key: string) => string; readonly has: (key: string) => boolean },
): string {
  const word = `bar.key.${code}`;
  return printed(code) ?? label ?? (has(word) ? t(word) : code);
}
