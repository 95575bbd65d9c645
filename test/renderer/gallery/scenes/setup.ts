import { FloorConfig } from '../../../../shared/config/floor.ts';
import { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import { demoFloor } from '../../../../shared/demo/restaurant/floorPlan.ts';
import type { SetupState } from '../../../../shared/protocol/setup.ts';
import { EVENING } from '../../../support/house.ts';
import { bookingTable } from '../bookingTable.ts';
import type { Answers, HouseScene } from '../scenes.ts';

const timeZone = 'Europe/Madrid';
const nothing = () => undefined;

/** The house as /setup fetches it, in the language of the page. */
const houseWith =
  (floor: Partial<FloorConfig>, more: Answers = {}) =>
  (language: string): Answers => {
    const config = HouseConfig.parse({
      venue: { name: 'Casa Mara', language, timeZone },
      stations: [{ id: 'grill', name: 'Grill' }],
      routes: [{ stations: ['grill'] }],
      floor: FloorConfig.parse(floor),
    });
    const state: SetupState = {
      version: 12,
      config,
      isSetUp: true,
      addresses: ['http://192.168.1.20:4680'],
      isOnLan: true,
      isHostGiven: false,
      warnings: [],
    };
    return { '/api/setup/state': { body: state }, ...more };
  };

const GUESTS = ['Ana Ruiz', 'Bo Li', 'Chloé Martin', 'Dmitri Orlov', 'Íñigo Muñoz', 'Grace O’Neill'];
const NOTES = ['', 'window, please', '', 'allergic to nuts', '', 'birthday, cake at dessert'];
const HEADER = [
  'Ref',
  'Guest',
  'Telephone',
  'Date',
  'Visit time',
  'Pax',
  'Comments',
  'GDPR consent',
  'Campaign',
];

/** As a system exports December: which of its numbers is the month, and which half of the day, it does not say. */
const december = Array.from({ length: 48 }, (_, at) => [
  `B-${2101 + at}`,
  GUESTS[at % GUESTS.length] ?? '',
  `+34 600 11 22 ${10 + at}`,
  `0${1 + (at % 9)}/12/2026`,
  `${7 + (at % 4)}:${at % 2 === 0 ? '30' : '00'}`,
  String(1 + (at % 6)),
  NOTES[at % NOTES.length] ?? '',
  at % 3 === 0 ? 'Y' : '',
  '',
]);
/** What people do to such a file by hand. */
const SPOILT: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  3: { 5: 'six or seven' },
  9: { 1: '' },
  17: { 3: 'first Friday in December' },
  18: { 4: '' },
  30: { 3: '05/11/2026' },
  41: { 4: 'after the theatre', 5: '' },
};
const rows = december.map((cells, at) => cells.map((cell, column) => SPOILT[at]?.[column] ?? cell));
const file = { header: HEADER, rows, timeZone, now: EVENING };

const chosen = ['[data-testid=section-bookings]', 'file:[data-testid=bookings-choose]'];
const settled = [
  ...chosen,
  '[data-testid=date-order] label >> nth=0',
  '[data-testid=clock-meant] label >> nth=0',
  '[data-testid=consent-meant] label >> nth=0',
];
const tried = [...settled, '[data-testid=bookings-try]'];
const taken = [...tried, '[data-testid=bookings-take]'];

const bookings = (name: string, steps: readonly string[], takenSoFar: number | null = null): HouseScene => ({
  name,
  screen: '/setup',
  make: nothing,
  answers: houseWith({}, bookingTable(file, takenSoFar)),
  file: 'december.csv',
  steps,
});

const PLAN = 'd0408a0b6c2e01f192f9361a7170b706.png';
/** No section is called as our own words for a table would be. */
const sections = demoFloor.sections.map((one) => (one.id === 'long' ? { ...one, name: 'Refectory' } : one));
const demo: FloorConfig = { ...demoFloor, sections };
/** The demo's rooms, the first of them over its architect's drawing. */
const drawn: FloorConfig = {
  ...demo,
  rooms: demoFloor.rooms.map((room) => (room.id === 'dining' ? { ...room, picture: PLAN } : room)),
};
const table = (id: string) => `[data-testid=plan-table][data-table="${id}"]`;
const floor = (name: string, config: Partial<FloorConfig>, steps: readonly string[]): HouseScene => ({
  name,
  screen: '/setup',
  make: nothing,
  answers: houseWith(config),
  steps: ['[data-testid=section-floor]', ...steps],
});

/** The two large pages of set-up that belong to the door: bookings from a file, and the plan of the floor. */
export const setupScenes: readonly HouseScene[] = [
  bookings('setup-bookings-asked', [...chosen, 'see:[data-testid=bookings-try]']),
  bookings('setup-bookings-tried', tried),
  bookings('setup-bookings-taking', taken, 31),
  bookings('setup-bookings-taken', taken),
  floor(
    'setup-floor-new-room',
    { rooms: [{ id: 'dining', name: 'Dining room', width: 960, height: 800, picture: null }] },
    [],
  ),
  floor('setup-floor-table', drawn, [table('14')]),
  floor('setup-floor-several', demo, ['[data-testid=pick-many]', table('13'), table('14')]),
];
