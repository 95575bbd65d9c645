/**
 * JSON with keys in code-point order and no undefined members: equal values give equal bytes. An ordered copy is made first, because a
 * replacer function is called back for each member and takes several times as long.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = ordered(Reflect.get(value, key));
    // A key named __proto__ would set the prototype instead of a member.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: member, enumerable: true });
    else copy[key] = member;
  }
  return copy;
}
