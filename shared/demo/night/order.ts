import type { Random } from '../random.ts';
import type { Dish } from '../restaurant/dish.ts';
import { DISHES } from '../restaurant/menu.ts';
import { modifiersFor } from './modify.ts';
import type { DemoItem } from './plan.ts';

/** What is off the menu between two moments of the night. */
export interface Absence {
  readonly dish: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Orders {
  readonly newLine: () => string;
  readonly random: Random;
  /** When they order, ms of the night. */
  readonly atMs: number;
  readonly absences: readonly Absence[];
}

/** A line for a dish. `seat` absent: nobody has said; 0: for the table; several seats share it. */
export function line(
  dish: Dish,
  { newLine, random }: Pick<Orders, 'newLine' | 'random'>,
  rest: Partial<DemoItem> = {},
): DemoItem {
  const modifiers = modifiersFor(dish, random);
  return {
    id: newLine(),
    menuItemId: dish.id,
    name: dish.en,
    names: { en: dish.en, es: dish.es },
    quantity: 1,
    course: dish.course,
    ...(modifiers.length > 0 ? { modifiers } : {}),
    ...rest,
  };
}

export function onMenu(orders: Pick<Orders, 'atMs' | 'absences'>, isWanted: (dish: Dish) => boolean): Dish[] {
  const off = new Set(
    orders.absences
      .filter(({ fromMs, untilMs }) => orders.atMs >= fromMs && orders.atMs < untilMs)
      .map(({ dish }) => dish),
  );
  return DISHES.filter((dish) => !off.has(dish.id) && isWanted(dish));
}

const isOwn = (dish: Dish) => dish.isShared !== true;

/** A table's first order: drinks and bread at once, starters (or not), a main for each seat, sides with their mains. */
export function firstOrder(covers: number, hasStarters: boolean, orders: Orders): DemoItem[] {
  const seats = Array.from({ length: covers }, (_, index) => index + 1);
  return [
    ...drinks(covers, orders),
    ...(orders.random.chance(0.4) ? [line(dish('bread', orders), orders, { seat: 0 })] : []),
    ...(hasStarters ? starters(seats, orders) : []),
    ...mains(seats, orders),
  ];
}

function dish(id: string, orders: Orders): Dish {
  const [found] = onMenu(orders, (one) => one.id === id);
  if (!found) throw new Error(`${id} is off the menu`);
  return found;
}

function drinks(covers: number, orders: Orders): DemoItem[] {
  const glasses = new Map<Dish, number>();
  for (let seat = 1; seat <= covers; seat += 1) {
    const drink = orders.random.pick(onMenu(orders, ({ category }) => category === 'drink'));
    glasses.set(drink, (glasses.get(drink) ?? 0) + 1);
  }
  return [...glasses].map(([drink, quantity]) => line(drink, orders, { quantity }));
}

function starters(seats: readonly number[], orders: Orders): DemoItem[] {
  const { random } = orders;
  const own = onMenu(orders, (one) => one.course === 1 && isOwn(one));
  const shared = onMenu(orders, (one) => one.course === 1 && !isOwn(one));
  const plates: DemoItem[] = [];
  if (seats.length >= 2 && random.chance(0.5)) {
    const sharing = seats.length > 3 && random.chance(0.5) ? seats.slice(0, 2) : null;
    plates.push(line(random.pick(shared), orders, sharing ? { seats: [...sharing] } : { seat: 0 }));
  }
  for (const seat of seats) if (random.chance(0.6)) plates.push(line(random.pick(own), orders, { seat }));
  return plates.length > 0 ? plates : [line(random.pick(shared), orders, { seat: 0 })];
}

function mains(seats: readonly number[], orders: Orders): DemoItem[] {
  const { random } = orders;
  const dishes = onMenu(
    orders,
    (one) => one.course === 2 && isOwn(one) && !['side', 'kids'].includes(one.category),
  );
  return seats.flatMap((seat) => {
    const main = line(random.pick(dishes), orders, { seat });
    if (!random.chance(0.2)) return [main];
    const side = random.pick(onMenu(orders, ({ category, course }) => category === 'side' && course === 2));
    return [main, line(side, orders, { seat, with: main.id })];
  });
}

/** Somebody at the table has a main of that station, so that whoever stands there has something to cook. */
export function withDishOf(station: string, items: DemoItem[], orders: Orders): DemoItem[] {
  const isMadeThere = (one: Dish) => one.course === 2 && isOwn(one) && one.stations.includes(station);
  const there = onMenu(orders, isMadeThere);
  const has = items.some((item) => there.some(({ id }) => id === item.menuItemId));
  const instead = items.findIndex(({ course }) => course === 2);
  const old = items[instead];
  if (has || !old || there.length === 0) return items;
  const { seat, id } = old;
  const fresh = line(orders.random.pick(there), orders, { id, ...(seat === undefined ? {} : { seat }) });
  return items.map((item) => (item === old ? fresh : item));
}

export function desserts(covers: number, orders: Orders): DemoItem[] {
  const sweet = onMenu(orders, (one) => one.course === 3 && isOwn(one));
  const seats = Array.from({ length: covers }, (_, index) => index + 1).filter(() =>
    orders.random.chance(0.6),
  );
  return (seats.length > 0 ? seats : [1]).map((seat) =>
    line(orders.random.pick(sweet), orders, { seat, course: 3 }),
  );
}
