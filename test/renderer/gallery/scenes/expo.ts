import { grill, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, evening } from './night.ts';

const screen = '/expo';

export const expoScenes: readonly HouseScene[] = [
  { name: 'expo-evening', screen, make: evening },
  {
    name: 'expo-ready',
    screen,
    make: (house) => {
      evening(house);
      house.bump('d0', grill, { ticket: 'T-11' });
      bumpAll(house, 'T-12');
      house.later(3 * MINUTE);
      bumpAll(house, 'T-13');
    },
  },
];
