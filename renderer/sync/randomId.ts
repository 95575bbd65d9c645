const BYTES = 16;

/** 128 random bits as hex. `crypto.randomUUID` does not exist on a page that came by plain HTTP; `getRandomValues` does. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
