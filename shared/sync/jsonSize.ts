/**
 * Bytes a value takes on the wire. Neither TextEncoder nor Buffer exists in `shared`, and `length` counts a kanji dish as a third of what
 * it weighs.
 */
export function jsonBytes(value: unknown): number {
  const text = JSON.stringify(value) ?? '';
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // Two units of a surrogate pair make four bytes: two each.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}
