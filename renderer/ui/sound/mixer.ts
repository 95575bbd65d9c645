import type { Figure, Timbre, Tone } from './figures.ts';
import type { Voice } from './voices.ts';

/**
 * A figure as samples, −1 to 1. What is played is exactly this, so that a test can look at it: no oscillators of a browser, each a little
 * different.
 */
const MS = 1000;
/** Shorter edges click, longer ones blur the beginning by which a sound is told. */
const EDGE_MS = 8;
/** After the last tone, so that its end is not cut. */
const TAIL_MS = 10;
/** What is above masks nothing, carries little, and folds back at low rates. */
const HIGHEST_HZ = 9_000;

/** Odd overtones, falling as those of a square wave. */
const HORN = [1, 0, 0.33, 0, 0.2, 0, 0.14];
/** All overtones, falling as those of a sawtooth. */
const REED = [1, 0.5, 0.33, 0.25, 0.2];
/** A struck bell's partials are no multiples of its tone; they die away, the high ones first. */
const BELL = [
  { times: 1, strength: 1, halfMs: 90 },
  { times: 1.51, strength: 0.6, halfMs: 60 },
  { times: 2.76, strength: 0.35, halfMs: 25 },
] as const;

export function mix({ tones, level }: Figure, voice: Voice, sampleRate: number): Float32Array {
  const endMs = Math.max(...tones.map(({ atMs, forMs }) => atMs + forMs)) + TAIL_MS;
  const samples = new Float32Array(Math.ceil((endMs / MS) * sampleRate));
  for (const one of tones) add(samples, one, voice, sampleRate);
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const factor = peak === 0 ? 0 : level / peak;
  for (let at = 0; at < samples.length; at += 1) samples[at] = (samples[at] ?? 0) * factor;
  return samples;
}

function add(samples: Float32Array, tone: Tone, voice: Voice, sampleRate: number): void {
  const from = Math.round((tone.atMs / MS) * sampleRate);
  const length = Math.round((tone.forMs / MS) * sampleRate);
  const sound = tone.timbre === 'knock' ? knock(tone, voice, sampleRate) : sung(tone, voice, sampleRate);
  const edge = Math.min((EDGE_MS / MS) * sampleRate, length / 4);
  for (let at = 0; at < length && from + at < samples.length; at += 1) {
    const fade = Math.min(1, at / edge, (length - at) / edge);
    samples[from + at] = (samples[from + at] ?? 0) + sound(at) * fade;
  }
}

type Sound = (at: number) => number;

function sung(tone: Tone, voice: Voice, sampleRate: number): Sound {
  const length = (tone.forMs / MS) * sampleRate;
  const fromHz = tone.hz * voice.ratio;
  const toHz = (tone.toHz ?? tone.hz) * voice.ratio;
  const highest = Math.min(HIGHEST_HZ, sampleRate / 2);
  const partials = partialsOf(tone.timbre, voice).filter(
    ({ times }) => Math.max(fromHz, toHz) * times < highest,
  );
  return (at) => {
    // A glide's phase is its pitch summed up; both are linear between the ends.
    const turns = (fromHz * at + ((toHz - fromHz) * at * at) / (2 * length)) / sampleRate;
    let sum = 0;
    for (const { times, strength, halfMs } of partials) {
      const fading = halfMs === null ? 1 : 0.5 ** (((at / sampleRate) * MS) / halfMs);
      sum += strength * fading * Math.sin(2 * Math.PI * turns * times);
    }
    return sum;
  };
}

interface Partial {
  readonly times: number;
  readonly strength: number;
  /** After which it is half as strong; null: it stays. */
  readonly halfMs: number | null;
}

function partialsOf(timbre: Timbre, voice: Voice): readonly Partial[] {
  switch (timbre) {
    case 'voice':
      return steady(voice.overtones);
    case 'horn':
      return steady(HORN);
    case 'reed':
      return steady(REED);
    case 'bell':
      return BELL;
    case 'knock':
      throw new Error('a knock has no partials');
    default:
      return timbre satisfies never;
  }
}

const steady = (overtones: readonly number[]): Partial[] =>
  overtones.flatMap((strength, index) =>
    strength === 0 ? [] : [{ times: index + 1, strength, halfMs: null }],
  );

/** How wide the noise of a knock is: its ring has died to a tenth within so many turns of its tone. */
const RING_TURNS = 12;

/** Noise rung by a resonance at the tone: a two-pole filter. The noise is the same each time, so that a sound is always itself. */
function knock(tone: Tone, voice: Voice, sampleRate: number): Sound {
  const length = (tone.forMs / MS) * sampleRate;
  const random = noise();
  let last = 0;
  let before = 0;
  return (at) => {
    const hz = (tone.hz + ((tone.toHz ?? tone.hz) - tone.hz) * (at / length)) * voice.ratio;
    const turn = (2 * Math.PI * hz) / sampleRate;
    const ring = 0.1 ** (hz / (RING_TURNS * sampleRate));
    const now = random() * (1 - ring) + 2 * ring * Math.cos(turn) * last - ring * ring * before;
    before = last;
    last = now;
    return now;
  };
}

/** A linear congruential generator (Numerical Recipes), −1 to 1. */
function noise(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
