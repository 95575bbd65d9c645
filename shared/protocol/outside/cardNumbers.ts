/**
 * Finds payment card numbers in free text: 13 to 19 digits with an issuer's prefix and a right Luhn digit, however they are written.
 * Issuer ranges: ISO/IEC 7812 as published by the schemes. A number inside a longer run of digits is not one: it must begin and end
 * where a group of digits does.
 */
export const CARD_REMOVED = '[card removed]';

/** Where the ten digits of a script begin: ASCII, Arabic-Indic, its Persian form, Devanagari, full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\uff10-\\uff19';
/** Seen through between two digits: white space, dashes, dots, middle dots, invisible joiners. */
const SEPARATOR = '\\s.\\u00b7\\u2010-\\u2015\\u2212\\u200b-\\u200d\\u2060\\ufeff\\uff0d\\uff0e_-';

/** Twelve digits cannot be a card; most texts stop here. */
const RUN = new RegExp(`[${DIGIT}](?:[${SEPARATOR}]{0,3}[${DIGIT}]){12,}`, 'gu');
const GROUP = new RegExp(`[${DIGIT}]+`, 'gu');
/** Magnetic stripe, track 1 and 2, also with its sentinels cut off. */
const TRACKS = /%?[Bb]?\d{12,19}\^[^^\n]{0,40}\^[^?\s]{4,}\??|;?\d{12,19}=\d{4,}[^?\s]*\??/gu;

const MIN_DIGITS = 13;
const MAX_DIGITS = 19;

/** First digits from, to, and the lengths issued. */
const ISSUERS: ReadonlyArray<readonly [from: number, to: number, min: number, max: number]> = [
  [4, 4, 13, 19], // Visa
  [51, 55, 16, 16], // Mastercard
  [2221, 2720, 16, 16],
  [34, 34, 15, 15], // American Express
  [37, 37, 15, 15],
  [300, 305, 14, 19], // Diners
  [309, 309, 14, 19],
  [36, 36, 14, 19],
  [38, 39, 14, 19],
  [3528, 3589, 16, 19], // JCB
  [6011, 6011, 16, 19], // Discover
  [644, 659, 16, 19],
  [62, 62, 16, 19], // UnionPay
  [81, 82, 16, 19], // UnionPay, RuPay
  [2200, 2204, 16, 19], // Mir
  [50, 50, 13, 19], // Maestro and national schemes
  [56, 58, 13, 19],
  [60, 61, 13, 19],
  [63, 69, 13, 19],
];

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

export function removeCardNumbers(text: string): string {
  if (text.length < MIN_DIGITS) return text;
  return text.replace(TRACKS, CARD_REMOVED).replace(RUN, removeFromRun);
}

/** A run may hold more than the card: `4111 1111 1111 1111 12.30`. Whole groups are tried, the longest number first. */
function removeFromRun(run: string): string {
  const groups = [...run.matchAll(GROUP)].map(
    (match): Group => ({
      start: match.index,
      end: match.index + match[0].length,
      digits: [...match[0]].map(plainDigit).join(''),
    }),
  );
  let result = '';
  let copied = 0;
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastGroupOfCard(groups, first);
    if (last === null) continue;
    result += run.slice(copied, groups[first]?.start) + CARD_REMOVED;
    copied = groups[last]?.end ?? run.length;
    first = last;
  }
  return result + run.slice(copied);
}

function lastGroupOfCard(groups: readonly Group[], first: number): number | null {
  let digits = '';
  let found: number | null = null;
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (digits.length > MAX_DIGITS) break;
    if (isCardNumber(digits)) found = last;
  }
  return found;
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}

/** `digits`: ASCII digits alone. */
export function isCardNumber(digits: string): boolean {
  const { length } = digits;
  if (length < MIN_DIGITS || length > MAX_DIGITS) return false;
  const isIssued = ISSUERS.some(([from, to, min, max]) => {
    const prefix = Number(digits.slice(0, String(from).length));
    return prefix >= from && prefix <= to && length >= min && length <= max;
  });
  return isIssued && hasLuhnDigit(digits);
}

function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
