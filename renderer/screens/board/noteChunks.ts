/** About five rows of a tile: short enough to fit beside a header and a bump, long enough that no ordinary note is torn. */
const CHUNK_CHARACTERS = 110;

/**
 * A note in pieces that may stand in different cells. Together they are the note, letter for letter: pieces end behind a space or a line
 * break, or, where somebody wrote no spaces, in the middle of a word.
 */
export function noteChunks(note: string): string[] {
  const chunks: string[] = [];
  let rest = note;
  while (rest.length > CHUNK_CHARACTERS) {
    const space = Math.max(rest.lastIndexOf(' ', CHUNK_CHARACTERS), rest.lastIndexOf('\n', CHUNK_CHARACTERS));
    const end = space > 0 ? space + 1 : wholeCharacters(rest, CHUNK_CHARACTERS);
    chunks.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? chunks : [...chunks, rest];
}

/** Never between the two halves of a surrogate pair. */
function wholeCharacters(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code <= 0xdbff ? end - 1 : end;
}
