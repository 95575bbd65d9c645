import type { ItemFace } from '../domain/model/food.ts';
import { sparseFace, wholeFace } from '../domain/model/sparseFood.ts';

/** Far more than a house's dishes with their usual changes. */
const MAX_FACES = 1_000;

/** A face as one text on its way to screens. Its quotes are turned (" for ' and ' for "), because within JSON each would be written as two. */
export function faceText(face: ItemFace): string {
  return turned(JSON.stringify(sparseFace(face)));
}

/**
 * The faces a screen has read. The same dish comes all night with the same few changes: one that is known is found by its text, so that it is
 * neither parsed nor kept again. Half of a put is faces, and half of what a screen holds of a ticket.
 */
export class FaceShelf {
  private readonly faces = new Map<string, ItemFace>();

  /** Throws on a text that is none. What it gives is shared, and changed by nobody. */
  read(text: string): ItemFace {
    const known = this.faces.get(text);
    if (known) return known;
    const face = wholeFace(JSON.parse(turned(text)));
    // Not the oldest one by one: they all come again within the hour, if they come.
    if (this.faces.size >= MAX_FACES) this.faces.clear();
    this.faces.set(text, face);
    return face;
  }
}

function turned(text: string): string {
  return text.replace(/["']/gu, (quote) => (quote === '"' ? "'" : '"'));
}
