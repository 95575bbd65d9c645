import { cook, grill, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put, said } from './night.ts';

const screen = '/kitchen/grill';

/** Some have left the board, each at its own time. */
function afterSomeBumps(house: Parameters<typeof evening>[0]): void {
  evening(house);
  for (const ticket of ['T-10', 'T-12', 'T-13']) {
    bumpAll(house, ticket);
    house.later(MINUTE);
  }
}

export const kitchenScenes: readonly HouseScene[] = [
  { name: 'station-evening', screen, make: evening },
  { name: 'recall-list', screen, make: afterSomeBumps, steps: ['[data-testid=open-recall]'] },
  {
    name: 'recall-found',
    screen,
    make: afterSomeBumps,
    steps: ['[data-testid=open-recall]', '[data-zone="find:1"]', '[data-zone="find:3"]'],
  },
  { name: 'recall-none', screen, make: evening, steps: ['[data-testid=open-recall]'] },
  {
    name: 'review',
    screen,
    make: afterSomeBumps,
    steps: ['[data-testid=open-recall]', '[data-testid=review]'],
  },
  { name: 'undo', screen, make: evening, steps: ['[data-testid=bump]'] },
  { name: 'clean', screen, make: evening, steps: ['[data-zone=clean]'] },
  { name: 'this-screen', screen, make: evening, steps: ['[data-testid=station]'] },
  {
    name: 'sounds',
    screen,
    make: evening,
    steps: ['[data-testid=station]', '[data-testid=hear-each]'],
  },
  {
    name: 'size-of-the-glass',
    screen,
    make: evening,
    steps: ['[data-testid=station]', '[data-testid=glass]', '[data-testid="inch-15.6"]'],
  },
  {
    name: 'earlier-press-refused',
    screen,
    make: evening,
    refused: { ticket: null, title: '12', code: 'superseded' },
  },
  {
    name: 'changes',
    screen,
    make: (house) => {
      put(house, '4', [
        dish('a', 'Ribeye 300 g', { seat: 1, modifiers: [said('option', 'rare')] }),
        dish('b', 'Sea bass', { seat: 2 }),
        dish('c', 'Lamb rack', { seat: 3 }),
      ]);
      put(house, '5', [dish('a', 'Half chicken', { seat: 1 }), dish('b', 'Sea bass', { seat: 2 })], {
        allergies: [],
      });
      house.later(3 * MINUTE);
      for (const table of ['4', '5']) {
        const { id, versions } = house.ticket(`T-${table}`);
        house.say(
          { type: 'ticket.hear', ticket: id, station: grill, version: versions[grill] ?? 0 },
          cook(grill),
        );
      }
      house.later(2 * MINUTE);
      put(
        house,
        '4',
        [
          dish('a', 'Ribeye 300 g', { seat: 1, modifiers: [said('option', 'well done')], notes: 'no rush' }),
          dish('b', 'Sea bass', { seat: 2, state: 'void' }),
          dish('c', 'Lamb rack', { seat: 3 }),
          dish('d', 'Grilled octopus', { seats: [1, 2, 3] }),
        ],
        { head: { server: 'Joel', covers: 5 } },
      );
      put(house, '5', [dish('a', 'Half chicken', { seat: 1 }), dish('b', 'Sea bass', { seat: 2 })], {
        allergies: [{ allergen: 'sesame', seat: 2, words: 'her lips swell' }],
      });
    },
  },
  {
    name: 'closed-station',
    screen,
    config: {
      stations: [
        { id: 'grill', name: 'Grill' },
        { id: 'fry', name: 'Fry', state: 'closed', standIn: 'grill' },
      ],
    },
    make: (house) => {
      put(house, '4', [
        dish('a', 'Ribeye 300 g', { seat: 1 }),
        dish('b', 'Smash burger', { seat: 2, stations: ['fry'] }),
        dish('c', 'Sea bass', { seat: 3, stations: ['grill', 'fry'] }),
      ]);
      house.later(MINUTE);
    },
  },
  {
    name: 'no-station',
    screen,
    make: (house) => {
      evening(house);
      put(house, '30', [dish('a', 'Oysters', { seat: 1, quantity: 6, stations: ['raw-bar'] })]);
    },
  },
  {
    name: 'courses',
    screen,
    make: (house) => {
      put(
        house,
        '8',
        [1, 2, 3].flatMap((course) =>
          [1, 2].map((seat) =>
            dish(
              `${course}.${seat}`,
              ['Grilled octopus', 'Ribeye 300 g', 'Crema catalana'][course - 1] ?? '',
              {
                course,
                seat,
              },
            ),
          ),
        ),
        {
          courses: [
            { number: 1, name: 'Starters' },
            { number: 2, name: 'Mains', fireAt: house.now + 18 * MINUTE },
            { number: 3, name: 'Dessert' },
          ],
        },
      );
      house.later(10 * MINUTE);
      for (const id of ['1.1', '1.2']) house.bump(id, grill, { ticket: 'T-8' });
      put(
        house,
        '9',
        Array.from({ length: 9 }, (_, index) => dish(`d${index}`, 'Sea bass', { course: index + 1 })),
        { courses: Array.from({ length: 9 }, (_, index) => ({ number: index + 1 })) },
      );
      house.later(2 * MINUTE);
    },
  },
  {
    name: 'refires',
    screen,
    make: (house) => {
      evening(house);
      const ticket = house.ticket('T-11');
      const [item] = ticket.items;
      if (item)
        house.say(
          { type: 'item.refire', ticket: ticket.id, item: item.id, quantity: 1, reason: 'dropped' },
          cook(grill),
        );
    },
  },
];
