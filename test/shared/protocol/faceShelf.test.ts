import { describe, expect, test } from 'vitest';
import type { ItemFace } from '../../../shared/domain/model/food.ts';
import { FaceShelf, faceText } from '../../../shared/protocol/faceShelf.ts';

const face = (name: string, notes: string | null = null): ItemFace => ({
  menuItemId: 'm-1',
  name,
  names: { es: `${name} "es"` },
  seat: 2,
  seats: null,
  course: 1,
  fire: 'course',
  with: null,
  modifiers: [
    { id: null, name: 'chef\'s "cut"', kind: 'no', quantity: 1, allergens: null, removes: [], modifiers: [] },
  ],
  notes,
  allergens: ['milk'],
  prepSeconds: 300,
});

describe('how a dish looks, as one text', () => {
  test.each(['plain', `'`, `"`, `\\`, `\\"`, `it's "so" \\'\\" \n 🐟`])(
    'is read back as it was: %j',
    (words) => {
      const read = new FaceShelf().read(JSON.parse(JSON.stringify(faceText(face(words, words)))));
      expect(read).toEqual(face(words, words));
    },
  );

  test('is kept once, however often it comes', () => {
    const shelf = new FaceShelf();
    const first = shelf.read(faceText(face('Sole')));
    expect(shelf.read(faceText(face('Sole')))).toBe(first);
    expect(shelf.read(faceText(face('Sole', 'no lemon')))).not.toBe(first);
  });

  test('and a night of texts that never come again is forgotten', () => {
    const shelf = new FaceShelf();
    const first = shelf.read(faceText(face('Sole')));
    for (let n = 0; n < 1_000; n += 1) shelf.read(faceText(face(`dish ${n}`)));
    const again = shelf.read(faceText(face('Sole')));
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  test('that is none throws', () => {
    expect(() => new FaceShelf().read('{')).toThrow();
  });
});
