import type { ConfigProblem } from './configProblem.ts';
import type { FloorConfig } from './floor.ts';

/** What stands against a floor plan of the right shape: one name for two tables, a table in a room that is none. */
export function floorProblems({ floor }: { readonly floor: FloorConfig }): ConfigProblem[] {
  const rooms = new Set(floor.rooms.map(({ id }) => id));
  const sections = new Set(floor.sections.map(({ id }) => id));
  const tables = new Set(floor.tables.map(({ id }) => id));
  const problems: ConfigProblem[] = [
    ...twice(floor.rooms, 'rooms'),
    ...twice(floor.sections, 'sections'),
    ...twice(floor.shifts, 'shifts'),
    ...twice(floor.tables, 'tables'),
  ];
  floor.tables.forEach(({ room, section, seats, maxSeats }, at) => {
    const path = `floor.tables.${at}`;
    if (!rooms.has(room))
      problems.push({ path: `${path}.room`, code: 'unknown_room', values: { name: room } });
    if (section !== null && !sections.has(section))
      problems.push({ path: `${path}.section`, code: 'unknown_section', values: { name: section } });
    if (maxSeats !== null && maxSeats < seats)
      problems.push({ path: `${path}.maxSeats`, code: 'seats_below', values: {} });
  });
  floor.combinations.forEach(({ tables: joined }, at) => {
    const unknown = joined.find((id) => !tables.has(id));
    if (unknown !== undefined)
      problems.push({
        path: `floor.combinations.${at}.tables`,
        code: 'unknown_table',
        values: { name: unknown },
      });
  });
  return problems;
}

function twice(list: ReadonlyArray<{ readonly id: string }>, field: string): ConfigProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, at): ConfigProblem[] => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice
      ? [{ path: `floor.${field}.${at}.id`, code: 'floor_name_twice', values: { name: id } }]
      : [];
  });
}
