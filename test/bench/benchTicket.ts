/** Tickets as a restaurant's POS sends them: a table of four, two courses, six lines. About 1.3 KB of JSON. */
export const SOURCE = 'bench';

const DISHES = [
  ['Burrata', 1], ['Gazpacho', 1], ['Octopus', 1], ['Croquetas', 1], ['Tuna tartare', 1], ['Padron peppers', 1],
  ['Ribeye', 2], ['Sea bass', 2], ['Risotto', 2], ['Lamb shoulder', 2], ['Burger', 2], ['Duck breast', 2],
] as const; // biome-ignore format: a menu
const CHANGES = [
  { name: 'no onion', kind: 'no' },
  { name: 'medium rare', kind: 'option' },
  { name: 'extra sauce', kind: 'extra' },
  { name: 'fries on the side', kind: 'side' },
];
const LINES = 6;
/** More than are ever taken at once, because nobody bumps here. */
const TABLES = 200;

export interface TicketOptions {
  readonly openedAt: Date;
  readonly revision?: number;
  /** Lines beyond the usual six: what a table orders later. */
  readonly addOns?: number;
  /** Both courses fire with the put: what leaves the house waits for no table. */
  readonly isAtOnce?: boolean;
  /** Instead of the usual six. */
  readonly lines?: number;
}

export function ticketId(n: number): string {
  return `t-${n}`;
}

export function benchTicket(n: number, options: TicketOptions) {
  const { openedAt, revision = 1, addOns = 0, isAtOnce = false, lines = LINES } = options;
  return {
    source: SOURCE,
    id: ticketId(n),
    revision,
    number: String(1_000 + n),
    channel: isAtOnce ? 'takeout' : 'dine_in',
    table: String(1 + (n % TABLES)),
    covers: 4,
    server: ['Mara', 'Luis', 'Aiko', 'Sam'][n % 4],
    openedAt: openedAt.toISOString(),
    courses: [
      { number: 1, name: 'Starters' },
      { number: 2, name: 'Mains' },
    ],
    items: Array.from({ length: lines + addOns }, (_, line) => itemOf(n, line)),
  };
}

function itemOf(n: number, line: number) {
  const [name, course] = DISHES[(n * 5 + line * 7) % DISHES.length] ?? DISHES[0];
  const change = CHANGES[(n + line) % CHANGES.length];
  return {
    id: `l${line + 1}`,
    menuItemId: `m-${name.toLowerCase().replaceAll(' ', '-')}`,
    name,
    quantity: 1 + ((n + line) % 2),
    seat: 1 + (line % 4),
    course,
    prepSeconds: 300 + 60 * line,
    modifiers: line % 2 === 0 && change ? [change] : [],
    ...(line === 3 ? { notes: 'allergic to nothing, in a hurry' } : {}),
  };
}
