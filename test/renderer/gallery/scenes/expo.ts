import { cook, expo, grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put } from './night.ts';

const screen = '/expo';

/** One table all ready, one half, one not heard, one with mains to fire. */
function service(house: House): void {
  evening(house);
  put(house, '21', [
    dish('a', 'Grilled octopus', { seat: 1, course: 1 }),
    dish('b', 'Ribeye 300 g', { seat: 1, course: 2 }),
    dish('c', 'Smash burger', { seat: 2, course: 1, stations: ['fry'] }),
    dish('d', 'Lamb rack', { seat: 2, course: 2 }),
  ]);
  for (const ticket of ['T-10', 'T-11', 'T-12', 'T-13']) hear(house, ticket);
  house.bump('d0', grill, { ticket: 'T-11' });
  house.later(2.5 * MINUTE);
  bumpAll(house, 'T-12');
  house.later(2 * MINUTE);
  bumpAll(house, 'T-10');
}

function hear(house: House, external: string): void {
  const { id, versions } = house.ticket(external);
  house.say({ type: 'ticket.hear', ticket: id, station: grill, version: versions[grill] ?? 0 }, cook(grill));
}

function away(house: House): void {
  service(house);
  for (const [table, reason] of [
    ['12', 'speeches'],
    ['21', null],
  ] as const)
    house.say({ type: 'table.hold', table, reason, until: null }, expo);
  house.later(6 * MINUTE);
}

function rushed(house: House): void {
  service(house);
  house.say({ type: 'ticket.rush', ticket: house.ticket('T-14').id, priority: 'rush' }, expo);
}

/** A family: the child's dish as it comes, chips with their steak, and a cake that waits to be called. */
function coursing(house: House): void {
  put(house, '20', [
    dish('a', 'Grilled octopus', { seat: 1, course: 1 }),
    dish('k', 'Smash burger', { seat: 3, course: 2, fire: 'as_ready' }),
    dish('b', 'Ribeye 300 g', { seat: 1, course: 2 }),
    dish('c', 'Half chicken', { seat: 2, course: 2, with: 'b' }),
    dish('d', 'Crema catalana', { seat: 0, course: 3, fire: 'on_call' }),
  ]);
  house.later(MINUTE);
}

const openTable20 = '[data-ticket-id="T-20"] [data-testid=header]';
const openList = '[data-testid=open-recall]';
const openTable13 = '[data-ticket-id="T-13"] [data-testid=header]';
const openTable = '[data-ticket-id="T-12"] [data-testid=header]';

export const expoScenes: readonly HouseScene[] = [
  { name: 'expo-evening', screen, make: evening },
  { name: 'expo-service', screen, make: service },
  { name: 'expo-picked', screen, make: service, steps: ['[data-testid=pick-seat]'] },
  { name: 'expo-run-anyway', screen, make: evening, steps: ['[data-testid=bump]'] },
  {
    name: 'expo-run-undo',
    screen,
    make: service,
    steps: [
      '[data-testid=ticket]:has([data-testid=pass-clock]) [data-testid=pick-seat]',
      '[data-testid=ticket]:has([data-testid=pass-clock]) [data-testid=bump]',
    ],
  },
  {
    name: 'expo-run-gone',
    screen,
    make: service,
    steps: ['[data-testid=ticket]:has([data-level=ok]) [data-testid=bump]'],
  },
  {
    name: 'expo-recall',
    screen,
    make: (house) => {
      service(house);
      run(house, 'T-10');
    },
    steps: ['[data-testid=open-recall]'],
  },
  { name: 'expo-table', screen, make: service, steps: [openTable] },
  { name: 'expo-refire', screen, make: service, steps: [openTable, '[data-testid=refire]'] },
  {
    name: 'kitchen-refire',
    screen: '/kitchen/grill',
    make: service,
    steps: [openList, '[data-testid=open-refire]'],
  },
  {
    name: 'kitchen-refire-dish',
    screen: '/kitchen/grill',
    make: service,
    steps: [
      openList,
      '[data-testid=open-refire]',
      '[data-testid=refirable]:nth-child(5) [data-testid=refire-ticket]',
      '[data-testid=refire]',
    ],
  },
  { name: 'expo-move', screen, make: service, steps: [openTable13, '[data-testid=move-from-grill]'] },
  {
    name: 'kitchen-expo-column',
    screen: '/kitchen/grill',
    make: service,
    steps: ['[data-testid=station]', '[data-testid=expo-column]'],
  },
  { name: 'expo-one-by-one', screen, make: coursing, steps: [openTable20] },
  { name: 'expo-away', screen, make: away },
  { name: 'expo-away-table', screen, make: away, steps: [openTable] },
  { name: 'kitchen-away', screen: '/kitchen/grill', make: away },
  { name: 'kitchen-rush', screen: '/kitchen/grill', make: rushed },
  { name: 'expo-rush', screen, make: rushed },
];

function run(house: House, external: string): void {
  const ticket = house.ticket(external);
  const portions = ticket.items.flatMap((item) =>
    item.batches.map((batch) => ({ item: item.id, batch: batch.n, quantity: batch.quantity })),
  );
  const course = ticket.items[0]?.face.course ?? 0;
  house.say({ type: 'course.run', ticket: ticket.id, course, portions, anyway: true, seen: house.seq }, expo);
}
