import type { FloorTable, Room } from '../../../../shared/config/floor.ts';
import {
  type Box,
  boundsOf,
  grown,
  middleOf,
  overlaps,
  plain,
  type Shaped,
} from '../../../ui/plan/geometry.ts';

/** Where a table, or tables pushed together, stand on the glass: pixels from the plan's upper left corner. */
export interface PlanPlace extends Shaped {
  /** All that stand there as one. */
  readonly tables: readonly string[];
}

export interface PlanLayout {
  readonly places: readonly PlanPlace[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** The room lies on its side: its upper edge is on the right. */
  readonly isTurned: boolean;
  /** The room's own rectangle. */
  readonly room: Box;
}

export interface PlanPlaceSizes {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The least a finger hits. */
  readonly targetPx: number;
  /** Beyond it a table gains no word. */
  readonly mostPx: number;
}

/** Round the outermost tables, so that outlines and chairs have room. */
const MARGIN_CM = 25;
/** A room that lies the other way than its glass is turned where everything is larger by so much; for less nobody has to think twice. */
const WORTH_TURNING = 1.3;
/** Between two tables of the glass there is always a gap that a finger sees. */
const GAP_CM = 12;
/** Aisles are wider than people need to tell tables apart; tables grow into them, so that more words fit, up to this. */
const MOST_GROWTH = 1.5;
const GROWTH_STEP = 0.05;

/**
 * A room to scale on the glass. Places are true; sizes are enlarged in their place as far as their neighbours leave room, those of equal
 * tables equally. `joined`: tables that are pushed together now, a list each. `showsRoom`: all of its
 * rectangle is in sight, for the picture that lies over it.
 */
export function layPlan(
  room: Pick<Room, 'width' | 'height'>,
  tables: readonly FloorTable[],
  joined: readonly (readonly string[])[],
  sizes: PlanPlaceSizes,
  showsRoom = false,
): PlanLayout {
  const large = enlarged(tables);
  const standing = withMargin(boundsOf(large));
  const outer = showsRoom ? union(roomBox(room), standing) : standing;
  const scaleFor = (width: number, height: number) =>
    Math.min(sizes.widthPx / width, sizes.heightPx / height);
  const [width, height] = [outer.right - outer.left, outer.bottom - outer.top];
  const isTurned = scaleFor(height, width) > scaleFor(width, height) * WORTH_TURNING;
  const fitting = isTurned ? scaleFor(height, width) : scaleFor(width, height);
  const side = usualSide(large);
  const scale = Math.max(sizes.targetPx / side, Math.min(fitting, sizes.mostPx / side));
  const [widthPx, heightPx] = isTurned ? [height * scale, width * scale] : [width * scale, height * scale];
  const onGlass = (shaped: Shaped): Shaped => {
    const middle = middleOf(shaped);
    const [x, y] = isTurned
      ? [outer.bottom - middle.y, middle.x - outer.left]
      : [middle.x - outer.left, middle.y - outer.top];
    const [w, h] = [shaped.width * scale, shaped.height * scale];
    const rotation = shaped.rotation + (isTurned ? 90 : 0);
    return plain({ ...shaped, x: x * scale - w / 2, y: y * scale - h / 2, width: w, height: h, rotation });
  };
  const places = groupsOf(large, joined).map(
    ({ tables: ids, shape }): PlanPlace => ({ ...only(onGlass(shape)), tables: ids }),
  );
  const corner = onGlass({
    x: 0,
    y: 0,
    width: room.width,
    height: room.height,
    rotation: 0,
    shape: 'square',
  });
  return { places, widthPx, heightPx, isTurned, room: boundsOf([corner]) };
}

const roomBox = ({ width, height }: Pick<Room, 'width' | 'height'>): Box => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});

const only = ({ x, y, width, height, rotation, shape }: Shaped): Shaped => ({
  x,
  y,
  width,
  height,
  rotation,
  shape,
});

function union(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

function withMargin({ left, top, right, bottom }: Box): Box {
  return {
    left: left - MARGIN_CM,
    top: top - MARGIN_CM,
    right: right + MARGIN_CM,
    bottom: bottom + MARGIN_CM,
  };
}

/** The shorter side of the table in the middle, by size: what most of the room is like. */
function usualSide(tables: readonly FloorTable[]): number {
  const sides = tables.map(({ width, height }) => Math.min(width, height)).sort((a, b) => a - b);
  return sides[Math.floor(sides.length / 2)] ?? 1;
}

/** Each kind of table as large as the narrowest place of one of its kind allows. */
function enlarged(tables: readonly FloorTable[]): FloorTable[] {
  const growth = new Map(tables.map((table) => [kindOf(table), 1]));
  const growing = new Set(growth.keys());
  const neighbours = nearPairs(tables);
  const at = (table: FloorTable, more: number) =>
    grown(table, (growth.get(kindOf(table)) ?? 1) + (growing.has(kindOf(table)) ? more : 0));
  for (let step = GROWTH_STEP; step <= MOST_GROWTH - 1 && growing.size > 0; step += GROWTH_STEP) {
    const tight = neighbours.filter(([a, b]) => overlaps(at(a, GROWTH_STEP), at(b, GROWTH_STEP), GAP_CM));
    for (const kind of tight.flat().map(kindOf)) growing.delete(kind);
    for (const kind of growing) growth.set(kind, (growth.get(kind) ?? 1) + GROWTH_STEP);
  }
  return tables.map((table) => at(table, 0));
}

const kindOf = ({ shape, width, height }: FloorTable) => `${shape} ${width} ${height}`;

/** Those that could come to touch: the others need not be asked about at every step. */
function nearPairs(tables: readonly FloorTable[]): [FloorTable, FloorTable][] {
  const reach = ({ width, height }: FloorTable) => (Math.hypot(width, height) / 2) * MOST_GROWTH;
  return tables.flatMap((one, at) =>
    tables
      .slice(at + 1)
      .filter((other) => {
        const [a, b] = [middleOf(one), middleOf(other)];
        return Math.hypot(a.x - b.x, a.y - b.y) < reach(one) + reach(other) + GAP_CM;
      })
      .map((other): [FloorTable, FloorTable] => [one, other]),
  );
}

interface Group {
  readonly tables: readonly string[];
  readonly shape: Shaped;
}

/** Tables pushed together are one shape over all of them, unless somebody else's table stands in between: then each is drawn for itself. */
function groupsOf(tables: readonly FloorTable[], joined: readonly (readonly string[])[]): Group[] {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const groups: Group[] = [];
  const grouped = new Set<string>();
  for (const ids of joined) {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    if (members.length < 2 || members.length < ids.length) continue;
    const shape = around(members);
    if (tables.some((other) => !ids.includes(other.id) && overlaps(shape, other))) continue;
    groups.push({ tables: ids, shape });
    for (const id of ids) grouped.add(id);
  }
  const alone = tables
    .filter(({ id }) => !grouped.has(id))
    .map((table) => ({ tables: [table.id], shape: table }));
  return [...groups, ...alone];
}

/** The least rectangle round all of them, turned as they are where they are all turned alike. */
function around(members: readonly FloorTable[]): Shaped {
  const [first] = members;
  const rotation = members.every((one) => one.rotation === first?.rotation) ? (first?.rotation ?? 0) : 0;
  const back = members.map((one) => turnedAbout(one, -rotation));
  const { left, top, right, bottom } = boundsOf(back);
  const box = {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    rotation: 0,
    shape: 'long',
  } as const;
  return turnedAbout(box, rotation);
}

/** As it stands when the whole room is turned about its corner. */
function turnedAbout(shaped: Shaped, degrees: number): Shaped {
  const angle = (degrees * Math.PI) / 180;
  const middle = middleOf(shaped);
  const x = middle.x * Math.cos(angle) - middle.y * Math.sin(angle);
  const y = middle.x * Math.sin(angle) + middle.y * Math.cos(angle);
  const { width, height } = shaped;
  return { ...shaped, x: x - width / 2, y: y - height / 2, rotation: shaped.rotation + degrees };
}
