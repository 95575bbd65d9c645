import { FloorConfig } from '../../../../shared/config/floor.ts';
import { demoFloor } from '../../../../shared/demo/restaurant/floorPlan.ts';
import { type DoorHouse, host } from '../../../support/doorHouse.ts';
import { expo, grill, HOUR, MINUTE, pos, type SaidItem } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, put } from './night.ts';

type Booked = Parameters<DoorHouse['book']>[0];

const COURSES = [
  { number: 1, name: 'Starters' },
  { number: 2, name: 'Mains' },
  { number: 3, name: 'Dessert' },
];

/** A party that was booked for now and sits. */
function sit(house: DoorHouse, tables: string[], server: string, booked: Booked = {}): void {
  const id = `at-${tables.join('-')}`;
  house.book({ id, name: 'Elena Ortiz', state: 'confirmed', at: house.now, covers: 2, server, ...booked });
  house.seat(id, tables);
}

/** One dish of each course up to this one; all but the last are eaten. */
function order(house: DoorHouse, table: string, course: number, names: readonly string[]): void {
  const items = names.map((name, at): SaidItem => dish(`${table}-${at + 1}`, name, { course: at + 1 }));
  put(house, table, items, { courses: COURSES.slice(0, names.length) });
  const id = `T-${table}`;
  for (let number = 1; number <= course; number += 1) {
    const ticket = house.ticket(id).id;
    if (number > 1) house.say({ type: 'course.fire', ticket, course: number, seen: house.seq }, expo);
  }
}

/** What is cooking there goes out. */
function serve(house: DoorHouse, table: string): void {
  const id = `T-${table}`;
  for (const { key } of house.ticket(id).allergies) house.hear(key, grill, undefined, id);
  bumpAll(house, id);
}

function mark(
  house: DoorHouse,
  table: string,
  state: 'dirty' | 'blocked',
  reason: string | null = null,
): void {
  const until = state === 'blocked' ? house.now + HOUR : null;
  house.say({ type: 'table.mark', table, state, reason, until }, host);
}

/** A Saturday at its height in the demo restaurant: nearly every stage, some of them for too long. */
function saturday(house: DoorHouse): void {
  sit(house, ['9'], 'Luis', { covers: 4, name: 'Chidi Okafor' });
  order(house, '9', 1, ['Grilled octopus', 'Ribeye 300 g']);
  serve(house, '9');
  sit(house, ['20'], 'Noor', { covers: 6 });
  mark(house, '21', 'dirty');
  house.later(40 * MINUTE);
  sit(house, ['10'], 'Luis', { covers: 3, vip: true, occasion: 'anniversary' });
  order(house, '10', 1, ['Crema catalana']);
  serve(house, '10');
  sit(house, ['17'], 'Ana', { covers: 6 });
  order(house, '17', 1, ['Sea bass']);
  serve(house, '17');
  house.check('c17', 'printed', { tickets: ['T-17'] });
  house.later(4 * MINUTE);
  sit(house, ['11'], 'Mara', { covers: 4 });
  order(house, '11', 1, ['Half chicken']);
  sit(house, ['7', '8'], 'Mara', {
    covers: 7,
    name: 'Nadia Haddad',
    allergies: [{ allergen: 'sesame', seat: 2 }, { allergen: 'egg' }],
  });
  order(house, '7', 1, ['Grilled octopus', 'Lamb rack']);
  sit(house, ['15'], 'Ana', { covers: 4 });
  order(house, '15', 1, ['Ribeye 300 g']);
  house.say({ type: 'table.hold', table: '15', reason: null, until: null }, pos);
  sit(house, ['16'], 'Ana', { covers: 2 });
  order(house, '16', 1, ['Smash burger']);
  serve(house, '16');
  const refire = { type: 'item.refire', ticket: house.ticket('T-16').id } as const;
  house.say({ ...refire, item: house.item('16-1', 'T-16').id, reason: 'cold' }, expo);
  mark(house, '18', 'blocked', 'leak');
  mark(house, '12', 'dirty');
  house.later(3 * MINUTE);
  sit(house, ['13'], 'Luis', { covers: 2 });
  house.book({ id: 'soon', name: 'Astrid Lind', covers: 3, at: house.now + 20 * MINUTE, tables: ['14'] });
  house.book({ id: 'later', name: 'Linh Nguyen', covers: 5, at: house.now + 2 * HOUR, tables: ['19'] });
  house.book({
    id: 'big',
    name: 'Mira Brandt',
    covers: 11,
    at: house.now - 5 * MINUTE,
    tables: ['24'],
    vip: true,
    allergies: [{ allergen: 'peanut', severity: 'anaphylaxis' }],
  });
  house.arrive('big');
  put(house, 'Patio 3', [dish('p', 'Smash burger', { course: 1 })], { covers: 2, server: 'Noor' });
  house.later(2 * MINUTE);
}

/** Rows of tables as close as a house can stand them, every third one taken. */
const crowded = FloorConfig.parse({
  rooms: [{ id: 'main', name: 'Main', width: 1200, height: 800 }],
  tables: Array.from({ length: 40 }, (_, at) => ({
    id: String(at + 1),
    room: 'main',
    seats: 4,
    shape: at % 7 === 0 ? 'round' : 'square',
    rotation: at === 20 ? 45 : 0,
    x: 60 + (at % 8) * 140,
    y: 60 + Math.floor(at / 8) * 140,
  })),
});

function fullRoom(house: DoorHouse): void {
  for (let table = 1; table <= 40; table += 3) {
    sit(house, [`${table}`], 'Mara', {
      covers: 4,
      vip: table % 2 === 0,
      allergies: table % 4 === 0 ? [{ allergen: 'crustacean' }] : [],
    });
    if (table % 2 === 1) order(house, `${table}`, 1, ['Ribeye 300 g']);
    house.later(2 * MINUTE);
  }
}

export const hostFloorScenes: readonly HouseScene[] = [
  { name: 'host-plan', screen: '/host', config: { floor: demoFloor, pass: 'none' }, make: saturday },
  {
    name: 'host-plan-terrace',
    screen: '/host',
    config: { floor: demoFloor, pass: 'none' },
    make: saturday,
    steps: ['[data-testid=room][data-room=terrace]', '[data-testid=table][data-table="20"]'],
  },
  { name: 'host-plan-40', screen: '/host', config: { floor: crowded, pass: 'none' }, make: fullRoom },
  { name: 'host-no-plan', screen: '/host', make: () => undefined },
];
