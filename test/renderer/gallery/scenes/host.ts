import { type DoorHouse, WITH_FLOOR } from '../../../support/doorHouse.ts';
import { MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';

const { floor } = WITH_FLOOR;

/** Half an evening: at the door, late, soon, waiting and seated. */
export function evening(house: DoorHouse): void {
  const at = (minutes: number) => house.now + minutes * MINUTE;
  house.book({ id: 'late', name: 'Mira Brandt', covers: 5, at: at(-5), tables: ['14'] });
  house.book({
    id: 'haddad',
    name: 'Nadia Haddad',
    covers: 4,
    at: at(10),
    vip: true,
    occasion: 'anniversary',
    allergies: [{ allergen: 'sesame', seat: 2 }],
  });
  house.book({ id: 'nguyen', name: 'Linh Nguyen', covers: 2, at: at(25), state: 'confirmed' });
  house.book({
    id: 'okafor',
    name: 'Chidi Okafor',
    covers: 4,
    at: at(40),
    state: 'confirmed',
    tables: ['12'],
  });
  house.book({
    id: 'lind',
    name: 'Astrid Lind',
    covers: 3,
    at: at(95),
    allergies: [{ allergen: 'gluten', severity: 'intolerance' }],
  });
  house.book({ id: 'sat', name: 'Pau Ferrer', covers: 2, at: at(-20) });
  house.seat('sat', ['10']);
  house.later(18 * MINUTE);
  house.arrive('haddad');
}

export const hostScenes: readonly HouseScene[] = [
  { name: 'host-floor', screen: '/host', config: { floor }, make: evening },
  { name: 'host-0', screen: '/host', config: { floor }, make: () => undefined },
];
