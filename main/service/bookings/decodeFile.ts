import type { Encoding } from '../../../shared/protocol/bookingFiles.ts';

/** Enough to tell what a file is written in. */
const SAMPLE_BYTES = 4_096;
/** Text in UTF-16 of our languages has a zero in every second byte, and no other has any. */
const ZEROS = 0.3;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * What a file is written in: its byte order mark says so; zeros in every second byte do; what is valid UTF-8 is UTF-8, because text of
 * another encoding with accents hardly ever is. All else is what Windows programs of our languages write.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > (sample.length / 2) * ZEROS) return 'utf-16le';
  if (even > (sample.length / 2) * ZEROS) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text without its byte order mark, its lines ended by `\n` alone. What the encoding has no character for becomes U+FFFD. */
export function decodeFile(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/gu, '\n');
}
