import type { HouseScene } from '../scenes.ts';
import { evening } from './night.ts';

const screen = '/kitchen/grill';

export const dishScenes: readonly HouseScene[] = [
  { name: 'dish', screen, make: evening, steps: ['[data-testid=all-day] button'] },
];
