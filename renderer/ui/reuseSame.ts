/**
 * The list as it is now, with every entry that says the same as before as the same object, and the whole list so if all of it does: what is drawn
 * from an entry is drawn again only when that entry has changed. Entries are plain values.
 */
export function reuseSame<T>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (entry: T) => string,
): readonly T[] {
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  const next = now.map((entry) => {
    const was = known.get(keyOf(entry));
    return was !== undefined && JSON.stringify(was) === JSON.stringify(entry) ? was : entry;
  });
  const isSame = next.length === before.length && next.every((entry, at) => entry === before[at]);
  return isSame ? before : next;
}
