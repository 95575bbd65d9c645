import { describe, expect, test } from 'vitest';
import { demoConfig, nightBeginsAt, WINDOW_STATION } from '../../../shared/demo/restaurant/house.ts';
import { DISHES, menuPut } from '../../../shared/demo/restaurant/menu.ts';
import { MODIFIERS, modifierOf } from '../../../shared/demo/restaurant/modifiers.ts';
import { TABLES } from '../../../shared/demo/restaurant/tables.ts';
import { ALLERGEN_CODES } from '../../../shared/domain/model/allergen.ts';
import { POS_MESSAGES } from '../../../shared/protocol/outside/posMessages.ts';

describe('the demo restaurant', () => {
  test('about 45 dishes, each with a name in two languages, a prep time and stations of the house', () => {
    expect(DISHES.length).toBeGreaterThanOrEqual(44);
    expect(DISHES.length).toBeLessThanOrEqual(48);
    const stations = demoConfig.stations.map(({ id }) => id);
    for (const dish of DISHES) {
      expect([dish.en, dish.es].every((name) => name.length > 2)).toBe(true);
      expect(dish.prepMinutes).toBeGreaterThan(0);
      expect(dish.stations.length).toBeGreaterThan(0);
      expect(stations).toEqual(expect.arrayContaining([...dish.stations]));
    }
    expect(new Set(DISHES.map(({ id }) => id)).size).toBe(DISHES.length);
    const made = new Set(DISHES.flatMap(({ stations: at }) => at));
    expect([...made].sort()).toEqual([...stations].sort());
  });

  test('its recipes name allergens the contract knows, and one dish has no list', () => {
    const codes = [...DISHES, ...MODIFIERS].flatMap(({ allergens }) => allergens ?? []);
    expect(codes.filter((code) => !ALLERGEN_CODES.has(code))).toEqual([]);
    expect(DISHES.filter(({ allergens }) => allergens === null).map(({ id }) => id)).toEqual(['soup']);
  });

  test('every choice, wish and inner change is a modifier it has', () => {
    const ids = DISHES.flatMap(({ choices = [], wishes = [] }) => [...choices.flat(), ...wishes]);
    const inner = MODIFIERS.flatMap((modifier) => modifier.inner ?? []);
    for (const id of [...ids, ...inner]) expect(modifierOf(id).id).toBe(id);
  });

  test('24 tables', () => {
    expect(TABLES.length).toBe(24);
    expect(new Set(TABLES.map(({ id }) => id)).size).toBe(24);
  });

  test('its menu is one the contract takes, with the soup written down in the second revision', () => {
    const soup = (revision: number) => {
      const menu = POS_MESSAGES['menu.put'].parse(menuPut('till', revision));
      return menu.items.find(({ id }) => id === 'soup')?.allergens;
    };
    expect(soup(1)).toBeUndefined();
    expect(soup(2)).toEqual(['celery', 'milk']);
  });

  test('its evening is a Friday of the venue, from 17:00', () => {
    const local = (at: number) =>
      new Intl.DateTimeFormat('en-GB', {
        timeZone: demoConfig.venue.timeZone,
        weekday: 'long',
        hour: '2-digit',
        minute: '2-digit',
      }).format(at);
    expect(local(nightBeginsAt('full'))).toBe('Friday 17:00');
    expect(local(nightBeginsAt('hour'))).toBe('Friday 19:30');
    expect(demoConfig.stations.some(({ id }) => id === WINDOW_STATION)).toBe(true);
  });
});
