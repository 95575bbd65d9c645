import { HouseConfig } from '../../config/houseConfig.ts';
import type { NightLength } from '../night/arrivals.ts';
import { demoFloor } from './floorPlan.ts';
import { DISHES } from './menu.ts';

/** 17:00 on a Friday of the venue: every demo night is the same evening of the calendar. */
const FRIDAY_AT = Date.parse('2026-05-15T17:00:00-04:00');
/** The busy hour alone begins when the doors are full. */
const BUSY_HOUR_AT = Date.parse('2026-05-15T19:30:00-04:00');

export function nightBeginsAt(length: NightLength | 'saturday'): number {
  return length === 'hour' ? BUSY_HOUR_AT : FRIDAY_AT;
}

/** The station a newcomer's window shows, and where the automatic cooks leave the food to them. */
export const WINDOW_STATION = 'grill';

/** As a person would have set it up, `DATA/config.json` of the demo. */
export const demoConfig: HouseConfig = HouseConfig.parse({
  venue: { name: 'Casa Mara', timeZone: 'America/New_York', language: 'en' },
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
    { id: 'saute', name: 'Sauté' },
    { id: 'cold', name: 'Garde manger' },
    { id: 'pizza', name: 'Pizza', steps: 3 },
    { id: 'dessert', name: 'Dessert' },
    { id: 'bar', name: 'Bar' },
  ],
  // The POS's menu names stations; what it does not name goes by its category.
  routes: [
    { categories: ['grill'], stations: ['grill'] },
    { categories: ['fried'], stations: ['fry'] },
    { categories: ['raw', 'salad'], stations: ['cold'] },
    { categories: ['pizza'], stations: ['pizza'] },
    { categories: ['dessert'], stations: ['dessert'] },
    { categories: ['drink'], stations: ['bar'] },
    { stations: ['saute'] },
  ],
  menu: DISHES.map((dish) => ({
    id: dish.id,
    stations: [...dish.stations],
    category: dish.category,
    prepSeconds: dish.prepMinutes * 60,
    ...(dish.allergens === null ? {} : { allergens: [...dish.allergens] }),
  })),
  pass: 'expo',
  floor: demoFloor,
});
