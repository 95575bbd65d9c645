import { ownSettings } from '../app/ownSettings.ts';
import { figures, type SoundName } from './soundFigures.ts';

export type { SoundName } from './soundFigures.ts';

/**
 * Sounds are made, not played: a kitchen tablet needs no files for them. Every one has a visual twin, so a browser that may not sound yet
 * loses nothing; until somebody touches the page once, the footer says that it is mute.
 */
const FADE_S = 0.02;
const MS = 1000;
/** By the screen's own volume, 0 to 3. */
const LOUDNESS = [0, 0.07, 0.18, 0.42] as const;

let context: AudioContext | null = null;

/** Browsers wait for a first touch. */
export function maySound(): boolean {
  return typeof AudioContext !== 'undefined' && navigator.userActivation?.hasBeenActive !== false;
}

export function playSound(name: SoundName): void {
  const loudness = LOUDNESS[ownSettings().volume] ?? 0;
  // A figure that comes before the first touch is silent, and not played late.
  if (loudness === 0 || !maySound()) return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  for (const { hz, atMs, forMs, shape } of figures[name]) {
    const from = context.currentTime + atMs / MS;
    const to = from + forMs / MS;
    const voice = context.createOscillator();
    const gain = context.createGain();
    voice.type = shape;
    voice.frequency.value = hz;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loudness, from + FADE_S);
    gain.gain.setValueAtTime(loudness, Math.max(from + FADE_S, to - FADE_S));
    gain.gain.linearRampToValueAtTime(0, to);
    voice.connect(gain).connect(context.destination);
    voice.start(from);
    voice.stop(to);
  }
}
