/** The limits of the outside contract, named once. Characters are code points. */
export const LIMITS = {
  messageBytes: 1024 * 1024,
  /** Up to here a message that is too large is still told so; beyond it the connection closes. */
  readBytes: 4 * 1024 * 1024,
  items: 500,
  /** Dishes, and modifiers, of one menu; the contract's limit is the message's size. */
  menuEntries: 5_000,
  modifierLevels: 4,
  noteCharacters: 2000,
  idCharacters: 200,
  /** Names, numbers, tables and other words that stand in one line of a tile; the contract leaves it open. */
  wordsCharacters: 500,
  /** What `item.refire` and `allergy.withdraw` carry is read in one glance. */
  reasonCharacters: 200,
  byCharacters: 100,
  quantityDecimals: 3,
  /** No kitchen makes more of one line; beyond it arithmetic in thousandths would lose digits. */
  quantity: 1_000_000,
  /** A seat, course or cover number beyond this is a mistake. */
  count: 100_000,
} as const;
