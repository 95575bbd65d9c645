import { isCardKey } from './cardKeys.ts';
import { CARD_REMOVED, isCardNumber, removeCardNumbers } from './cardNumbers.ts';

/**
 * The card rule: payment data never enters. It runs over the raw message, before anything of it is parsed, stored or logged, so that no
 * later step has to think of it. Ids are exempt: a POS may number its tickets as it likes, and an id changed is another ticket.
 */
const ID_KEYS: ReadonlySet<string> = new Set([
  'id',
  'source',
  'item',
  'items',
  'tickets',
  'menuItemId',
  'with',
  'refireOf',
  'key',
  'epoch',
]);

/** Deeper than anything the contract names, and shallow enough for any stack. What lies beneath is dropped. */
const MAX_DEPTH = 40;

/** Everything up to here with a leading plus is a telephone number (ITU-T E.164). */
const INTERNATIONAL_PHONE = /^\s*\+(?:[\s().-]*\d){7,15}\s*$/u;

/** A copy of `value` without card data. `key` is the name it stands under. */
export function cardRule(value: unknown, key = '', depth = 0): unknown {
  switch (typeof value) {
    case 'string':
      return textWithout(value, key);
    case 'number':
      return isIdKey(key) || !isWholeCard(value) ? value : CARD_REMOVED;
    case 'object':
      return value === null || depth >= MAX_DEPTH ? null : branchWithout(value, key, depth);
    case 'boolean':
      return value;
    default:
      return undefined;
  }
}

/** The smallest number of 13 digits. */
const LEAST_CARD = 1e12;

function isWholeCard(value: number): boolean {
  return value >= LEAST_CARD && Number.isInteger(value) && isCardNumber(String(value));
}

function textWithout(text: string, key: string): string {
  if (isIdKey(key)) return text;
  if (key === 'phone' && INTERNATIONAL_PHONE.test(text)) return text;
  return removeCardNumbers(text);
}

function branchWithout(value: object, key: string, depth: number): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => cardRule(member, key, depth + 1));
  // Attachments (Buffer and the like) are no part of the contract.
  if (!isPlain(value)) return null;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    // As a member of a plain object this name would be its prototype.
    if (name === '__proto__' || kindOf(name) === 'card') continue;
    copy[name] = cardRule(member, name, depth + 1);
  }
  return copy;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isIdKey(key: string): boolean {
  return kindOf(key) === 'id';
}

type KeyKind = 'card' | 'id' | 'other';

/** A POS uses the same names in every message, and telling their kinds was most of the work. Bounded: a sender may invent names. */
const kinds = new Map<string, KeyKind>();
const MAX_KINDS = 1_000;
const MAX_NAME = 100;

function kindOf(name: string): KeyKind {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  const kind = isCardKey(name) ? 'card' : isNamedId(name) ? 'id' : 'other';
  if (kinds.size >= MAX_KINDS) kinds.clear();
  if (name.length <= MAX_NAME) kinds.set(name, kind);
  return kind;
}

/** `businessLocationId`, `menuItemId`, `createdAt`, `ts` and the ids above. */
function isNamedId(key: string): boolean {
  return ID_KEYS.has(key) || /(?:Id|_id|At|_at)$/u.test(key) || key === 'ts';
}
