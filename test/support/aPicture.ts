import { pictureIdOf } from '../../main/store/pictureKind.ts';
import type { PictureId } from '../../shared/config/floor.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What begins like a PNG, another for each `n`, and the name it is kept under. */
export function aPicture(n: number): { readonly id: PictureId; readonly bytes: Buffer } {
  const bytes = Buffer.from([...PNG, n]);
  const id = pictureIdOf(bytes);
  if (id === null) throw new Error('this is no picture');
  return { id, bytes };
}
