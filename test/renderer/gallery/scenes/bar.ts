import type { HouseScene } from '../scenes.ts';
import { evening } from './night.ts';

const screen = '/kitchen/grill';
const openKeys = ['[data-testid=station]', '[data-testid=bar-keys]'];

/** The bump bar: what its keys show on the board, and how they are learned. */
export const barScenes: readonly HouseScene[] = [
  { name: 'bar-selected', screen, make: evening, steps: ['key:Digit2'] },
  { name: 'bar-item', screen, make: evening, steps: ['key:Digit2', 'key:ArrowDown'] },
  { name: 'bar-hole', screen, make: evening, steps: ['key:Digit3', 'key:Space'] },
  { name: 'bar-nothing', screen, make: evening, steps: ['key:Digit2', 'key:Escape', 'key:Space'] },
  { name: 'bar-expo', screen: '/expo', make: evening, steps: ['key:Digit1'] },
  { name: 'bar-all-day', screen, make: evening, steps: ['key:Digit1', 'key:KeyS', 'key:ArrowDown'] },
  {
    name: 'fixed-slots',
    screen,
    config: {
      stations: [
        { id: 'grill', name: 'Grill', hasFixedSlots: true },
        { id: 'fry', name: 'Fry' },
      ],
    },
    make: evening,
    steps: ['key:Digit2', 'key:Digit2', 'wait:5200', 'key:Digit4'],
  },
  { name: 'bar-keys', screen, make: evening, steps: [...openKeys, 'key:Digit7'] },
  {
    name: 'bar-keys-taken',
    screen,
    make: evening,
    steps: [...openKeys, '[data-testid=bar-key-place2]', 'key:Digit7'],
  },
  {
    name: 'bar-keys-all',
    screen,
    make: evening,
    steps: [...openKeys, '[data-testid=bar-tenKeys]', '[data-testid=bar-all]', 'key:F5'],
  },
];
