/**
 * The voice of a station: all its sounds higher or lower, sung with other overtones. Two that follow each other in a house lie a third apart and
 * more; any two by 18 %, next to the 20 % by which NUREG-0700 wants signals separated that may sound together. For who has no ear for pitch the
 * overtones differ too.
 */
export interface Voice {
  /** Times the figure's own pitch. */
  readonly ratio: number;
  /** How strong each multiple of the tone is, itself first. */
  readonly overtones: readonly number[];
}

/** The pass and the runners: nobody else has it. */
export const PASS_VOICE = 0;
export const STATION_VOICES = [1, 2, 3, 4] as const;
export type StationVoice = (typeof STATION_VOICES)[number];

/** By the number that the configuration gives. */
const VOICES: readonly Voice[] = [
  { ratio: 1.4, overtones: [1, 0.5, 0.1, 0.3] },
  { ratio: 0.85, overtones: [1, 0, 0.33, 0, 0.2] },
  { ratio: 1.18, overtones: [1, 0.12, 0.06, 0.03] },
  { ratio: 1.65, overtones: [1, 0.4, 0.2] },
  { ratio: 1, overtones: [1, 0.4, 0.5, 0.15] },
];

export function voiceOf(number: number): Voice {
  const voice = VOICES[number];
  if (!voice) throw new Error(`no voice ${number}`);
  return voice;
}

/** Of a station that chose none: by its place in the house, so that two side by side are never the same. */
export function stationVoice(
  stations: readonly { readonly id: string; readonly voice: StationVoice | null }[],
  id: string,
): number {
  const at = stations.findIndex((station) => station.id === id);
  if (at === -1) return PASS_VOICE;
  return stations[at]?.voice ?? STATION_VOICES[at % STATION_VOICES.length] ?? PASS_VOICE;
}
