/** Words and numbers of a name, without accents: `Terrace 108` is found by T and by 1. */
function words(name: string): string[] {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Some word of it begins with what was typed. */
export function isFound(name: string, typed: string): boolean {
  return typed === '' || words(name).some((word) => word.startsWith(typed));
}

/** What may be typed next and still find something, in order. */
export function nextLetters(names: readonly string[], typed: string, locale: string): string[] {
  const next = new Set<string>();
  for (const word of names.flatMap(words)) {
    const letter = word.startsWith(typed) ? [...word.slice(typed.length)][0] : undefined;
    if (letter !== undefined) next.add(letter);
  }
  return [...next].sort((a, b) => a.localeCompare(b, locale, { numeric: true }));
}
