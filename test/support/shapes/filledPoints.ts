/** A path of `renderer/ui/Shape.tsx` as eyes take it: which points of its 16 by 16 square are filled. Straight lines, cubics and arcs of circles. */
export function filledPoints(path: string, perUnit = 4): ReadonlySet<number> {
  const outlines = outlinesOf(path);
  const side = 16 * perUnit;
  const filled = new Set<number>();
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const point: Point = [(column + 0.5) / perUnit, (row + 0.5) / perUnit];
      // evenodd, as the component fills.
      const crossings = outlines.reduce((sum, outline) => sum + crossingsOf(outline, point), 0);
      if (crossings % 2 === 1) filled.add(row * side + column);
    }
  return filled;
}

/** How much of what either fills both fill: 1 is the same shape. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const both = [...one].filter((point) => other.has(point)).length;
  return both / (one.size + other.size - both);
}

type Point = readonly [x: number, y: number];

const STEPS = 24;
const LENGTHS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 };

function outlinesOf(path: string): Point[][] {
  const outlines: Point[][] = [];
  let at: Point = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/gu)) {
    const kind = command.toLowerCase();
    const length = LENGTHS[kind];
    if (length === undefined) throw new Error(`no such command: ${command}`);
    const numbers = [...rest.matchAll(/-?(?:\d+\.\d+|\.\d+|\d+)/gu)].map(Number);
    const isRelative = command === kind;
    for (let from = 0; from === 0 || from < numbers.length; from += length) {
      const values = numbers.slice(from, from + length);
      if (values.length < length) throw new Error(`${command} lacks numbers: ${path}`);
      const [x0, y0] = isRelative ? at : [0, 0];
      const points = pointsOf(kind, values, at, [x0, y0]);
      if (kind === 'm' && from === 0) outlines.push([]);
      outlines.at(-1)?.push(...points);
      at = (kind === 'z' ? outlines.at(-1)?.[0] : points.at(-1)) ?? at;
      if (length === 0) break;
    }
  }
  return outlines;
}

function pointsOf(kind: string, values: readonly number[], at: Point, [x0, y0]: Point): Point[] {
  const value = (index: number) => values[index] ?? 0;
  const end: Point = [x0 + value(values.length - 2), y0 + value(values.length - 1)];
  switch (kind) {
    case 'z':
      return [];
    case 'h':
      return [[x0 + value(0), at[1]]];
    case 'v':
      return [[at[0], y0 + value(0)]];
    case 'c':
      return cubic(at, [x0 + value(0), y0 + value(1)], [x0 + value(2), y0 + value(3)], end);
    case 'a':
      return arc(at, end, value(0), value(3) === 1, value(4) === 1);
    default:
      return [end];
  }
}

function cubic(a: Point, b: Point, c: Point, d: Point): Point[] {
  return Array.from({ length: STEPS }, (_, index) => {
    const t = (index + 1) / STEPS;
    const on = (axis: 0 | 1) =>
      (1 - t) ** 3 * a[axis] +
      3 * (1 - t) ** 2 * t * b[axis] +
      3 * (1 - t) * t ** 2 * c[axis] +
      t ** 3 * d[axis];
    return [on(0), on(1)];
  });
}

/** Of a circle, as SVG names it: by its ends, the long way or the short one, clockwise or not. */
function arc(
  [x1, y1]: Point,
  [x2, y2]: Point,
  asked: number,
  isLong: boolean,
  isClockwise: boolean,
): Point[] {
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const radius = Math.max(asked, half);
  const away = Math.sqrt(Math.max(0, radius ** 2 - half ** 2)) * (isLong === isClockwise ? -1 : 1);
  const [cx, cy] = [
    (x1 + x2) / 2 + (away * (y1 - y2)) / (2 * half),
    (y1 + y2) / 2 + (away * (x2 - x1)) / (2 * half),
  ];
  const begin = Math.atan2(y1 - cy, x1 - cx);
  const turn = Math.atan2(y2 - cy, x2 - cx) - begin;
  const whole = isClockwise ? (turn + 4 * Math.PI) % (2 * Math.PI) : -((4 * Math.PI - turn) % (2 * Math.PI));
  return Array.from({ length: STEPS }, (_, index) => {
    const angle = begin + (whole * (index + 1)) / STEPS;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
}

function crossingsOf(outline: readonly Point[], [x, y]: Point): number {
  let crossings = 0;
  for (const [index, [ax, ay]] of outline.entries()) {
    const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) crossings += 1;
  }
  return crossings;
}
