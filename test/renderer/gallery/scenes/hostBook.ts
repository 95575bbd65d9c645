import { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { PastDay } from '../../../../shared/guests/guestMessages.ts';
import { PartyId, ServiceDay } from '../../../../shared/lib/ids.ts';
import { DoorHouse, host, secondHost, WITH_FLOOR } from '../../../support/doorHouse.ts';
import { EVENING, grill, HOUR, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { evening } from './host.ts';

const tables = Array.from({ length: 24 }, (_, index) => ({
  id: String(index + 1),
  room: 'main',
  section: index < 12 ? 'A' : 'B',
  seats: index % 3 === 0 ? 2 : 4,
}));
const floor = {
  ...WITH_FLOOR.floor,
  tables,
  combinations: [{ tables: ['12', '13'], seats: 8 }],
  servers: ['Mara', 'Ivo'],
  shifts: [{ ...WITH_FLOOR.floor.shifts[0], coversPer15: 10 }],
};
const config = { floor };

const NAMES = ['Pau Ferrer', 'Ines Alba', 'Tom Reyes', 'Lea Winter', 'Omar Saleh', 'Jun Tanaka', 'Eva Holm'];

/** A full evening: some have left, most sit, two wait for a table, the book goes on until late. */
export function busy(house: DoorHouse): void {
  evening(house);
  for (const [at, name] of NAMES.entries()) {
    const id = `early-${at}`;
    house.book({ id, name, covers: 2 + (at % 3), at: house.now - HOUR, state: 'confirmed' });
    house.seat(id, [`${at + 1}`], host, { reason: 'regulars' });
    house.later(MINUTE);
    if (at < 2) house.press('party.finish', id);
  }
  for (const [at, name] of NAMES.entries())
    house.book({
      id: `late-${at}`,
      name: `${name} Junior`,
      covers: 2 + (at % 4),
      at: house.now + (at * 15 + 20) * MINUTE,
      tables: [`${at + 2}`],
      vip: at === 3,
    });
  house.put({
    id: 'T-3',
    table: '3',
    covers: 5,
    openedAt: house.now,
    items: [{ id: 'a', course: 1, quantity: 8 }],
  });
  wait(house, 'Petra', 2, 25);
  wait(house, null, 4, 40);
  house.later(11 * MINUTE).tick();
}

function wait(house: DoorHouse, name: string | null, covers: number, quotedMinutes: number): void {
  house.say(
    {
      type: 'party.add',
      kind: 'waitlist',
      guest: { name, phone: null, email: null, kitchenNotes: null, guestNotes: null },
      allergies: [],
      covers,
      at: null,
      etaAt: null,
      durationMinutes: null,
      quotedMinutes,
      tables: [],
      locked: false,
      server: null,
      vip: false,
      occasion: null,
    },
    host,
  );
}

/** The house is full: who comes now waits. */
function full(house: DoorHouse): void {
  busy(house);
  for (const { id } of tables) {
    house.book({ id: `sits-${id}`, covers: 2, at: house.now });
    house.seat(`sits-${id}`, [id], host, { reason: 'full' });
  }
  house.later(16 * MINUTE);
}

function conflicts(house: DoorHouse): void {
  busy(house);
  house.put({ id: 'T-4', table: '4', covers: 6, openedAt: house.now, items: [{ id: 'b' }] });
  house.arrive('okafor', 2, secondHost);
  const okafor = house.party('okafor');
  house.book({ id: 'okafor', name: 'Chidi Okafor', at: okafor.live.at, state: 'seated', tables: [] });
}

const DAY = 24 * HOUR;

function tomorrow(house: DoorHouse): void {
  busy(house);
  house.book({ id: 'lind', name: 'Astrid Lind', covers: 2, at: EVENING + DAY, tables: ['10'] });
  house.book({ id: 'moreau', name: 'Moreau', covers: 6, at: EVENING + DAY + HOUR, tables: ['12', '13'] });
  house.book({ id: 'sato', name: 'Sato', covers: 4, at: EVENING + DAY + 1.5 * HOUR });
}

function late(house: DoorHouse): void {
  busy(house);
  house.bump('a', grill, { ticket: 'T-3' });
  house.later(5 * HOUR).tick();
  house.say({ type: 'shiftNote.write', words: 'Table 4 rocks: a wedge is under the bar.' }, host);
  house.say({ type: 'shiftNote.write', words: 'Mr Okafor asks for the window next time.' }, secondHost);
}

const party = (name: string) => `article[data-testid=party]:has-text("${name}") [data-testid=party-head]`;
const list = '[data-testid=view-list]';
const opened = [list, party('Okafor')];
const card = [...opened, '[data-testid=party-card]'];

const scene = (name: string, make: HouseScene['make'], ...steps: readonly string[]): HouseScene => ({
  name,
  screen: '/host',
  config,
  make,
  steps,
});

/** Few, because each is looked at in several sizes: what they leave out is of the same parts. */
/** Of `EVENING`. */
const THE_DAY_BEFORE = ServiceDay.parse('2026-11-20');

/** The same evening as the hub's history has it a day later; one guest was erased since. */
function dayBefore(): PastDay {
  const house = new DoorHouse(HouseConfig.parse({ ...WITH_FLOOR, ...config }));
  busy(house);
  const early = [...house.state.parties.values()].filter(({ externalId }) => externalId.startsWith('early'));
  const told = early.map(({ steps: _, served: _served, ...party }, at) => ({
    party: {
      ...party,
      id: PartyId.parse(`before-${at}`),
      live: { ...party.live, state: at === 3 ? 'no_show' : 'finished', day: THE_DAY_BEFORE },
    },
    name: at === 5 ? null : (NAMES[at] ?? null),
  }));
  return { parties: told };
}

export const hostBookScenes: readonly HouseScene[] = [
  scene('host-list', busy, list),
  scene('host-differs', conflicts, ...opened, '[data-testid=step-partly]'),
  scene('host-card', conflicts, ...card, '[data-testid=fold-when]', '[data-testid=fold-history]'),
  scene('host-timeline', busy, '[data-testid=view-timeline]'),
  scene(
    'host-timeline-ahead',
    tomorrow,
    '[data-testid=view-timeline]',
    '[data-testid=day-after]',
    '[data-testid=bar]:has-text("Moreau")',
  ),
  scene('host-waitlist', busy, '[data-testid=view-waitlist]'),
  {
    ...scene('host-list-past', busy, list, '[data-testid=day-before]', '[data-testid=past-line]'),
    answers: { '/api/guests/day': { body: dayBefore() } },
  },
  scene('host-walkin', full, list, '[data-testid=walk-in]', '[data-testid=covers-4]'),
  scene('host-night-end', late, list, '[data-testid=night-end]'),
  scene(
    'host-doings-several',
    late,
    list,
    '[data-testid=night-end]',
    '[data-testid=night-no-shows]',
    '[data-testid=act-doings]',
    '[data-testid^="fold-several"]',
  ),
];
