const MAX_ID = 40;
/** For what stands behind it when a name is taken. */
const ROOM = 4;

/** An id made of a name, for good: it stays when the name changes. */
export function freshId(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug =
    plain
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, MAX_ID - ROOM)
      .replace(/-+$/u, '') || fallback;
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n += 1;
  return `${slug}-${n}`;
}
