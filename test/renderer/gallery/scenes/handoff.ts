import { expo, fry, grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put, said } from './night.ts';

const screen = '/expo';
const list = '/expo?view=handoff';

type Step = 'packed' | 'courier_here' | 'handed_over' | 'returned';

/** Takeout in every step of its way out, and two that wait for their release. */
function handOffs(house: House): void {
  const ways: readonly (readonly Step[])[] = [
    [],
    ['packed'],
    ['packed', 'courier_here'],
    ['packed', 'courier_here', 'handed_over'],
  ];
  ways.forEach((done, index) => {
    const id = `T-4${index}`;
    order(house, id, ['Ana Torres', 'Leo', 'Maximilian Featherstone', 'Kim Lee'][index] ?? 'Ana', index);
    if (done.length > 0) bumpAll(house, id);
    for (const step of done) say(house, id, step);
  });
  for (const [index, name] of ['Joan Miró', 'Rosa'].entries())
    put(house, null, [dish('a', 'Smash burger', { quantity: 1 + index })], {
      id: `T-6${index}`,
      channel: 'takeout',
      customerName: name,
      promisedAt: house.now + (60 + index * 15) * MINUTE,
      releaseAt: house.now + (35 + index * 15) * MINUTE,
      head: { server: null, covers: null },
    });
}

function order(house: House, id: string, customerName: string, index: number): void {
  put(house, null, [dish('a', 'Smash burger', { quantity: 2 }), dish('b', 'Half chicken')], {
    id,
    channel: index % 2 === 0 ? 'takeout' : 'delivery',
    server: '',
    customerName,
    promisedAt: house.now + (index * 7 - 4) * MINUTE,
    head: {
      server: null,
      covers: null,
      cutlery: index === 1,
      pickup: { kind: index % 2 === 1 ? 'courier' : 'counter', code: `88${index}1`, arrivedAt: null },
    },
  });
}

function say(house: House, id: string, step: Step): void {
  house.say({ type: 'ticket.handoff', ticket: house.ticket(id).id, step, isOn: true }, expo);
}

/** Every section of the list: at the door, half packed into two bags with an allergy apart, on the shelf, cooking, gone, not collected. */
function packing(house: House): void {
  for (const [index, name] of ['Ana Torres', 'Leo', 'Maximilian Featherstone', 'Kim Lee', 'Noa'].entries())
    order(house, `T-7${index}`, name, index);
  put(
    house,
    null,
    [
      dish('a', 'Grilled octopus', { quantity: 2, seat: 2, notes: 'sauce in its own pot, please' }),
      dish('b', 'Sea bass', { seat: 1, modifiers: [said('no', 'butter')] }),
      dish('c', 'Half chicken', { quantity: 3, seat: 2 }),
      dish('d', 'Crema catalana', { quantity: 2, stations: ['fry'], seat: 2 }),
    ],
    {
      id: 'T-80',
      channel: 'delivery',
      customerName: 'Inés Prats',
      promisedAt: house.now + 12 * MINUTE,
      allergies: [{ allergen: 'sesame', severity: 'anaphylaxis', words: 'carries a pen', seat: 1 }],
      head: { server: null, covers: null, cutlery: true, notes: 'ring the side door' },
    },
  );
  house.later(3 * MINUTE);
  for (const id of ['T-72', 'T-73', 'T-74']) {
    bumpAll(house, id);
    say(house, id, 'packed');
  }
  say(house, 'T-72', 'courier_here');
  say(house, 'T-73', 'handed_over');
  say(house, 'T-74', 'returned');
  say(house, 'T-71', 'courier_here');
  for (const at of [grill, fry]) house.hear('1:sesame', at, undefined, 'T-80');
  bumpAll(house, 'T-80');
  house.bump('d', fry, { ticket: 'T-80' });
  const { id: ticket, items } = house.ticket('T-80');
  const octopus = items.find(({ externalId }) => externalId === 'a');
  if (octopus)
    house.say(
      {
        type: 'ticket.pack',
        ticket,
        portions: [{ item: octopus.id, batch: 1, bag: 1 }],
        bags: 2,
        seen: house.seq,
      },
      expo,
    );
  house.later(2 * MINUTE);
}

/** Sixteen lines for an office, with a colleague who has an allergy among them, ready before two small ones. */
function office(house: House): void {
  const names = ['Smash burger', 'Half chicken', 'Sea bass', 'Crema catalana'];
  const sauces = ['no onion', 'extra pickles', 'sauce apart', 'well done'];
  const dishes = Array.from({ length: 16 }, (_, index) =>
    dish(`l${index}`, names[index % 4] ?? '', {
      quantity: 1 + (index % 3),
      seat: index === 14 ? 2 : 1,
      modifiers: [said(null, sauces[Math.floor(index / 4)] ?? '')],
    }),
  );
  put(house, null, dishes, {
    id: 'T-95',
    channel: 'delivery',
    customerName: 'Gràfiques Poblenou',
    promisedAt: house.now + 10 * MINUTE,
    allergies: [{ allergen: 'sesame', severity: 'allergy', seat: 2 }],
    head: { server: null, covers: null },
  });
  for (const at of [grill, fry]) house.hear('2:sesame', at, undefined, 'T-95');
  bumpAll(house, 'T-95');
  house.later(MINUTE);
  for (const [index, name] of ['Leo', 'Noa'].entries()) order(house, `T-9${6 + index}`, name, index);
  house.later(MINUTE);
}

/** Packed an hour ago, and nobody has come. */
function forgotten(house: House): void {
  order(house, 'T-90', 'Berta Llull', 0);
  bumpAll(house, 'T-90');
  say(house, 'T-90', 'packed');
  house.later(40 * MINUTE);
  order(house, 'T-91', 'Leo', 2);
  house.tick();
}

export const handOffScenes: readonly HouseScene[] = [
  { name: 'takeout', screen: '/kitchen/grill', make: handOffs },
  { name: 'takeout-later', screen: '/kitchen/grill', make: handOffs, steps: ['[data-testid=open-later]'] },
  { name: 'expo-takeout', screen, make: handOffs },
  { name: 'expo-hand-off', screen, make: handOffs, steps: ['[data-testid=header]'] },
  { name: 'hand-off', screen: list, make: packing },
  { name: 'hand-off-packed', screen: list, make: packing, steps: ['[data-testid=pack-all]'] },
  { name: 'hand-off-bar', screen: list, make: packing, steps: ['key:Digit2'] },
  { name: 'hand-off-long', screen: list, make: office },
  { name: 'hand-off-long-open', screen: list, make: office, steps: ['[data-testid=more-lines]'] },
  { name: 'hand-off-none', screen: list, make: evening },
  { name: 'hand-off-lost', screen: list, make: packing, link: 'lost' },
  { name: 'hand-off-forgotten', screen, make: forgotten },
];
