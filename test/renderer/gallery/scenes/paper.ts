import type { Actor } from '../../../../shared/domain/events/actor.ts';
import type { ChitId, StationId } from '../../../../shared/lib/ids.ts';
import { cook, expo, fry, grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put, said } from './night.ts';

const kitchen = '/kitchen/grill';
const pass = '/expo';
const queue: Actor = { kind: 'house' };
const SECOND = MINUTE / 60;

const config = {
  printers: [
    { id: 'pase', name: 'Pase', link: { kind: 'network', host: '192.168.1.50' }, failover: 'barra' },
    { id: 'barra', name: 'Barra', link: { kind: 'network', host: '192.168.1.51' } },
  ],
  paper: { printer: 'pase' },
};

function ask(house: House, external: string, at: StationId = grill, by: Actor = expo): ChitId {
  house.say({ type: 'chit.ask', ticket: house.ticket(external).id, at }, by);
  const chit = Object.values(house.state.chits).at(-1);
  if (chit === undefined) throw new Error(`nothing was asked for ${external}`);
  return chit.id;
}

function print(house: House, chit: ChitId, outcome: 'printed' | 'unknown' | 'failed' = 'printed'): void {
  house.say({ type: 'chit.send', chit }, queue);
  house.later(3 * SECOND);
  house.say(
    { type: 'chit.settle', chit, outcome, trouble: outcome === 'printed' ? null : 'hub_ended' },
    queue,
  );
}

/** Every screen of the grill shows what it has. */
function see(house: House, isPainted = true): void {
  const refs = [...house.state.tickets.values()].flatMap(({ id, versions }) => {
    const version = versions[grill];
    return version === undefined ? [] : [{ ticket: id, version }];
  });
  const painted = isPainted ? refs : [];
  house.say({ type: 'receipt.report', station: grill, listed: refs, painted }, cook(grill));
}

/** The grill's screen was gone for a while: some of its food is on paper, of some the paper is old, some is on its way. */
function onPaper(house: House): void {
  evening(house);
  put(
    house,
    '30',
    [dish('a', 'Ribeye 300 g', { seat: 1, quantity: 2 }), dish('b', 'Sea bass', { seat: 2 })],
    { allergies: [{ allergen: 'sesame', severity: 'anaphylaxis', seat: 2, words: 'her lips swell' }] },
  );
  put(house, '31', [
    dish('a', 'Half chicken', { seat: 1, modifiers: [said('no', 'salt')] }),
    dish('b', 'Smash burger', { seat: 2, stations: ['grill', 'fry'] }),
  ]);
  for (const ticket of ['T-10', 'T-12', 'T-30', 'T-31']) print(house, ask(house, ticket));
  print(house, ask(house, 'T-31', fry));
  house.later(MINUTE);
  put(house, '31', [
    dish('a', 'Half chicken', { seat: 1, state: 'void' }),
    dish('b', 'Smash burger', { seat: 2, stations: ['grill', 'fry'] }),
    dish('c', 'Lamb rack', { seat: 3 }),
  ]);
  ask(house, 'T-31');
  const waits = ask(house, 'T-13');
  house.say({ type: 'chit.wait', chit: waits, printer: 'pase', trouble: 'paper' }, queue);
  print(house, ask(house, 'T-14'), 'unknown');
  house.say({ type: 'chit.send', chit: ask(house, 'T-15') }, queue);
}

/** Paper out for a quarter of an hour. */
function missed(house: House): void {
  evening(house);
  see(house);
  const chits = ['T-10', 'T-11', 'T-12'].map((ticket) => ask(house, ticket));
  for (const chit of chits) house.say({ type: 'chit.wait', chit, printer: 'pase', trouble: 'paper' }, queue);
  house.later(11 * MINUTE);
  house.say({ type: 'chit.missDue', chits }, queue);
  for (const ticket of ['T-13', 'T-14', 'T-15'])
    house.say({ type: 'chit.wait', chit: ask(house, ticket), printer: 'pase', trouble: 'cover' }, queue);
  see(house);
}

/** Whoever has bumped, asked twice and answered leaves a list of every kind. */
function fullList(house: House): void {
  onPaper(house);
  see(house);
  bumpAll(house, 'T-10');
  const doubtful = Object.values(house.state.chits).find(({ state }) => state === 'unknown');
  if (doubtful) house.say({ type: 'chit.answer', chit: doubtful.id, answer: 'again' }, expo);
  print(house, ask(house, 'T-12', grill, cook(grill)), 'failed');
}

const unseen = (house: House) => {
  evening(house);
  see(house);
  put(house, '40', [dish('a', 'Sea bass', { seat: 1 })]);
  put(house, '41', [dish('a', 'Lamb rack', { seat: 1 })]);
  house.later(4 * SECOND);
};

const notPainted = (house: House) => {
  for (let table = 50; table < 90; table += 1) put(house, `${table}`, [dish('a', 'Lamb rack', { seat: 1 })]);
  see(house, false);
  house.later(2 * MINUTE);
  const refs = [...house.state.tickets.values()].slice(0, 37);
  const painted = refs.map(({ id, versions }) => ({ ticket: id, version: versions[grill] ?? 0 }));
  house.say({ type: 'receipt.report', station: grill, listed: [], painted }, cook(grill));
};

/** One table of two stations: the fry has paper of it, the grill a slip on its way. */
function twoStations(house: House): void {
  put(house, '9', [
    dish('a', 'Half chicken', { seat: 1 }),
    dish('b', 'Smash burger', { seat: 2, stations: ['fry'] }),
  ]);
  print(house, ask(house, 'T-9', fry));
  house.later(MINUTE);
  ask(house, 'T-9');
  evening(house);
  see(house);
}

/** The grill has no screen: what its paper says of allergies is called out. */
function toCallOut(house: House): void {
  put(house, '30', [dish('a', 'Ribeye 300 g', { seat: 1 }), dish('b', 'Sea bass', { seat: 2 })], {
    allergies: [
      { allergen: 'sesame', severity: 'anaphylaxis', seat: 2, words: 'her lips swell' },
      { allergen: 'milk', severity: 'allergy', seat: 1 },
    ],
  });
  print(house, ask(house, 'T-30'));
  evening(house);
}

const openTable = '[data-ticket-id="T-9"] [data-testid=header]';

export const paperScenes: readonly HouseScene[] = [
  { name: 'kitchen-on-paper', screen: kitchen, config, make: onPaper },
  { name: 'expo-on-paper', screen: pass, config, make: onPaper },
  { name: 'expo-paper-missed', screen: pass, config, make: missed },
  {
    name: 'expo-paper-no-printer',
    screen: pass,
    config: {},
    make: (house) => {
      unseen(house);
      house.later(6 * SECOND);
    },
  },
  { name: 'expo-paper-call', screen: pass, config, make: toCallOut },
  {
    name: 'expo-paper-call-table',
    screen: pass,
    config,
    make: toCallOut,
    steps: ['[data-ticket-id="T-30"] [data-testid=header]'],
  },
  {
    name: 'expo-paper-called',
    screen: pass,
    config,
    make: toCallOut,
    steps: ['[data-testid=chit-call-back]', '[data-ticket-id="T-30"] [data-testid=header]'],
  },
  { name: 'expo-paper-amber', screen: pass, config, make: unseen },
  { name: 'expo-paper-not-seen', screen: pass, config, make: notPainted },
  { name: 'kitchen-paper-not-seen', screen: kitchen, config, make: notPainted },
  { name: 'expo-chits', screen: pass, config, make: fullList, steps: ['[data-testid=open-chits]'] },
  {
    name: 'expo-chits-look',
    screen: pass,
    config,
    make: fullList,
    steps: ['[data-testid=open-chits]', '[data-testid=chit][data-state=printed] [data-testid=chit-show]'],
  },
  { name: 'expo-chits-owed', screen: pass, config, make: missed, steps: ['[data-testid=open-chits]'] },
  { name: 'expo-chit-table', screen: pass, config, make: twoStations, steps: [openTable] },
  {
    name: 'expo-chit-asked',
    screen: pass,
    config: { ...config, paper: { printer: null } },
    make: evening,
    steps: ['[data-testid=header]'],
  },
  { name: 'kitchen-chits', screen: kitchen, config, make: fullList, steps: ['[data-testid=open-chits]'] },
  {
    name: 'kitchen-chit-asked',
    screen: kitchen,
    config,
    make: (house) => {
      evening(house);
      see(house);
    },
    steps: ['[data-testid=open-chits]', '[data-testid=chit-ask]'],
  },
  {
    name: 'kitchen-paper-no-pass',
    screen: kitchen,
    config: { ...config, pass: 'none' },
    make: fullList,
  },
];
