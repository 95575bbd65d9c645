import { FloorConfig, type SectionColour } from '../../config/floor.ts';
import { usualSize } from '../../config/tableSizes.ts';
import { type DemoSection, SECTION_SERVERS, TABLES } from './tables.ts';

type Stands = readonly [x: number, y: number, shape?: 'round' | 'bar', rotation?: number];

/** Where each table stands in its room, in centimetres; how large it is follows from who sits there. */
const ROOMS: Readonly<Record<'dining' | 'terrace' | 'bar', Readonly<Record<string, Stands>>>> = {
  dining: {
    7: [60, 60],
    8: [280, 60],
    9: [500, 55, 'round'],
    10: [720, 55, 'round'],
    11: [60, 250],
    12: [280, 250],
    13: [500, 250],
    14: [720, 250, undefined, 45],
    15: [60, 445, 'round'],
    16: [280, 445, 'round'],
    17: [485, 450],
    18: [740, 450],
    19: [500, 640],
    24: [60, 635],
  },
  terrace: {
    5: [60, 60],
    6: [60, 240],
    20: [240, 60, undefined, 90],
    21: [430, 60, undefined, 90],
    22: [240, 290],
    23: [240, 450],
  },
  bar: {
    1: [60, 60, 'bar'],
    2: [60, 210, 'bar'],
    3: [60, 360, 'bar'],
    4: [60, 510, 'bar'],
  },
};

const ROOM_SIZES = {
  dining: { name: 'Dining room', width: 960, height: 800 },
  terrace: { name: 'Terrace', width: 640, height: 600 },
  bar: { name: 'The bar', width: 260, height: 640 },
} as const;

const SECTIONS: Readonly<Record<DemoSection, { readonly name: string; readonly colour: SectionColour }>> = {
  window: { name: 'Window', colour: 'blue' },
  middle: { name: 'Middle', colour: 'green' },
  fireside: { name: 'Fireside', colour: 'red' },
  long: { name: 'Long table', colour: 'violet' },
  terrace: { name: 'Terrace', colour: 'indigo' },
  garden: { name: 'Bar and garden', colour: 'brown' },
};

/** Rooms, places, sections and meals of the demo restaurant, as its manager would have drawn them. */
export const demoFloor: FloorConfig = FloorConfig.parse({
  rooms: Object.entries(ROOM_SIZES).map(([id, room]) => ({ id, ...room })),
  tables: Object.entries(ROOMS).flatMap(([room, places]) =>
    Object.entries(places).map(([id, place]) => tableAt(room, id, place)),
  ),
  combinations: [
    { tables: ['7', '8'], seats: 8 },
    { tables: ['11', '12'], seats: 8 },
    { tables: ['22', '23'], seats: 16 },
    { tables: ['17', '18'], seats: 14 },
    { tables: ['5', '6'], seats: 4 },
  ],
  sections: Object.entries(SECTIONS).map(([id, section]) => ({ id, ...section })),
  servers: Object.values(SECTION_SERVERS),
  shifts: [
    { id: 'lunch', name: 'Lunch', from: '12:00', to: '16:00', coversPer15: 20 },
    { id: 'dinner', name: 'Dinner', from: '17:00', to: '00:30', coversPer15: 28 },
  ],
});

function tableAt(room: string, id: string, [x, y, said, rotation = 0]: Stands) {
  const table = TABLES.find((one) => one.id === id);
  if (!table) throw new Error(`the demo has no table ${id}`);
  const { seats, section } = table;
  const shape = said ?? (seats <= 4 ? 'square' : 'long');
  return {
    id,
    room,
    section,
    seats,
    maxSeats: seats > 2 ? seats + 2 : null,
    x,
    y,
    rotation,
    shape,
    ...usualSize(seats, shape),
  };
}
