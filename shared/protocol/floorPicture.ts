import { z } from 'zod';
import { PictureId } from '../config/floor.ts';

/** What /setup may send as the background of a room: a plan of a large house, scaled down by the page, takes a third of it. */
export const MAX_PICTURE_BYTES = 1024 * 1024;
/** Base64 writes three bytes as four letters. */
const MAX_LETTERS = Math.ceil(MAX_PICTURE_BYTES / 3) * 4;

export const FloorPicturePut = z.object({
  /** JPEG, PNG or WebP, in base64. */
  data: z
    .string()
    .max(MAX_LETTERS, 'a picture of 1 MB at most')
    .regex(/^[A-Za-z0-9+/]+=*$/u, 'base64'),
});
export type FloorPicturePut = z.infer<typeof FloorPicturePut>;

export const FloorPictureKept = z.object({ id: PictureId });
export type FloorPictureKept = z.infer<typeof FloorPictureKept>;

export const floorPictureUrl = (id: PictureId): string => `/api/floor/pictures/${id}`;
