import { describe, expect, test } from 'vitest';
import {
  type Figure,
  figures,
  GRAVITY,
  loudnessOf,
  printerNoise,
} from '../../../../renderer/ui/sound/figures.ts';
import { mix } from '../../../../renderer/ui/sound/mixer.ts';
import { PASS_VOICE, STATION_VOICES, stationVoice, voiceOf } from '../../../../renderer/ui/sound/voices.ts';
import { distance, hear, shareBetween } from '../../../support/sound/spectrum.ts';

const RATE = 22_050;
const VOICES = [PASS_VOICE, ...STATION_VOICES];
const all: Readonly<Record<string, Figure>> = { ...figures, printerNoise };
const names = Object.keys(all);
const played = new Map(
  VOICES.flatMap((voice) =>
    names.map((name) => {
      const figure = all[name];
      if (!figure) throw new Error(name);
      return [`${name}/${voice}`, mix(figure, voiceOf(voice), RATE)] as const;
    }),
  ),
);
const samplesOf = (name: string, voice: number) => played.get(`${name}/${voice}`) ?? new Float32Array();
const heard = new Map([...played].map(([key, samples]) => [key, hear(samples, RATE)]));
const heardOf = (name: string, voice: number) => heard.get(`${name}/${voice}`) ?? { frames: [] };

describe('what is played', () => {
  test('is short enough to be over before the next, and long enough to be told', () => {
    for (const [key, samples] of played) {
      const ms = (samples.length / RATE) * 1000;
      expect(ms, key).toBeLessThan(1_100);
      expect(ms, key).toBeGreaterThan(key.startsWith('dull') ? 40 : 250);
    }
  });
  test('begins and ends in silence, and reaches its level without clipping', () => {
    for (const name of names)
      for (const voice of VOICES) {
        const samples = samplesOf(name, voice);
        const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        expect(peak, name).toBeCloseTo(all[name]?.level ?? 0, 3);
        expect(peak, name).toBeLessThanOrEqual(1);
        expect(Math.abs(samples[0] ?? 1), name).toBeLessThan(0.01);
        expect(Math.abs(samples.at(-1) ?? 1), name).toBeLessThan(0.01);
      }
  });
  test('lies where a kitchen is quiet and a tablet is loud: 1 to 4 kHz', () => {
    for (const [key, samples] of played) {
      // A knock is a moment of noise; everything else is tone.
      const least = key.startsWith('dull') ? 0.4 : 0.6;
      expect(shareBetween(samples, RATE, 1_000, 4_000), key).toBeGreaterThan(least);
      expect(shareBetween(samples, RATE, 0, 700), key).toBeLessThan(0.2);
    }
  });
});

/** 0 is the same sound and 1 has nothing in common: two of a kind, a fifth apart, are 0.4 and more. */
const TWO_EVENTS = 0.35;
const TWO_NEIGHBOURS = 0.3;
const TWO_VOICES = 0.2;

describe('told apart by ear', () => {
  test.each(VOICES)(
    'no two events of voice %i are near each other, in pitch, edge and rhythm together',
    (voice) => {
      names.forEach((one, at) => {
        for (const other of names.slice(at + 1))
          expect(distance(heardOf(one, voice), heardOf(other, voice)), `${one} and ${other}`).toBeGreaterThan(
            TWO_EVENTS,
          );
      });
    },
  );
  test.each(names)('%s says which screen it is', (name) => {
    VOICES.forEach((one, at) => {
      for (const other of VOICES.slice(at + 1)) {
        const isNext = other === one + 1 && one !== PASS_VOICE;
        expect(distance(heardOf(name, one), heardOf(name, other)), `${one} and ${other}`).toBeGreaterThan(
          isNext ? TWO_NEIGHBOURS : TWO_VOICES,
        );
      }
    });
  });
  test('a sound is itself, however loud', () => {
    const half = samplesOf('new', 1).map((sample) => sample / 2);
    expect(distance(hear(half, RATE), heardOf('new', 1))).toBeCloseTo(0, 6);
  });
});

describe('the voice of a station', () => {
  const house = (voices: readonly (1 | 2 | 3 | 4 | null)[]) =>
    voices.map((voice, at) => ({ id: `s${at}`, voice }));
  test('is by its place in the house, and never that of the next', () => {
    const stations = house([null, null, null, null, null]);
    expect(stations.map(({ id }) => stationVoice(stations, id))).toEqual([1, 2, 3, 4, 1]);
  });
  test('is the one chosen in set-up; a screen of no station speaks as the pass', () => {
    const stations = house([null, 4]);
    expect(stationVoice(stations, 's1')).toBe(4);
    expect(stationVoice(stations, 'gone')).toBe(PASS_VOICE);
  });
});

describe('how loud', () => {
  test('each step of volume is twice as loud; off is off', () => {
    expect([0, 1, 2, 3].map((volume) => loudnessOf('new', volume as 0 | 1 | 2 | 3, false))).toEqual([
      0, 0.1, 0.316, 1,
    ]);
  });
  test('quiet hours turn a ticket down by 10 dB, and an allergy or late food by 6: never to nothing', () => {
    const decibels = (name: 'new' | 'allergy' | 'late' | 'anaphylaxis') =>
      20 * Math.log10(loudnessOf(name, 2, true) / loudnessOf(name, 2, false));
    expect(decibels('new')).toBeCloseTo(-10);
    expect(decibels('allergy')).toBeCloseTo(-6);
    expect(decibels('anaphylaxis')).toBeCloseTo(-6);
    expect(decibels('late')).toBeCloseTo(-6);
  });
  test('what may hurt somebody is at full level, and graver than all else', () => {
    expect(GRAVITY.slice(0, 4)).toEqual(['anaphylaxis', 'allergy_added', 'allergy', 'conflict']);
    for (const name of GRAVITY.slice(0, 4)) expect(figures[name].level).toBeGreaterThan(0.9);
    expect([...GRAVITY].sort()).toEqual(Object.keys(figures).sort());
  });
});
