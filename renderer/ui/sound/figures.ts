/**
 * What each event sounds like. Told apart beside a hood fan by the number of its tones, their direction, their edge and their rhythm, so that
 * nothing hangs on a fine ear for pitch.
 *
 * A kitchen has about 80 dB of fans, taps and pans, most of it below 1 kHz, and noise masks upwards by ever less, 7.5 dB an octave (ISO 7731,
 * annex B). So every tone lies where little masks it, the ear is sharpest (ISO 226: 2 to 5 kHz) and the small loudspeaker of a tablet still
 * carries: 1 to 4 kHz. No tone is pure, because a tone with overtones is found by ear and one without is not (Patterson 1982, guidelines for
 * auditory warnings: four components and more).
 */
export type SoundName =
  | 'dull'
  | 'new'
  | 'add_on'
  | 'change'
  | 'void'
  | 'allergy'
  | 'anaphylaxis'
  | 'allergy_added'
  | 'conflict'
  | 'late'
  | 'rush'
  | 'asked'
  | 'answered'
  | 'question'
  | 'note'
  | 'hands'
  | 'unheard'
  | 'alert'
  | 'link_lost'
  | 'link_back'
  | 'pos_lost';

/** `voice`: that of the station. `knock` is noise around its tone, as of a knuckle or a print head. */
export type Timbre = 'voice' | 'horn' | 'reed' | 'bell' | 'knock';

export interface Tone {
  /** Before any voice; 1,175 to 2,400, so that the lowest and the highest voice stay between 1 and 4 kHz with it. */
  readonly hz: number;
  /** Glides there; absent: it stays. */
  readonly toHz?: number;
  readonly atMs: number;
  readonly forMs: number;
  readonly timbre: Timbre;
}

export interface Figure {
  readonly tones: readonly Tone[];
  /** Of full scale, at its peak. What may hurt somebody has all of it. */
  readonly level: number;
}

const tone = (hz: number, atMs: number, forMs: number, timbre: Timbre = 'voice'): Tone => ({
  hz,
  atMs,
  forMs,
  timbre,
});

const glide = (hz: number, toHz: number, atMs: number, forMs: number, timbre: Timbre): Tone => ({
  hz,
  toHz,
  atMs,
  forMs,
  timbre,
});

/** The same stroke `times` over, `everyMs` apart. */
const strokes = (times: number, everyMs: number, stroke: Tone): Tone[] =>
  Array.from({ length: times }, (_, index) => ({ ...stroke, atMs: stroke.atMs + index * everyMs }));

const GRAVE = 0.95;
const USUAL = 0.7;
const SOFT = 0.45;

export const figures: Readonly<Record<SoundName, Figure>> = {
  /** A press that was not done. */
  dull: { level: SOFT, tones: [tone(1200, 0, 45, 'knock')] },
  /** Two up: a ticket. */
  new: { level: USUAL, tones: [tone(1319, 0, 120), tone(1760, 130, 180)] },
  /** Four up, short: more for a ticket that is here. */
  add_on: {
    level: USUAL,
    tones: [tone(1319, 0, 60), tone(1568, 75, 60), tone(1760, 150, 60), tone(2093, 225, 150)],
  },
  /** The same twice: read it again. */
  change: { level: USUAL, tones: [tone(1480, 0, 100), tone(1480, 190, 100)] },
  /** Two down, hard and long: stop cooking something. */
  void: { level: USUAL, tones: [tone(1976, 0, 180, 'horn'), tone(1245, 200, 320, 'horn')] },
  /** An alarm that swings. */
  allergy: {
    level: GRAVE,
    tones: [tone(2217, 0, 130, 'horn'), tone(1397, 150, 130, 'horn'), tone(2217, 300, 260, 'horn')],
  },
  /** The same, and does not end: eight short strokes between two tones. */
  anaphylaxis: {
    level: GRAVE,
    tones: [
      ...strokes(4, 180, tone(2349, 0, 75, 'horn')),
      ...strokes(4, 180, tone(1760, 90, 75, 'horn')),
      tone(2349, 760, 240, 'horn'),
    ],
  },
  /** A siren twice: it comes to food that may be on the plate. */
  allergy_added: {
    level: GRAVE,
    tones: [glide(1175, 2349, 0, 330, 'horn'), glide(1175, 2349, 380, 330, 'horn')],
  },
  /** Two tones that do not go together, struck twice. */
  conflict: {
    level: GRAVE,
    tones: [
      tone(1568, 0, 200, 'horn'),
      tone(1865, 0, 200, 'horn'),
      tone(1568, 320, 200, 'horn'),
      tone(1865, 320, 200, 'horn'),
    ],
  },
  /** One long that sinks. */
  late: { level: GRAVE, tones: [glide(1976, 1245, 0, 600, 'reed')] },
  /** A gallop, two strides. */
  rush: {
    level: GRAVE,
    tones: [
      ...strokes(2, 85, tone(1661, 0, 50)),
      tone(2217, 170, 190),
      ...strokes(2, 85, tone(1661, 420, 50)),
      tone(2217, 590, 190),
    ],
  },
  /** Up at its end, as a voice asks: HOW LONG? */
  asked: { level: USUAL, tones: [glide(1319, 1397, 0, 240, 'voice'), glide(1480, 2349, 320, 300, 'voice')] },
  /** Down at its end, as a voice answers. */
  answered: { level: SOFT, tones: [tone(2217, 0, 90), tone(1397, 110, 260)] },
  /** Here or there, here or there. */
  question: {
    level: USUAL,
    tones: [tone(1319, 0, 140), tone(1976, 150, 140), tone(1319, 420, 140), tone(1976, 570, 200)],
  },
  /** One soft and high: expo's words. */
  note: { level: SOFT, tones: [tone(2349, 0, 300, 'bell')] },
  /** A bell at the pass, struck three times. */
  hands: { level: GRAVE, tones: strokes(3, 300, tone(2093, 0, 290, 'bell')) },
  /** A knuckle on the pass, twice two. */
  unheard: {
    level: USUAL,
    tones: [...strokes(2, 130, tone(1568, 0, 60, 'knock')), ...strokes(2, 130, tone(1568, 460, 60, 'knock'))],
  },
  /** Six short and even: somebody must go now. */
  alert: { level: GRAVE, tones: strokes(6, 115, tone(1865, 0, 70, 'reed')) },
  /** Three down, slow: nobody is at the other end. */
  link_lost: {
    level: USUAL,
    tones: [tone(2093, 0, 200, 'reed'), tone(1568, 260, 200, 'reed'), tone(1245, 520, 380, 'reed')],
  },
  /** The same way up, quick and soft. */
  link_back: {
    level: SOFT,
    tones: [tone(1175, 0, 90, 'bell'), tone(1568, 110, 90, 'bell'), tone(2093, 220, 240, 'bell')],
  },
  /** Two long on one tone: an engaged line. */
  pos_lost: { level: USUAL, tones: [tone(1319, 0, 340, 'reed'), tone(1319, 500, 340, 'reed')] },
};

/** A line of a needle printer is 9 strokes of its head here; then the next. Cooks who had one know it without thinking. */
const LINE_MS = 190;
const HEAD_EVERY_MS = 19;
const HEAD_STROKES = 9;

/** Instead of `new` where a screen chooses so: three lines of a needle printer, and the paper torn off. */
export const printerNoise: Figure = {
  level: USUAL,
  tones: [
    ...[0, 1, 2].flatMap((line) =>
      strokes(HEAD_STROKES, HEAD_EVERY_MS, tone(1800, line * (LINE_MS + 60), 13, 'knock')),
    ),
    glide(1500, 2400, 3 * (LINE_MS + 60), 150, 'knock'),
  ],
};

/** How grave, gravest first: of what happens at once one sounds, and it is the first of these. */
export const GRAVITY: readonly SoundName[] = [
  'anaphylaxis',
  'allergy_added',
  'allergy',
  'conflict',
  'alert',
  'rush',
  'void',
  'link_lost',
  'late',
  'asked',
  'question',
  'change',
  'hands',
  'unheard',
  'pos_lost',
  'answered',
  'note',
  'add_on',
  'new',
  'link_back',
  'dull',
];

export function graver(one: SoundName | null, other: SoundName): SoundName {
  return one !== null && GRAVITY.indexOf(one) <= GRAVITY.indexOf(other) ? one : other;
}

/** What quiet hours turn down less: a guest's allergy and late food are heard at any hour. */
const NEVER_SILENT: ReadonlySet<SoundName> = new Set([
  'anaphylaxis',
  'allergy_added',
  'allergy',
  'conflict',
  'alert',
  'late',
]);

/** Half as loud to the ear is 10 dB less (Stevens' rule); what must be heard loses 6. */
const QUIET = 10 ** (-10 / 20);
const QUIET_GRAVE = 10 ** (-6 / 20);

/** By the screen's own volume, 0 to 3: steps of 10 dB, each twice as loud; the last is all the device has. */
const LOUDNESS = [0, 0.1, 0.316, 1] as const;

/** The factor a sound is played with, 0 to 1. Whoever turns a screen off has done so; nothing else silences a grave sound. */
export function loudnessOf(name: SoundName, volume: 0 | 1 | 2 | 3, isQuiet: boolean): number {
  const quiet = NEVER_SILENT.has(name) ? QUIET_GRAVE : QUIET;
  return LOUDNESS[volume] * (isQuiet ? quiet : 1);
}
