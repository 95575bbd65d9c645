import type { House } from '../../../support/house.ts';
import { pos } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { evening } from './night.ts';

const screen = '/kitchen/grill';

/** Meat and something green on a white plate, 96 by 64. */
const PLATE =
  'data:image/png;base64,' +
  'iVBORw0KGgoAAAANSUhEUgAAAGAAAABACAMAAADS6oI8AAAAD1BMVEU6LibX0sj6+PJ6OiBalkYBn2+cAAAA70lEQVR42u3YUQ6E' +
  'IAwEUKDe/8z7oYmLtpS2TBMT5gDzIhqhlLKzk5TKBdm9TKkzAde7Ca6onVlh8M19IoRaziGAeidhaH8akHoj4eo3CL76jgD1zwmR' +
  '/ikh1H8LqH5VGPTTf9yCCNAzPkDqJy4ewdKvCvMAkU2QAX6FiIyCvEbGB7A/wga+CBxnYoAsHHdCQNP7e8EMtOH62AH1Z329Xwmo' +
  '6r+C/TTen48CFCPwjh+oIcC14xgA55apCSt2/QGReG6ZP3jBTnbwsyn+dI2fD/ATDn5GS5gy8XNywqSPv6tIuG3JuC9KuPHKuLPb' +
  '+Xx+HnAYpmFP1UsAAAAASUVORK5CYII=';

const TEXT = `Rest 4 min on the rack.
Slice across the grain, fan to the left.
Chimichurri 30 g in the small bowl, never on the meat.
Two padrones on the right, coarse salt last.`;

/** A menu whose dishes have cards, as a POS puts it, and the usual evening after it. */
function withCard(image: string | null, text: string | null = TEXT) {
  return (house: House): void => {
    const names = [
      'Ribeye 300 g',
      'Sea bass',
      'Half chicken',
      'Lamb rack',
      'Smash burger',
      'Grilled octopus',
    ];
    const items = names.map((name) => ({
      id: name,
      name,
      kitchenName: null,
      names: null,
      stations: null,
      course: null,
      prepSeconds: null,
      allergens: null,
      counts: [],
      category: null,
      card: { text, image },
    }));
    const decision = house.run(
      { type: 'menu.put', source: 'pos', menu: { revision: 1, digest: 'd', items, modifiers: [] } },
      pos,
    );
    if (decision.ok && decision.config) house.config = decision.config;
    evening(house);
  };
}

const steps = ['[data-testid=all-day] button', '[data-testid=dish-card]'];

export const cardScenes: readonly HouseScene[] = [
  { name: 'card', screen, make: withCard(PLATE), steps },
  { name: 'card-broken', screen, make: withCard('data:image/png;base64,AAAA'), steps },
  { name: 'card-elsewhere', screen, make: withCard('https://cdn.example.com/ribeye.jpg'), steps },
];
