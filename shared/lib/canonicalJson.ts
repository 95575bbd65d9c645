/** JSON with keys in code-point order and no undefined members: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlainObject(inner) ? sorted(inner) : inner));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) {
    // A key named __proto__ would set the prototype instead of a member.
    Object.defineProperty(result, key, {
      value: object[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return result;
}
