/** Each event has a figure of its own, told apart beside a hood fan: by its number of tones, their direction and their edge. */
export type SoundName =
  | 'dull'
  | 'new'
  | 'add_on'
  | 'change'
  | 'void'
  | 'allergy'
  | 'late'
  | 'rush'
  | 'asked'
  | 'note'
  | 'hands';

interface Tone {
  readonly hz: number;
  readonly atMs: number;
  readonly forMs: number;
  readonly shape: OscillatorType;
}

const tone = (hz: number, atMs: number, forMs: number, shape: OscillatorType = 'triangle'): Tone => ({
  hz,
  atMs,
  forMs,
  shape,
});

export const figures: Readonly<Record<SoundName, readonly Tone[]>> = {
  /** A press that was not done. */
  dull: [tone(110, 0, 60, 'sine')],
  /** Two up: a ticket. */
  new: [tone(880, 0, 120), tone(1320, 130, 180)],
  /** Three up, short: more for a ticket that is here. */
  add_on: [tone(880, 0, 80), tone(1047, 90, 80), tone(1320, 180, 140)],
  /** The same twice: read it again. */
  change: [tone(990, 0, 90), tone(990, 140, 90)],
  /** Two down, hard: stop cooking something. */
  void: [tone(660, 0, 160, 'square'), tone(440, 180, 260, 'square')],
  /** An alarm that swings. */
  allergy: [tone(1480, 0, 110, 'square'), tone(1110, 130, 110, 'square'), tone(1480, 260, 220, 'square')],
  /** One low and long. */
  late: [tone(520, 0, 400, 'sawtooth')],
  /** Up, as a voice asks: HOW LONG? */
  asked: [tone(740, 0, 140), tone(740, 170, 80), tone(1245, 260, 240)],
  /** One soft and high: expo's words. */
  note: [tone(1568, 0, 140, 'sine')],
  /** A bell at the pass, struck twice. */
  hands: [tone(2093, 0, 320, 'sine'), tone(2093, 380, 420, 'sine')],
  /** A gallop. */
  rush: [tone(1175, 0, 80), tone(1175, 110, 80), tone(1175, 220, 80), tone(1568, 330, 200)],
};
