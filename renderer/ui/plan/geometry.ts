import type { FloorTable } from '../../../shared/config/floor.ts';

/**
 * Tables as shapes. A table's `x` and `y` are the upper left corner it would have if it were not turned; it is turned about its middle,
 * clockwise. Lengths are in whatever unit the shape is in: centimetres of the room, or pixels.
 */
export type Shaped = Pick<FloorTable, 'x' | 'y' | 'width' | 'height' | 'rotation' | 'shape'>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Enough corners that a round table and its drawing differ by less than a hundredth of its radius. */
const ROUND_CORNERS = 24;

export function middleOf({ x, y, width, height }: Omit<Shaped, 'rotation' | 'shape'>): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Its edge as corners in turn. */
export function outlineOf(shaped: Shaped): Point[] {
  const { width, height, rotation, shape } = shaped;
  const middle = middleOf(shaped);
  const angle = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [w, h] = [width / 2, height / 2];
  const flat =
    shape === 'round'
      ? Array.from({ length: ROUND_CORNERS }, (_, n) => {
          const at = (n * 2 * Math.PI) / ROUND_CORNERS;
          return { x: w * Math.cos(at), y: h * Math.sin(at) };
        })
      : [
          { x: -w, y: -h },
          { x: w, y: -h },
          { x: w, y: h },
          { x: -w, y: h },
        ];
  return flat.map(({ x, y }) => ({ x: middle.x + x * cos - y * sin, y: middle.y + x * sin + y * cos }));
}

export function boxOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function boundsOf(shapes: readonly Shaped[]): Box {
  return boxOf(shapes.flatMap(outlineOf));
}

/** Grown about its middle. */
export function grown<T extends Shaped>(shaped: T, factor: number): T {
  const { x, y, width, height } = shaped;
  return {
    ...shaped,
    x: x - (width * (factor - 1)) / 2,
    y: y - (height * (factor - 1)) / 2,
    width: width * factor,
    height: height * factor,
  };
}

/** Whether two stand in each other, or nearer than `gap`. Both are convex, so some side of one parts them when they do not. */
export function overlaps(one: Shaped, other: Shaped, gap = 0): boolean {
  const [a, b] = [outlineOf(one), outlineOf(other)];
  return [...sidesOf(a), ...sidesOf(b)].every((side) => {
    const [fromA, toA] = spanAlong(a, side);
    const [fromB, toB] = spanAlong(b, side);
    return fromA < toB + gap - HAIR && fromB < toA + gap - HAIR;
  });
}

/** Sides that only touch do not stand in each other, whatever the last digit says. */
const HAIR = 1e-6;

/** Across each side, a length of 1. */
function sidesOf(points: readonly Point[]): Point[] {
  return points.flatMap((from, at) => {
    const to = points[(at + 1) % points.length];
    if (!to) return [];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return length === 0 ? [] : [{ x: (to.y - from.y) / length, y: (from.x - to.x) / length }];
  });
}

function spanAlong(points: readonly Point[], side: Point): [number, number] {
  const along = points.map(({ x, y }) => x * side.x + y * side.y);
  return [Math.min(...along), Math.max(...along)];
}

/**
 * How far words may reach to either side of the middle between two heights, measured from the middle, so that upright lines stay inside a
 * shape however it is turned. 0: nothing fits there.
 */
export function halfWidthBetween(shaped: Shaped, from: number, to: number): number {
  return Math.max(0, Math.min(halfWidthAt(shaped, from), halfWidthAt(shaped, to)));
}

function halfWidthAt({ width, height, rotation, shape }: Shaped, y: number): number {
  const centred = { x: -width / 2, y: -height / 2, width, height, rotation, shape };
  const corners = outlineOf(centred);
  const crossings = corners.flatMap((from, at) => {
    const to = corners[(at + 1) % corners.length];
    if (!to || (from.y < y && to.y < y) || (from.y > y && to.y > y)) return [];
    if (from.y === to.y) return [from.x, to.x];
    return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
  });
  if (crossings.length === 0) return 0;
  return Math.min(Math.max(...crossings), -Math.min(...crossings));
}

/** A quarter turn is a rectangle lying the other way. */
export function plain<T extends Shaped>(shaped: T): T {
  const rotation = ((shaped.rotation % 360) + 360) % 360;
  if (rotation % 180 === 0 || (shaped.shape === 'round' && shaped.width === shaped.height))
    return { ...shaped, rotation: 0 };
  if (rotation % 90 !== 0) return { ...shaped, rotation };
  const middle = middleOf(shaped);
  const { width: height, height: width } = shaped;
  return { ...shaped, x: middle.x - width / 2, y: middle.y - height / 2, width, height, rotation: 0 };
}
