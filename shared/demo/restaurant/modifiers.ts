/** A modifier of the demo POS. `inner` are the changes that go beneath it. */
export interface DemoModifier {
  readonly id: string;
  readonly en: string;
  readonly es: string;
  readonly kind: 'add' | 'no' | 'sub' | 'side' | 'extra' | 'light' | 'option';
  readonly allergens: readonly string[] | null;
  readonly removes?: readonly string[];
  /** May be negative. */
  readonly prepSeconds?: number;
  readonly isInAllDay?: boolean;
  readonly inner?: readonly string[];
}

type Row = readonly [id: string, en: string, es: string];

const of =
  (kind: DemoModifier['kind'], rest: Partial<DemoModifier> = {}) =>
  ([id, en, es]: Row): DemoModifier => ({ id, en, es, kind, allergens: [], ...rest });

const doneness = of('option', { isInAllDay: true });
const half = (inner: readonly string[]) => of('option', { allergens: ['milk'], inner });

export const MODIFIERS: readonly DemoModifier[] = [
  doneness(['rare', 'Rare', 'Poco hecho']),
  doneness(['medium-rare', 'Medium rare', 'Al punto menos']),
  doneness(['medium', 'Medium', 'Al punto']),
  of('option', { isInAllDay: true, prepSeconds: 180 })(['well-done', 'Well done', 'Muy hecho']),
  of('side')(['side-fries', 'Fries', 'Patatas fritas']),
  of('side', { allergens: ['mustard'] })(['side-salad', 'Green salad', 'Ensalada verde']),
  of('side', { allergens: ['milk'] })(['side-mash', 'Mash', 'Puré']),
  of('option', { allergens: ['wheat', 'milk', 'egg'], inner: ['toasted'] })([
    'bun-brioche',
    'Brioche bun',
    'Pan brioche',
  ]),
  of('sub', { allergens: ['egg'], removes: ['wheat'], inner: ['toasted'] })([
    'bun-gluten-free',
    'Gluten-free bun',
    'Pan sin gluten',
  ]),
  of('option', { inner: ['no-butter'] })(['toasted', 'Toasted', 'Tostado']),
  of('no', { removes: ['milk'] })(['no-butter', 'Butter', 'Mantequilla']),
  of('no', { removes: ['sesame'] })(['no-sesame', 'Sesame', 'Sésamo']),
  of('no', { removes: ['walnut', 'almond', 'hazelnut'] })(['no-nuts', 'Nuts', 'Frutos secos']),
  of('no', { removes: ['milk'] })(['no-cheese', 'Cheese', 'Queso']),
  of('no', { removes: ['fish'] })(['no-anchovy', 'Anchovy', 'Anchoa']),
  of('no')(['no-onion', 'Onion', 'Cebolla']),
  of('light')(['light-salt', 'Salt', 'Sal']),
  of('extra')(['extra-chili', 'Chili', 'Guindilla']),
  of('extra', { allergens: ['milk'] })(['extra-cheese', 'Cheese', 'Queso']),
  of('extra', { allergens: ['milk'], prepSeconds: 30, inner: ['on-side'] })([
    'extra-mozzarella',
    'Mozzarella',
    'Mozzarella',
  ]),
  of('option')(['on-side', 'On the side', 'Aparte']),
  of('add', { allergens: ['milk'] })(['add-cheddar', 'Cheddar', 'Cheddar']),
  of('add', { prepSeconds: 60 })(['add-bacon', 'Bacon', 'Beicon']),
  of('add', { prepSeconds: 240 })(['add-chicken', 'Grilled chicken', 'Pollo a la parrilla']),
  of('add', { allergens: ['egg'] })(['add-aioli', 'Aioli', 'Alioli']),
  of('add', { allergens: ['milk'], inner: ['on-side'] })([
    'sauce-pepper',
    'Pepper sauce',
    'Salsa a la pimienta',
  ]),
  of('add', { allergens: ['sesame'], inner: ['on-side'] })([
    'sauce-tahini',
    'Tahini sauce',
    'Salsa de tahini',
  ]),
  of('side')(['sauce-side', 'Sauce on the side', 'Salsa aparte']),
  of('side')(['dressing-side', 'Dressing on the side', 'Aliño aparte']),
  half(['extra-mozzarella'])(['half-margherita', 'Half Margherita', 'Mitad Margarita']),
  half(['extra-chili'])(['half-diavola', 'Half Diavola', 'Mitad Diavola']),
  half([])(['half-cheeses', 'Half Four cheeses', 'Mitad Cuatro quesos']),
  of('option', { allergens: ['milk', 'egg'] })(['flavour-vanilla', 'Vanilla', 'Vainilla']),
  of('option', { allergens: ['milk', 'soy'] })(['flavour-chocolate', 'Chocolate', 'Chocolate']),
  of('option')(['flavour-sorbet', 'Mango sorbet', 'Sorbete de mango']),
];

const byId = new Map(MODIFIERS.map((modifier) => [modifier.id, modifier]));

export function modifierOf(id: string): DemoModifier {
  const found = byId.get(id);
  if (!found) throw new Error(`the demo has no modifier ${id}`);
  return found;
}
