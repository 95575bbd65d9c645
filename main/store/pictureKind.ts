import { createHash } from 'node:crypto';
import { PictureId } from '../../shared/config/floor.ts';

const ID_LETTERS = 32;
const TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
type Kind = keyof typeof TYPES;

export interface Picture {
  readonly bytes: Buffer;
  /** Its media type. */
  readonly type: string;
}

/** Made of what is in it; null: it is none of the three kinds, whatever it was called. */
export function pictureIdOf(bytes: Uint8Array): PictureId | null {
  const kind = kindOf(bytes);
  if (kind === null) return null;
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, ID_LETTERS);
  return PictureId.parse(`${digest}.${kind}`);
}

export function pictureOf(bytes: Uint8Array): Picture | null {
  const kind = kindOf(bytes);
  return kind === null ? null : { bytes: Buffer.from(bytes), type: TYPES[kind] };
}

/** By its first bytes: a drawing that could run or fetch something is none of these. */
function kindOf(bytes: Uint8Array): Kind | null {
  const starts = (at: number, ...wanted: readonly number[]) =>
    wanted.every((byte, offset) => bytes[at + offset] === byte);
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  // RIFF, four bytes of length, WEBP.
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return null;
}
