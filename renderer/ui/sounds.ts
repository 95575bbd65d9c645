/**
 * Sounds are made, not played: a kitchen tablet needs no files for them, and each event has a figure of its own that is told apart beside a
 * hood fan. Every one has a visual twin, so a browser that may not sound yet loses nothing.
 */
export type SoundName = 'dull' | 'new' | 'change' | 'void' | 'allergy' | 'late' | 'rush';

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

const FIGURES: Record<SoundName, readonly Tone[]> = {
  dull: [tone(110, 0, 60, 'sine')],
  new: [tone(880, 0, 120), tone(1320, 130, 180)],
  change: [tone(990, 0, 90), tone(990, 140, 90)],
  void: [tone(660, 0, 160, 'square'), tone(440, 180, 260, 'square')],
  allergy: [tone(1480, 0, 110, 'square'), tone(1110, 130, 110, 'square'), tone(1480, 260, 220, 'square')],
  late: [tone(520, 0, 400, 'sawtooth')],
  rush: [tone(1175, 0, 80), tone(1175, 110, 80), tone(1175, 220, 80), tone(1568, 330, 200)],
};

const VOLUME = 0.18;
const FADE_S = 0.02;
const MS = 1000;

let context: AudioContext | null = null;

export function playSound(name: SoundName): void {
  // Browsers wait for a first touch; a figure that comes before it is silent, and not played late.
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  for (const one of FIGURES[name]) sound(context, one);
}

function sound(audio: AudioContext, { hz, atMs, forMs, shape }: Tone): void {
  const from = audio.currentTime + atMs / MS;
  const to = from + forMs / MS;
  const voice = audio.createOscillator();
  const loudness = audio.createGain();
  voice.type = shape;
  voice.frequency.value = hz;
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(VOLUME, from + FADE_S);
  loudness.gain.setValueAtTime(VOLUME, Math.max(from + FADE_S, to - FADE_S));
  loudness.gain.linearRampToValueAtTime(0, to);
  voice.connect(loudness).connect(audio.destination);
  voice.start(from);
  voice.stop(to);
}
