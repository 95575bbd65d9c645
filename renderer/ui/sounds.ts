import { useSyncExternalStore } from 'react';
import { ownSettings } from '../app/ownSettings.ts';
import { onWakeUp } from '../sync/wakeUps.ts';
import type { SoundName } from './sound/figures.ts';
import { SoundTurn } from './sound/SoundTurn.ts';
import { Speaker, type SpeakerState } from './sound/Speaker.ts';
import { PASS_VOICE } from './sound/voices.ts';

export type { SoundName } from './sound/figures.ts';

/** Whose sounds these are. */
export interface SoundPlace {
  readonly voice: number;
  /** Whether it is to be quiet now. */
  readonly isQuiet: () => boolean;
}

/** The one loudspeaker of this page, and who speaks through it. */
const speaker = new Speaker({
  open: () => (typeof AudioContext === 'undefined' ? null : new AudioContext({ latencyHint: 'interactive' })),
  monotonic: () => performance.now(),
});
let place: SoundPlace = { voice: PASS_VOICE, isQuiet: () => false };

const turn = new SoundTurn(
  (name) => speaker.play(wish(name, place.voice)),
  (ms, run) => void setTimeout(run, ms),
);

/** Something has come: one sound a frame, the gravest. */
export function playSound(name: SoundName): void {
  turn.say(name);
}

/** Answers a hand at once, whatever sounds. `voice`: another station's, to hear it. */
export function soundNow(name: SoundName, voice = place.voice): void {
  speaker.play(wish(name, voice));
}

function wish(name: SoundName, voice: number) {
  const { volume, newSound } = ownSettings();
  return { name, voice, volume, isQuiet: place.isQuiet(), isPrinter: newSound === 'printer' };
}

/** Returns the way to be nobody's again. */
export function speakAs(whose: SoundPlace): () => void {
  place = whose;
  return () => {
    if (place === whose) place = { voice: PASS_VOICE, isQuiet: () => false };
  };
}

/**
 * Once, by the page: lets it sound as soon as the browser does. Releases and keys are what browsers count as a touch; an app window and a kiosk may
 * sound untouched.
 */
export function listenForTouches(): void {
  speaker.wake();
  for (const touch of ['pointerup', 'touchend', 'keyup', 'click'])
    window.addEventListener(touch, speaker.wake, { capture: true, passive: true });
  onWakeUp(speaker.wake);
}

export function useSpeakerState(): SpeakerState {
  return useSyncExternalStore(speaker.subscribe, speaker.state);
}
