/** What a chit needs to say anything; the screens' own speech fits. */
export interface ChitSpeech {
  readonly t: (key: string, values?: Record<string, string | number>) => string;
  /** True when the language has a word under this key: codes from outside may be new. */
  readonly has: (key: string) => boolean;
  readonly language: string;
  /** For numbers. */
  readonly locale: string;
  /** `19:31` in the venue's time zone. */
  readonly time: (at: number) => string;
}

/** Words for a code from outside, else the code itself: unknown values are kept and said. */
export function codeWord(speech: ChitSpeech, area: string, code: string): string {
  const key = `${area}.${code}`;
  return speech.has(key) ? speech.t(key) : code.replaceAll('_', ' ');
}

export function capitals(speech: ChitSpeech, words: string): string {
  return words.toLocaleUpperCase(speech.language);
}

export function allergenWord(speech: ChitSpeech, allergen: string): string {
  return capitals(speech, codeWord(speech, 'allergen', allergen));
}

export function seatWord(speech: ChitSpeech, seat: number | null): string {
  if (seat === null) return speech.t('line.seatUnknown');
  return seat === 0 ? speech.t('line.table') : speech.t('line.seat', { seat });
}

/** `S1 S4`, from three in a row on `S1-4`: seats come ascending. */
export function seatsWord(speech: ChitSpeech, seats: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seat of seats) {
    const last = runs.at(-1);
    if (last && seat > 0 && last[0] > 0 && seat === last[1] + 1) last[1] = seat;
    else runs.push([seat, seat]);
  }
  return runs
    .flatMap(([from, to]) => {
      if (to - from >= 2) return [`${seatWord(speech, from)}-${to}`];
      return from === to ? [seatWord(speech, from)] : [seatWord(speech, from), seatWord(speech, to)];
    })
    .join(' ');
}

export function courseWord(
  speech: ChitSpeech,
  { number, name }: { readonly number: number; readonly name: string | null },
): string {
  return name ?? (number === 0 ? speech.t('course.zero') : speech.t('course.numbered', { number }));
}

/** At most three decimals come from outside; halves are written as cooks do. */
export function quantityWord({ locale }: Pick<ChitSpeech, 'locale'>, quantity: number): string {
  return quantity === 0.5 ? '½' : numberWord(locale, quantity);
}

const numbers = new Map<string, Intl.NumberFormat>();

/** `0,75` where commas stand for points. No thousands: they are counts and minutes. */
function numberWord(locale: string, number: number): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale, { useGrouping: false });
  numbers.set(locale, known);
  return known.format(number);
}
