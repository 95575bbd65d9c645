import { type Figure, figures, loudnessOf, printerNoise, type SoundName } from './figures.ts';
import { mix } from './mixer.ts';
import { voiceOf } from './voices.ts';

/** Of an `AudioContext`, what is used. */
export interface AudioOutput {
  readonly state: string;
  readonly destination: AudioNode;
  resume(): Promise<void>;
  createBuffer(channels: number, length: number, sampleRate: number): AudioBuffer;
  createBufferSource(): AudioBufferSourceNode;
  createGain(): GainNode;
  addEventListener(type: 'statechange', listener: () => void): void;
}

/** `none`: this browser makes no sounds. `locked`: not before somebody touches the page. */
export type SpeakerState = 'none' | 'locked' | 'ready';

export interface SpeakerDeps {
  /** null: this browser has none. */
  readonly open: () => AudioOutput | null;
  /** ms of a clock that never goes back. */
  readonly monotonic: () => number;
}

export interface Wish {
  readonly name: SoundName;
  readonly voice: number;
  readonly volume: 0 | 1 | 2 | 3;
  readonly isQuiet: boolean;
  /** `new` as a needle printer. */
  readonly isPrinter: boolean;
}

const MS = 1000;
/** Twice the highest overtone; the browser brings it to the device's own rate. */
const MIX_RATE = 22_050;
/** A context that wakes later than this after its sound was asked for keeps it to itself: a late sound tells of nothing. */
const STALE_MS = 400;

/**
 * The loudspeaker of this page. A browser lets no page sound before it was touched, an iPad suspends its sound in sleep and when a call comes
 * in: the page says so for as long as it lasts (`state`), and every touch and every waking tries again (`wake`). What was to sound meanwhile is
 * not made up for.
 */
export class Speaker {
  private readonly deps: SpeakerDeps;
  private readonly mixed = new Map<string, AudioBuffer>();
  private readonly listeners = new Set<() => void>();
  private output: AudioOutput | null = null;
  private hasNone = false;

  constructor(deps: SpeakerDeps) {
    this.deps = deps;
  }

  state = (): SpeakerState => {
    if (this.hasNone) return 'none';
    return this.output?.state === 'running' ? 'ready' : 'locked';
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** At the start, at every touch and whenever the device may have slept. */
  wake = (): void => {
    if (this.hasNone || this.output?.state === 'running') return;
    // One that the system has closed stays closed.
    if (this.output === null || this.output.state === 'closed') this.openAnew();
    this.output?.resume().then(this.tell, this.tell);
  };

  /** For how many ms it sounds; 0: it does not. */
  play({ name, voice, volume, isQuiet, isPrinter }: Wish): number {
    const loudness = loudnessOf(name, volume, isQuiet);
    const output = this.output;
    if (loudness === 0 || output === null || output.state === 'closed') return 0;
    const buffer = this.bufferOf(output, name, voice, isPrinter && name === 'new');
    if (output.state === 'running') {
      start(output, buffer, loudness);
      return buffer.duration * MS;
    }
    const askedAt = this.deps.monotonic();
    output.resume().then(() => {
      if (output.state === 'running' && this.deps.monotonic() - askedAt < STALE_MS)
        start(output, buffer, loudness);
      this.tell();
    }, this.tell);
    return 0;
  }

  private openAnew(): void {
    this.mixed.clear();
    this.output = this.deps.open();
    this.hasNone = this.output === null;
    this.output?.addEventListener('statechange', this.tell);
    this.tell();
  }

  private bufferOf(output: AudioOutput, name: SoundName, voice: number, isPrinter: boolean): AudioBuffer {
    const key = `${isPrinter ? 'printer' : name}/${voice}`;
    const known = this.mixed.get(key);
    if (known) return known;
    const figure: Figure = isPrinter ? printerNoise : figures[name];
    const samples = mix(figure, voiceOf(voice), MIX_RATE);
    const buffer = output.createBuffer(1, samples.length, MIX_RATE);
    buffer.getChannelData(0).set(samples);
    this.mixed.set(key, buffer);
    return buffer;
  }

  private tell = (): void => {
    for (const listener of [...this.listeners]) listener();
  };
}

function start(output: AudioOutput, buffer: AudioBuffer, loudness: number): void {
  const source = output.createBufferSource();
  const gain = output.createGain();
  source.buffer = buffer;
  gain.gain.value = loudness;
  source.connect(gain).connect(output.destination);
  source.start();
}
