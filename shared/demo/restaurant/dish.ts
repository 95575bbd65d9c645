/** A dish of the demo restaurant, as its POS has it on the menu. */
export interface Dish {
  readonly id: string;
  readonly en: string;
  readonly es: string;
  readonly stations: readonly string[];
  readonly category: Category;
  /** 0 at once, 1 starters, 2 mains, 3 desserts. */
  readonly course: 0 | 1 | 2 | 3;
  readonly prepMinutes: number;
  /** null: nobody has written its list, which is not an empty one. */
  readonly allergens: readonly string[] | null;
  /** What one portion adds to all-day beside itself. */
  readonly counts?: readonly { readonly name: string; readonly quantity: number }[];
  readonly card?: string;
  /** Eaten from the middle of the table. */
  readonly isShared?: boolean;
  /** Groups of modifiers: one of each is chosen. */
  readonly choices?: readonly (readonly string[])[];
  /** Modifiers some guests want. */
  readonly wishes?: readonly string[];
}

export type Category =
  | 'raw'
  | 'salad'
  | 'fried'
  | 'pan'
  | 'grill'
  | 'pasta'
  | 'pizza'
  | 'side'
  | 'kids'
  | 'dessert'
  | 'drink';
