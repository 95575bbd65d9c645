import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteChunks } from '../../../renderer/screens/board/noteChunks.ts';

describe('a long note in pieces', () => {
  test('together they are the note, letter for letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (note) => {
        expect(noteChunks(note).join('')).toBe(note);
      }),
    );
  });
  test('a short note is one piece, an empty one none', () => {
    expect(noteChunks('no salt')).toEqual(['no salt']);
    expect(noteChunks('')).toEqual([]);
  });
  test('it is torn between words', () => {
    for (const chunk of noteChunks('please '.repeat(100)).slice(0, -1))
      expect(chunk.endsWith(' ')).toBe(true);
  });
  test('a note without spaces is torn between letters, never inside one', () => {
    for (const chunk of noteChunks('🍤'.repeat(300))) expect(chunk).not.toMatch(/^[\udc00-\udfff]/u);
  });
});
