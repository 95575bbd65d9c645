import { MAX_PICTURE_BYTES } from '../../../../shared/protocol/floorPicture.ts';

/** A photograph of a plan; what is larger no tablet opens without trouble. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** As sharp as the largest glass shows it. */
const MOST_PX = 1920;
/** The best that is small enough. */
const QUALITIES = [0.85, 0.6, 0.35];
/** What old browsers cannot write they write as PNG, so a second kind is tried. */
const KINDS = ['image/webp', 'image/jpeg'] as const;

export interface ScaledPicture {
  /** Base64. */
  readonly data: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Scales a file down until the hub takes it. null: this browser reads no picture in it, or it is too large. */
export async function scalePicture(file: File): Promise<ScaledPicture | null> {
  if (file.size > MAX_FILE_BYTES) return null;
  const image = await createImageBitmap(file).catch(unreadable);
  if (image === null) return null;
  const scale = Math.min(1, MOST_PX / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  for (const quality of QUALITIES)
    for (const kind of KINDS) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, kind, quality));
      if (blob !== null && blob.size <= MAX_PICTURE_BYTES)
        return { data: await base64Of(blob), widthPx: canvas.width, heightPx: canvas.height };
    }
  return null;
}

function unreadable(error: unknown): null {
  if (error instanceof DOMException) return null;
  throw error;
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
