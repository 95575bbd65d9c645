import type { HouseScene } from '../scenes.ts';

const nothing = () => undefined;

/** Pages that are no board. */
export const pageScenes: readonly HouseScene[] = [
  { name: 'later-host', screen: '/host', make: nothing },
  { name: 'unknown-station', screen: '/kitchen/nowhere', make: nothing },
  { name: 'starting', screen: '/kitchen/grill', make: nothing, trouble: '' },
  { name: 'expo-0', screen: '/expo', make: nothing },
];
