import { type FloorConfig, FloorSection, Shift } from '../../../../shared/config/floor.ts';
import { freshId } from '../freshId.ts';

const ids = (list: ReadonlyArray<{ readonly id: string }>) => new Set(list.map(({ id }) => id));

export function addSection(floor: FloorConfig, name: string): FloorConfig {
  const section = FloorSection.parse({ id: freshId(name, ids(floor.sections), 'section'), name });
  return { ...floor, sections: [...floor.sections, section] };
}

export function changeSection(floor: FloorConfig, id: string, change: Partial<FloorSection>): FloorConfig {
  const sections = floor.sections.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...floor, sections };
}

/** Its tables are nobody's section then. */
export function removeSection(floor: FloorConfig, id: string): FloorConfig {
  const tables = floor.tables.map((table) => (table.section === id ? { ...table, section: null } : table));
  return { ...floor, tables, sections: floor.sections.filter((one) => one.id !== id) };
}

/** Names as the POS has them, each once. */
export function addServer(floor: FloorConfig, name: string): FloorConfig {
  const server = name.trim();
  return server === '' || floor.servers.includes(server)
    ? floor
    : { ...floor, servers: [...floor.servers, server] };
}

export function removeServer(floor: FloorConfig, name: string): FloorConfig {
  return { ...floor, servers: floor.servers.filter((server) => server !== name) };
}

export function addShift(floor: FloorConfig, name: string): FloorConfig {
  const shift = Shift.parse({
    id: freshId(name, ids(floor.shifts), 'shift'),
    name,
    from: '18:00',
    to: '23:00',
  });
  return { ...floor, shifts: [...floor.shifts, shift] };
}

export function changeShift(floor: FloorConfig, id: string, change: Partial<Shift>): FloorConfig {
  return { ...floor, shifts: floor.shifts.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function removeShift(floor: FloorConfig, id: string): FloorConfig {
  return { ...floor, shifts: floor.shifts.filter((one) => one.id !== id) };
}
