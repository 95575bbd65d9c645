/** What an ear makes of samples, roughly: how much of which pitch, when. */
export interface Heard {
  /** Frames of `FRAME_MS`, each the energy in third-octave bands from 500 Hz to 10 kHz. */
  readonly frames: readonly Float64Array[];
}

const FRAME_MS = 20;
const SIZE = 512;
const FIRST_HZ = 500;
const BANDS = 26;
/** Sixths of an octave: finer than the ear's own third, so that a semitone up and down the same figure is not one. */
const PER_OCTAVE = 6;

export function hear(samples: Float32Array, rate: number): Heard {
  const step = Math.round((FRAME_MS / 1000) * rate);
  const frames: Float64Array[] = [];
  for (let from = 0; from < samples.length; from += step) frames.push(bands(power(samples, from), rate));
  return { frames };
}

/** The part of a sound's energy that lies between two frequencies, 0 to 1. */
export function shareBetween(samples: Float32Array, rate: number, fromHz: number, toHz: number): number {
  let inside = 0;
  let all = 0;
  for (let from = 0; from < samples.length; from += SIZE) {
    power(samples, from).forEach((energy, bin) => {
      const hz = (bin * rate) / SIZE;
      all += energy;
      if (hz >= fromHz && hz <= toHz) inside += energy;
    });
  }
  return inside / all;
}

/** 0: the same sound. 1: nothing in common at any moment. Loudness counts by its root, as ears have it nearer to that than to energy. */
export function distance(one: Heard, other: Heard): number {
  const length = Math.max(one.frames.length, other.frames.length);
  let both = 0;
  let first = 0;
  let second = 0;
  for (let frame = 0; frame < length; frame += 1) {
    for (let band = 0; band < BANDS; band += 1) {
      const a = Math.sqrt(one.frames[frame]?.[band] ?? 0);
      const b = Math.sqrt(other.frames[frame]?.[band] ?? 0);
      both += a * b;
      first += a * a;
      second += b * b;
    }
  }
  return 1 - both / Math.sqrt(first * second);
}

function bands(energies: Float64Array, rate: number): Float64Array {
  const sums = new Float64Array(BANDS);
  energies.forEach((energy, bin) => {
    const band = Math.round(PER_OCTAVE * Math.log2((bin * rate) / SIZE / FIRST_HZ));
    if (bin > 0 && band >= 0 && band < BANDS) sums[band] = (sums[band] ?? 0) + energy;
  });
  return sums;
}

/** Energy by frequency of `SIZE` samples from here, under a Hann window. */
function power(samples: Float32Array, from: number): Float64Array {
  const re = new Float64Array(SIZE);
  const im = new Float64Array(SIZE);
  for (let at = 0; at < SIZE; at += 1) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / SIZE);
    re[reversed(at)] = (samples[from + at] ?? 0) * window;
  }
  for (let half = 1; half < SIZE; half *= 2) butterflies(re, im, half);
  return re.slice(0, SIZE / 2).map((real, bin) => real * real + (im[bin] ?? 0) ** 2);
}

const BITS = Math.log2(SIZE);

function reversed(index: number): number {
  let bits = 0;
  for (let bit = 0; bit < BITS; bit += 1) bits |= ((index >> bit) & 1) << (BITS - 1 - bit);
  return bits;
}

/** One stage of Cooley and Tukey's transform. */
function butterflies(re: Float64Array, im: Float64Array, half: number): void {
  for (let start = 0; start < SIZE; start += 2 * half) {
    for (let k = 0; k < half; k += 1) {
      const angle = (-Math.PI * k) / half;
      const [a, b] = [start + k, start + k + half];
      const bRe = re[b] ?? 0;
      const bIm = im[b] ?? 0;
      const turnedRe = bRe * Math.cos(angle) - bIm * Math.sin(angle);
      const turnedIm = bRe * Math.sin(angle) + bIm * Math.cos(angle);
      re[b] = (re[a] ?? 0) - turnedRe;
      im[b] = (im[a] ?? 0) - turnedIm;
      re[a] = (re[a] ?? 0) + turnedRe;
      im[a] = (im[a] ?? 0) + turnedIm;
    }
  }
}
