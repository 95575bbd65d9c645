/**
 * The sparse form of records, for the log, snapshots and the wire: a member that stands as it does on most tickets is left out. A put of six
 * dishes is a third of the bytes and parses in half the time, once for each screen. A whole record is a sparse one that leaves nothing out,
 * so both are read. Which value a left-out member has is part of the log's format: once released it never changes.
 *
 * Written out by hand, because going through a table of defaults took as long as parsing them; the types see to it that no member is lost.
 */
export type Sparse<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>;
/** For JSON alone: members that are undefined are not written. */
export type Written<T> = { readonly [K in keyof T]: unknown };

export const unlessNull = <T>(value: T | null): T | undefined => value ?? undefined;
export const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);
export const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

/** Left-out lists and tables are all the same one: most of a screen's memory would be empty lists. Frozen, since nobody owns it. */
export const NONE: never[] = Object.freeze<never[]>([]) as never[];
export const BARE: Record<string, never> = Object.freeze({});

export function unlessBare(table: object): object | undefined {
  for (const _ in table) return table;
  return undefined;
}
