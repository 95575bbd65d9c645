import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import type { BoardGrid } from '../boardGrid.ts';
import { tileKey } from '../tileKey.ts';
import { type Lane, type LaneCourse, lanesOf, wholeGrid } from './lanes.ts';

type Course = Omit<LaneCourse, 'isAndLater'>;

/**
 * Which columns there are, and in which of them each ticket stands. Place is memory here too: a course that has had food keeps its column until
 * the board runs empty, and while the cook is not quiet neither a column comes nor a ticket changes to another.
 */
export class LaneBook {
  private courses: readonly Course[] = [];
  private lanes: readonly Lane[] = [];
  private readonly courseOf = new Map<string, string>();
  private grid: BoardGrid | null = null;

  /** The same list while the columns are the same. */
  update(tiles: readonly TileView[], grid: BoardGrid, isQuiet: boolean): readonly Lane[] {
    const isOther = grid !== this.grid;
    this.grid = grid;
    if (grid.layout !== 'courses') {
      if (isOther) this.lanes = wholeGrid(grid);
      return this.lanes;
    }
    const before = tiles.length === 0 ? [] : this.courses;
    const courses = isQuiet || isOther || before.length === 0 ? withCourses(before, tiles) : before;
    if (isOther || courses !== this.courses) this.lanes = lanesOf(courses, grid.columns, ticketsIn(tiles));
    this.courses = courses;
    for (const tile of tiles) {
      const key = tileKey(tile);
      if (isQuiet || !this.courseOf.has(key)) this.courseOf.set(key, cookedCourse(tile).key);
    }
    return this.lanes;
  }

  /** Whose course has no column yet stands in the last for as long. */
  laneOf = (id: string): number => {
    const at = this.courses.findIndex(({ key }) => key === this.courseOf.get(id));
    const last = this.lanes.length - 1;
    return at === -1 ? last : Math.min(at, last);
  };

  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.courseOf.keys()) if (!ids.has(id)) this.courseOf.delete(id);
  }
}

/** Every layout asks it of every tile. */
const known = new WeakMap<TileView, Course>();

/** The course being cooked here: the first with food still to be made ready. A ticket stands whole, under that. */
export function cookedCourse(tile: TileView): Course {
  const course = known.get(tile) ?? courseOf(tile);
  known.set(tile, course);
  return course;
}

function courseOf(tile: TileView): Course {
  const toCook = tile.lines.filter(({ state }) => state === 'fired' || state === 'started');
  const food = toCook.length > 0 ? toCook : tile.lines;
  const number = Math.min(...food.map(({ course }) => course));
  if (!Number.isFinite(number)) return { key: '#0', number: 0, name: null };
  const name = tile.courses.find((course) => course.number === number)?.name ?? null;
  // MAINS are the first course of one table and the second of another.
  return { key: name === null ? `#${number}` : name.trim().toLowerCase(), number, name };
}

/** How many cook what, when the columns are made: they stay as wide as they were then. */
function ticketsIn(tiles: readonly TileView[]): (course: string) => number {
  const keys = tiles.map((tile) => cookedCourse(tile).key);
  return (course) => keys.filter((key) => key === course).length;
}

/** The list itself where every course of the tiles is known. */
function withCourses(before: readonly Course[], tiles: readonly TileView[]): readonly Course[] {
  const courses = new Map(before.map((course) => [course.key, course]));
  for (const tile of tiles) {
    const course = cookedCourse(tile);
    if (!courses.has(course.key)) courses.set(course.key, course);
  }
  if (courses.size === before.length) return before;
  return [...courses.values()].sort((a, b) => a.number - b.number || (a.key < b.key ? -1 : 1));
}
