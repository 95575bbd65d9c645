import type { AudioOutput } from '../../../renderer/ui/sound/Speaker.ts';

export interface FakeOutput {
  readonly context: AudioOutput;
  /** What came out, with its factor. */
  readonly played: { readonly samples: Float32Array; readonly gain: number }[];
  /** Buffers that were made. */
  readonly made: number;
  /** Whether `resume` would be granted: a page that was touched, an app window. */
  mayStart: boolean;
  /** By the system: `suspended`, `interrupted`, `closed`. */
  set(state: string): void;
}

interface FakeNode {
  buffer?: { samples: Float32Array };
  gain: { value: number };
}

/** An `AudioContext` as far as `Speaker` uses one, with the states that browsers give it. */
export function fakeOutput({ mayStart }: { mayStart: boolean }): FakeOutput {
  const listeners = new Set<() => void>();
  const fake = {
    mayStart,
    state: 'suspended',
    made: 0,
    played: [] as { samples: Float32Array; gain: number }[],
  };
  const set = (state: string) => {
    fake.state = state;
    for (const listener of listeners) listener();
  };
  const context = {
    get state() {
      return fake.state;
    },
    destination: {},
    resume: async () => {
      // Browsers leave the promise open, or reject it; either way nothing runs.
      if (!fake.mayStart) throw new Error('NotAllowedError');
      set('running');
    },
    createBuffer: (_channels: number, length: number, rate: number) => {
      fake.made += 1;
      const samples = new Float32Array(length);
      return { samples, duration: length / rate, getChannelData: () => samples };
    },
    createGain: (): FakeNode & { connect: (to: unknown) => unknown } => ({
      gain: { value: 1 },
      connect: (to) => to,
    }),
    createBufferSource: () => {
      let gain: FakeNode | null = null;
      const source = {
        buffer: null as { samples: Float32Array } | null,
        connect: (to: FakeNode) => {
          gain = to;
          return to;
        },
        start: () => {
          if (source.buffer === null || gain === null) throw new Error('started without a buffer');
          fake.played.push({ samples: source.buffer.samples, gain: gain.gain.value });
        },
      };
      return source;
    },
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
  };
  return Object.assign(fake, { set, context: context as unknown as AudioOutput });
}
