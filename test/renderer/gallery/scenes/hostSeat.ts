import { type DoorHouse, host, WITH_FLOOR } from '../../../support/doorHouse.ts';
import { MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { evening } from './host.ts';

const { floor } = WITH_FLOOR;
/** Centimetres from table to table, and into the room. */
const APART = { x: 260, y: 300, edge: 140 };
const tables = floor.tables.map((table, at) => ({
  ...table,
  x: APART.edge + (at % 3) * APART.x,
  y: APART.edge + Math.floor(at / 3) * APART.y,
}));
const config = { floor: { ...floor, tables, servers: ['Mara', 'Ivo', 'Ana'] } };

/** As the evening, with servers in their sections and a table in the middle of its meal. */
function service(house: DoorHouse): void {
  for (const [server, sections] of [
    ['Mara', ['A']],
    ['Ivo', ['B']],
    ['Ana', ['B']],
  ] as const)
    house.say({ type: 'server.assign', server, sections: [...sections] }, host);
  evening(house);
  house.book({
    id: 'rossi',
    name: 'Elena Rossi',
    covers: 4,
    at: house.now,
    allergies: [{ allergen: 'peanut', severity: 'anaphylaxis', words: 'carries a pen' }, { allergen: 'egg' }],
  });
  house.arrive('rossi');
  house.book({
    id: 'meal',
    name: 'Ada Bauer',
    covers: 3,
    at: house.now,
    vip: true,
    allergies: [{ allergen: 'milk', seat: 2 }],
  });
  house.seat('meal', ['13']);
  house.later(2 * MINUTE);
  house.put({
    id: 'T-13',
    table: '13',
    items: [
      { id: 'soup', course: 1 },
      { id: 'bass', course: 2 },
    ],
    courses: [
      { number: 1, name: 'Starters' },
      { number: 2, name: 'Mains', said: 'held' },
    ],
  });
  house.later(9 * MINUTE);
  house.hear('2:milk', undefined, undefined, 'T-13');
  house.bump('soup', undefined, { ticket: 'T-13' });
  house.say({ type: 'table.mark', table: '15', state: 'blocked', reason: 'Jazz', until: null }, host);
  house.say({ type: 'table.mark', table: '11', state: 'dirty', reason: null, until: null }, host);
  house.later(3 * MINUTE);
}

/** A quarter of an hour that is full, and nothing free for six. */
function full(house: DoorHouse): void {
  service(house);
  house.book({ id: 'many', name: 'Farid Okonkwo', covers: 6, at: house.now });
  house.arrive('many');
  house.seat('haddad', ['12']);
}

/** A ticket that nobody was seated for. */
function whose(house: DoorHouse): void {
  service(house);
  house.book({ id: 'due', name: 'Jules Petit', covers: 2, at: house.now, tables: ['14'] });
  house.put({ id: 'T-14', table: '14', items: [{ id: 'soup', course: 1 }] });
}

const inHand = (name: string) => `[data-testid=party]:has-text("${name}") >> nth=-1`;
const act = (name: string) => `[data-testid="act-${name}"]`;

export const hostSeatScenes: readonly HouseScene[] = [
  {
    name: 'host-seat-lost',
    screen: '/host',
    config,
    make: service,
    link: 'lost',
    steps: [inHand('Haddad')],
  },
  { name: 'host-seat-none', screen: '/host', config, make: full, steps: [inHand('Okonkwo')] },
  {
    name: 'host-seat-ask',
    screen: '/host',
    config,
    make: service,
    steps: [inHand('Rossi'), '[data-testid=seat]'],
  },
  {
    name: 'host-seat-pick',
    screen: '/host',
    config,
    make: service,
    steps: [inHand('Haddad'), act('seat-other'), '[data-testid=pick-table][data-table="14"]'],
  },
  { name: 'host-table', screen: '/host', config, make: service, steps: [inHand('Bauer'), act('table')] },
  { name: 'host-table-whose', screen: '/host', config, make: whose, steps: ['[data-testid=alert]'] },
  {
    name: 'host-doings',
    screen: '/host',
    config,
    make: service,
    steps: [inHand('Haddad'), '[data-testid=seat]', act('doings')],
  },
  {
    name: 'host-doings-house',
    screen: '/host',
    config,
    make: (house) => {
      service(house);
      house.say({ type: 'table.combine', tables: ['13', '14'] }, host);
      house.say({ type: 'server.cut', server: 'Ivo', isCut: true }, host);
      house.say({ type: 'server.relieve', server: 'Mara', by: 'Ana' }, host);
    },
    steps: [act('doings'), '[data-testid^="fold-several"]'],
  },
  {
    name: 'host-servers',
    screen: '/host',
    config,
    make: service,
    steps: [act('servers'), '[data-server=Mara] [data-testid=relieve]'],
  },
];
