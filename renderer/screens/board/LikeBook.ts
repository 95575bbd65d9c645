import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { Block } from './blocks.ts';

/** A night's dishes with their changes are some hundred; notes are each their own. */
const AT_MOST = 2_000;

/**
 * What other tickets took on this glass, in px: the same dish with the same changes is as high on the next one. With it a ticket nearly always
 * tears where it will stand before it has been drawn once, and is built once.
 */
export class LikeBook {
  private readonly heights = new Map<string, number>();
  private learned = 0;

  /** A number that rises when something is known that was not. */
  get version(): number {
    return this.learned;
  }

  of(like: string): number | null {
    return this.heights.get(like) ?? null;
  }

  note(like: string, px: number): void {
    if (!this.heights.has(like)) this.learned += 1;
    this.heights.set(like, px);
    const [oldest] = this.heights.keys();
    if (this.heights.size > AT_MOST && oldest !== undefined) this.heights.delete(oldest);
  }

  forget(): void {
    this.heights.clear();
    this.learned += 1;
  }
}

/** The same for blocks that most likely look alike. */
export function likeOf({ kind, line, text }: Block): string {
  if (text !== '' || line === null) return `${kind} ${text}`;
  if (kind === 'head') return `${kind} ${line.name} ${line.seats.length}`;
  if (kind === 'modifiers') return `${kind} ${line.modifiers.map(({ name }) => name).join(' ')}`;
  if (kind === 'allergy') return `${kind} ${line.allergies.length}`;
  return kind;
}

/** The same for what stands above the food of two tickets. */
export function topLikeOf({ head, courses, bands, rushAt, away, keyed, handoff }: TileView): string {
  const words = [
    head.channel,
    head.promisedAt !== null,
    head.pickup !== null,
    head.vip,
    head.occasion !== null,
  ];
  const labels = [rushAt !== null, away !== null, keyed !== null, handoff !== null];
  return ['top', ...words, ...labels, courses.length, bands.length].join(' ');
}
