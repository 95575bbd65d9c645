import type { Pos } from './pos.ts';

/** A believable Saturday on the rail, with the ugliest things a POS sends among it. Times are minutes before now. */
interface Table {
  readonly table: string | null;
  readonly minutesAgo: number;
  readonly said: Record<string, unknown>;
}

const SERVERS = ['Mara', 'Joel', 'Ana', 'Leo', 'Petra'];
const STARTERS = ['Grilled octopus', 'Burrata', 'Padrón peppers', 'Ceviche', 'Croquetas de jamón'];
const MAINS = ['Ribeye 300 g', 'Sea bass', 'Half chicken', 'Lamb rack', 'Smash burger', 'Mushroom risotto'];
const DESSERTS = ['Crema catalana', 'Olive oil cake'];

function pick<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new Error('an empty list has nothing to pick');
  return found;
}

const UGLY: Table[] = [
  {
    table: '12',
    minutesAgo: 14,
    said: {
      guests: [
        { seat: 2, allergies: [{ allergen: 'sesame', severity: 'allergy', words: 'also tahini, please!' }] },
      ],
      items: [
        {
          id: 'a',
          name: 'Ribeye 300 g',
          quantity: 1,
          seat: 1,
          modifiers: [
            { name: 'medium rare', kind: 'option' },
            { name: 'butter', kind: 'no' },
          ],
          station: 'grill',
        },
        {
          id: 'b',
          name: 'Ribeye 300 g',
          quantity: 1,
          seat: 4,
          modifiers: [
            { name: 'medium rare', kind: 'option' },
            { name: 'butter', kind: 'no' },
          ],
          stations: ['grill', 'fry'],
        },
        {
          id: 'c',
          name: 'Sea bass',
          quantity: 1,
          seat: 2,
          allergens: ['fish'],
          modifiers: [
            { name: 'tahini dressing', kind: 'no', allergens: ['sesame'] },
            { name: 'lemon oil', kind: 'sub', allergens: [] },
          ],
        },
      ],
    },
  },
  {
    table: '3',
    minutesAgo: 11,
    said: {
      vip: true,
      occasion: 'birthday',
      covers: 6,
      guests: [
        { seat: 5, allergies: [{ allergen: 'tree_nut', severity: 'anaphylaxis' }] },
        { seat: 1, allergies: [{ allergen: 'milk', severity: 'intolerance' }] },
        { seat: 3, allergies: [{ allergen: 'vegan', severity: 'diet' }] },
      ],
      items: [
        { id: 'a', name: 'Ribeye 300 g', quantity: 4, seats: [1, 2, 3, 4], course: 1 },
        {
          id: 'b',
          name: 'Mushroom risotto',
          quantity: 1,
          seat: 5,
          course: 1,
          allergens: ['milk'],
          modifiers: [
            {
              name: 'truffle',
              kind: 'add',
              modifiers: [
                { name: 'on the side', kind: 'side', modifiers: [{ name: 'small bowl', kind: 'option' }] },
              ],
            },
          ],
        },
        { id: 'c', name: 'Olive oil cake', quantity: 1, course: 2, notes: 'candle, sing quietly' },
      ],
      courses: [
        { number: 1, name: 'Mains' },
        { number: 2, name: 'Cake' },
      ],
    },
  },
  {
    table: null,
    minutesAgo: 7,
    said: {
      number: 'T-41',
      channel: 'takeout',
      priority: 'rush',
      items: [
        {
          id: 'a',
          name: 'Smash burger',
          quantity: 3,
          modifiers: [
            { name: 'onion', kind: 'no' },
            { name: 'bacon', kind: 'add', quantity: 2 },
          ],
          notes:
            'cut one in half for the kids please, she will not eat it whole, and put the sauce in a separate pot because of the long drive home',
        },
      ],
    },
  },
  {
    table: '9',
    minutesAgo: 3,
    said: {
      items: [
        {
          id: 'a',
          name: 'Pizza, half / half',
          quantity: 1,
          modifiers: [
            { name: '½ diavola', kind: 'option', modifiers: [{ name: 'chilli', kind: 'no' }] },
            { name: '½ margherita', kind: 'option', modifiers: [{ name: 'anchovy', kind: 'add' }] },
          ],
        },
        { id: 'b', name: 'Tuna tataki', quantity: 1, station: 'sushi' },
      ],
    },
  },
];

function ordinary(n: number, minutesAgo: number): Table {
  const covers = 2 + (n % 4);
  const course = (name: string, number: number, from: readonly string[]) =>
    Array.from({ length: covers }, (_, seat) => ({
      id: `${name}${seat}`,
      name: pick(from, n + seat),
      quantity: 1,
      seat: seat + 1,
      course: number,
    }));
  return {
    table: String(14 + n),
    minutesAgo,
    said: {
      covers,
      server: pick(SERVERS, n),
      courses: [
        { number: 1, name: 'Starters' },
        { number: 2, name: 'Mains' },
        { number: 3, name: 'Dessert' },
      ],
      items: [...course('s', 1, STARTERS), ...course('m', 2, MAINS), ...course('d', 3, DESSERTS)],
    },
  };
}

/** Puts `count` open tickets; the first are the ugly ones. */
export async function fillHouse(pos: Pos, count: number): Promise<void> {
  const tables = [...UGLY, ...Array.from({ length: count }, (_, n) => ordinary(n, 2))].slice(0, count);
  for (const [n, { table, minutesAgo, said }] of tables.entries()) {
    const openedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    const answer = await pos.put({
      id: `H-${n}`,
      number: `${2087 + n}`,
      table: table ?? undefined,
      openedAt,
      server: pick(SERVERS, n),
      ...said,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }
}

/** A void, a change and an add-on on what `fillHouse` put. */
export async function stirHouse(pos: Pos): Promise<void> {
  const put = (table: Table, n: number, items: unknown) =>
    pos.put({
      id: `H-${n}`,
      number: `${2087 + n}`,
      table: table.table ?? undefined,
      openedAt: new Date(Date.now() - table.minutesAgo * 60_000).toISOString(),
      server: pick(SERVERS, n),
      ...table.said,
      items,
    });
  const twelve = pick(UGLY, 0);
  const items = twelve.said.items;
  if (!Array.isArray(items)) return;
  await put(twelve, 0, [
    ...items.slice(1).map((item: Record<string, unknown>) => (item.id === 'b' ? { ...item, seat: 3 } : item)),
    { id: 'n', name: 'Charred leeks', quantity: 2, seat: 0 },
  ]);
}
