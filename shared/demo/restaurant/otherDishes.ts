import type { Dish } from './dish.ts';

const PIZZA = { course: 2, stations: ['pizza'], category: 'pizza' } as const;
const DESSERT = { course: 3, stations: ['dessert'], category: 'dessert' } as const;
const DRINK = { course: 0, stations: ['bar'], category: 'drink' } as const;
const HALVES = ['half-margherita', 'half-diavola', 'half-cheeses'];
const FLAVOURS = ['flavour-vanilla', 'flavour-chocolate', 'flavour-sorbet'];

export const PIZZAS: readonly Dish[] = [
  {
    ...PIZZA,
    id: 'margherita',
    en: 'Margherita',
    es: 'Margarita',
    prepMinutes: 8,
    allergens: ['wheat', 'milk'],
    wishes: ['extra-mozzarella', 'extra-chili'],
  },
  {
    ...PIZZA,
    id: 'diavola',
    en: 'Diavola',
    es: 'Diavola',
    prepMinutes: 8,
    allergens: ['wheat', 'milk'],
    wishes: ['extra-mozzarella', 'no-onion'],
  },
  {
    ...PIZZA,
    id: 'cheeses',
    en: 'Four cheeses',
    es: 'Cuatro quesos',
    prepMinutes: 8,
    allergens: ['wheat', 'milk'],
  },
  { ...PIZZA, id: 'marinara', en: 'Marinara', es: 'Marinara', prepMinutes: 7, allergens: ['wheat'] },
  {
    ...PIZZA,
    id: 'half-half',
    en: 'Half and half',
    es: 'Mitad y mitad',
    prepMinutes: 9,
    allergens: ['wheat', 'milk'],
    // Its two halves: chosen together, never the same twice.
    choices: [HALVES, HALVES],
  },
];

export const SIDES: readonly Dish[] = [
  {
    id: 'bread',
    en: 'Bread and oil',
    es: 'Pan con aceite',
    stations: ['cold'],
    category: 'side',
    course: 0,
    prepMinutes: 2,
    allergens: ['wheat'],
    isShared: true,
  },
  {
    id: 'fries',
    en: 'Fries',
    es: 'Patatas fritas',
    stations: ['fry'],
    category: 'side',
    course: 2,
    prepMinutes: 5,
    allergens: [],
    wishes: ['add-aioli', 'light-salt'],
  },
  {
    id: 'greens',
    en: 'Green beans and almonds',
    es: 'Judías verdes con almendras',
    stations: ['saute'],
    category: 'side',
    course: 2,
    prepMinutes: 5,
    allergens: ['almond', 'milk'],
    wishes: ['no-nuts', 'no-butter'],
  },
  {
    id: 'kids-pasta',
    en: "Kids' pasta",
    es: 'Pasta infantil',
    stations: ['saute'],
    category: 'kids',
    course: 2,
    prepMinutes: 6,
    allergens: ['wheat', 'milk'],
    wishes: ['no-cheese'],
  },
  {
    id: 'tenders',
    en: 'Chicken tenders',
    es: 'Tiras de pollo',
    stations: ['fry'],
    category: 'kids',
    course: 2,
    prepMinutes: 6,
    allergens: ['wheat', 'egg'],
    wishes: ['sauce-side'],
  },
];

export const DESSERTS: readonly Dish[] = [
  {
    ...DESSERT,
    id: 'tart',
    en: 'Lemon tart',
    es: 'Tarta de limón',
    prepMinutes: 4,
    allergens: ['wheat', 'egg', 'milk'],
  },
  {
    ...DESSERT,
    id: 'brownie',
    en: 'Chocolate brownie',
    es: 'Brownie de chocolate',
    prepMinutes: 5,
    allergens: ['wheat', 'egg', 'milk', 'hazelnut'],
    wishes: ['no-nuts'],
  },
  {
    ...DESSERT,
    id: 'cheesecake',
    en: 'Baked cheesecake',
    es: 'Tarta de queso',
    prepMinutes: 4,
    allergens: ['wheat', 'egg', 'milk'],
  },
  {
    ...DESSERT,
    id: 'ice-cream',
    en: 'Ice cream',
    es: 'Helado',
    prepMinutes: 3,
    allergens: [],
    choices: [FLAVOURS],
  },
  {
    ...DESSERT,
    id: 'cheese-plate',
    en: 'Cheese plate',
    es: 'Tabla de quesos',
    prepMinutes: 5,
    allergens: ['milk', 'walnut'],
    isShared: true,
    wishes: ['no-nuts'],
  },
];

export const DRINKS: readonly Dish[] = [
  {
    ...DRINK,
    id: 'rioja',
    en: 'Glass of rioja',
    es: 'Copa de rioja',
    prepMinutes: 2,
    allergens: ['sulphite'],
  },
  { ...DRINK, id: 'gin-tonic', en: 'Gin and tonic', es: 'Gin-tonic', prepMinutes: 3, allergens: [] },
  {
    ...DRINK,
    id: 'lemonade',
    en: 'House lemonade',
    es: 'Limonada de la casa',
    prepMinutes: 2,
    allergens: [],
  },
];
