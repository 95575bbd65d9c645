import type { HouseScene } from '../scenes.ts';

const nothing = () => undefined;

/** Pages that are no board. */
export const pageScenes: readonly HouseScene[] = [
  { name: 'later-floor', screen: '/floor', make: nothing },
  { name: 'unknown-station', screen: '/kitchen/nowhere', make: nothing },
  { name: 'starting', screen: '/kitchen/grill', make: nothing, isLoaded: false },
  { name: 'no-hub', screen: '/kitchen/grill', make: nothing, isLoaded: false, trouble: 'websocket error' },
  { name: 'not-known', screen: '/kitchen/grill', make: nothing, isLoaded: false, trouble: 'unauthorized' },
  { name: 'other-role', screen: '/kitchen/grill', make: nothing, isLoaded: false, trouble: 'role' },
  { name: 'expo-0', screen: '/expo', make: nothing },
];
