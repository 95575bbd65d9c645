/** A table of the demo dining room. */
export interface DemoTable {
  readonly id: string;
  readonly seats: number;
  /** Whose section it is in. */
  readonly server: string;
}

const SEATS = [2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 6, 6, 8, 8, 12];
const SERVERS = ['Mara', 'Luis', 'Ana', 'Tom', 'Noor', 'Iker'];

/** 24 tables, 110 seats, six sections. */
export const TABLES: readonly DemoTable[] = SEATS.map((seats, index) => ({
  id: String(index + 1),
  seats,
  server: SERVERS[index % SERVERS.length] ?? 'Mara',
}));
