/**
 * Finds payment card numbers in free text: 13 to 19 digits with an issuer's prefix and a right Luhn digit, however they are written.
 * Issuer ranges: ISO/IEC 7812 as published by the schemes. A number inside a longer run of digits is not one: it must begin and end
 * where a group of digits does.
 */
export const CARD_REMOVED = '[card removed]';

/** Where the ten digits of a script begin: ASCII, Arabic-Indic, its Persian form, Devanagari, full width, and the five mathematical alphabets. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19\\u{1d7ce}-\\u{1d7ff}';
/** Seen through between two digits: whatever is neither letter nor digit, seen or unseen. */
const SEPARATOR = '^\\p{L}\\p{N}';

/** Twelve digits cannot be a card; most texts stop here. */
const RUN = new RegExp(`[${DIGIT}](?:[${SEPARATOR}]{0,3}[${DIGIT}]){12,}`, 'gu');
const GROUP = new RegExp(`[${DIGIT}]+`, 'gu');
/** Magnetic stripe, track 1 and 2, also with its sentinels cut off. */
const TRACKS = /%?[Bb]?\d{12,19}\^[^^\n]{0,40}\^[^?\s]{4,}\??|;?\d{12,19}=\d{4,}[^?\s]*\??/gu;

const MIN_DIGITS = 13;
/** As many as `TRACKS` asks for: a stripe says so by its other signs. */
const MIN_TRACK_DIGITS = 12;
const MAX_DIGITS = 19;

type Issuer = readonly [low: number, high: number, min: number, max: number];
const MAX_PREFIX = 4;

/** By how many digits the prefix has: prefix from and to, and the lengths issued. */
const ISSUERS: Readonly<Record<number, readonly Issuer[]>> = {
  1: [[4, 4, 13, 19]], // Visa
  2: [
    [34, 34, 15, 15], // American Express
    [37, 37, 15, 15],
    [36, 36, 14, 19], // Diners
    [38, 39, 14, 19],
    [50, 50, 13, 19], // Maestro and national schemes
    [51, 55, 16, 16], // Mastercard
    [56, 58, 13, 19],
    [60, 61, 13, 19],
    [62, 62, 16, 19], // UnionPay
    [63, 69, 13, 19],
    [81, 82, 16, 19], // UnionPay, RuPay
  ],
  3: [
    [300, 305, 14, 19], // Diners
    [309, 309, 14, 19],
    [644, 659, 16, 19], // Discover
  ],
  4: [
    [2200, 2204, 16, 19], // Mir
    [2221, 2720, 16, 16], // Mastercard
    [3528, 3589, 16, 19], // JCB
    [6011, 6011, 16, 19], // Discover
  ],
};

/** The digits of a run, and where each group of them begins and ends: in the run, and among the digits. */
interface Run {
  readonly digits: readonly number[];
  readonly groups: ReadonlyArray<{
    readonly start: number;
    readonly end: number;
    readonly from: number;
    readonly to: number;
  }>;
}

export function removeCardNumbers(text: string): string {
  if (!mayHoldCard(text)) return text;
  return text.replace(TRACKS, CARD_REMOVED).replace(RUN, removeFromRun);
}

/** A tenth of what the expressions below take: most texts have no such number of digits. A sign of another script may be one. */
function mayHoldCard(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < MIN_TRACK_DIGITS; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x30 && unit <= 0x39) || unit >= 0x660) digits += 1;
  }
  return digits >= MIN_TRACK_DIGITS;
}

/** A run may hold more than the card: `4111 1111 1111 1111 12.30`. Whole groups are tried, the longest number first. */
function removeFromRun(text: string): string {
  const { digits, groups } = readRun(text);
  let result = '';
  let copied = 0;
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastGroupOfCard(digits, groups, first);
    if (last === null) continue;
    result += text.slice(copied, groups[first]?.start) + CARD_REMOVED;
    copied = groups[last]?.end ?? text.length;
    first = last;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

function readRun(text: string): Run {
  const digits: number[] = [];
  const groups = [...text.matchAll(GROUP)].map((match) => {
    const from = digits.length;
    readDigits(match[0], digits);
    return { start: match.index, end: match.index + match[0].length, from, to: digits.length };
  });
  return { digits, groups };
}

/** By code units, because going through signs costs thrice as much and most digits are ASCII. */
function readDigits(group: string, digits: number[]): void {
  for (let at = 0; at < group.length; at += 1) {
    const unit = group.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit <= 0xdbff;
    digits.push(plainDigit(isPair ? (group.codePointAt(at) ?? unit) : unit));
    if (isPair) at += 1;
  }
}

function lastGroupOfCard(digits: readonly number[], groups: Run['groups'], first: number): number | null {
  const from = groups[first]?.from ?? 0;
  let found: number | null = null;
  for (let last = first; last < groups.length; last += 1) {
    const to = groups[last]?.to ?? 0;
    if (to - from > MAX_DIGITS) break;
    if (isCard(digits, from, to)) found = last;
  }
  return found;
}

function plainDigit(code: number): number {
  if (code < 0x80) return code - 0x30;
  const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return code - zero;
}

/** `digits`: ASCII digits alone. */
export function isCardNumber(digits: string): boolean {
  const numbers = Array.from(digits, Number);
  return isCard(numbers, 0, numbers.length);
}

function isCard(digits: readonly number[], from: number, to: number): boolean {
  const length = to - from;
  if (length < MIN_DIGITS || length > MAX_DIGITS) return false;
  return isIssued(digits, from, length) && hasLuhnDigit(digits, from, to);
}

function isIssued(digits: readonly number[], from: number, length: number): boolean {
  let prefix = 0;
  for (let taken = 1; taken <= MAX_PREFIX; taken += 1) {
    prefix = prefix * 10 + (digits[from + taken - 1] ?? 0);
    const of = ISSUERS[taken];
    if (
      of?.some(([low, high, min, max]) => prefix >= low && prefix <= high && length >= min && length <= max)
    ) {
      return true;
    }
  }
  return false;
}

function hasLuhnDigit(digits: readonly number[], from: number, to: number): boolean {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const digit = digits[at] ?? 0;
    const doubled = (to - at) % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
