/** A table of the demo restaurant. */
export interface DemoTable {
  readonly id: string;
  readonly seats: number;
  readonly section: DemoSection;
  /** Whose section it is in. */
  readonly server: string;
}

/** Six sections, each with who serves it tonight. */
export const SECTION_SERVERS = {
  window: 'Mara',
  middle: 'Luis',
  fireside: 'Ana',
  long: 'Tom',
  terrace: 'Noor',
  garden: 'Iker',
} as const;
export type DemoSection = keyof typeof SECTION_SERVERS;

const SEATS = [2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 6, 6, 8, 8, 12];

/** Tables of each section, as they stand together. */
const STANDING: Readonly<Record<DemoSection, readonly number[]>> = {
  window: [7, 8, 11, 12],
  middle: [9, 10, 13, 14],
  fireside: [15, 16, 17, 18],
  long: [19, 24],
  terrace: [5, 6, 20, 21],
  garden: [1, 2, 3, 4, 22, 23],
};

/** 24 tables, 110 seats. */
export const TABLES: readonly DemoTable[] = SEATS.map((seats, index) => {
  const section = sectionOf(index + 1);
  return { id: String(index + 1), seats, section, server: SECTION_SERVERS[section] };
});

function sectionOf(table: number): DemoSection {
  for (const [section, tables] of Object.entries(STANDING))
    if (tables.includes(table) && isSection(section)) return section;
  throw new Error(`table ${table} of the demo stands in no section`);
}

function isSection(name: string): name is DemoSection {
  return Object.hasOwn(SECTION_SERVERS, name);
}
