import { beforeEach, describe, expect, test } from 'vitest';
import { Speaker, type Wish } from '../../../../renderer/ui/sound/Speaker.ts';
import { type FakeOutput, fakeOutput } from '../../../support/sound/fakeOutput.ts';

const wish = (over: Partial<Wish> = {}): Wish => ({
  name: 'new',
  voice: 1,
  volume: 2,
  isQuiet: false,
  isPrinter: false,
  ...over,
});
const settled = () => new Promise((resolve) => setTimeout(resolve));

let outputs: FakeOutput[];
let now: number;
let speaker: Speaker;

beforeEach(() => {
  outputs = [];
  now = 0;
  speaker = new Speaker({
    open: () => {
      const output = fakeOutput({ mayStart: false });
      outputs.push(output);
      return output.context;
    },
    monotonic: () => now,
  });
});
const output = () => outputs.at(-1) ?? expect.fail('nothing was opened');

async function touched(): Promise<void> {
  output().mayStart = true;
  speaker.wake();
  await settled();
}

describe('a browser that lets no page sound before it is touched', () => {
  test('is locked, and silent; what came before the touch is not made up for', async () => {
    const said: string[] = [];
    speaker.subscribe(() => said.push(speaker.state()));
    speaker.wake();
    await settled();
    expect(speaker.state()).toBe('locked');
    expect(speaker.play(wish())).toBe(0);
    now = 5_000;
    await touched();
    expect(speaker.state()).toBe('ready');
    expect(said.at(-1)).toBe('ready');
    expect(output().played).toEqual([]);
    expect(speaker.play(wish())).toBeGreaterThan(300);
    expect(output().played).toHaveLength(1);
  });
  test('sounds with the very press that unlocks it', async () => {
    speaker.wake();
    await settled();
    output().mayStart = true;
    speaker.wake();
    speaker.play(wish());
    await settled();
    expect(output().played).toHaveLength(1);
  });
  test('that lets it sound untouched is ready at once', async () => {
    const free = new Speaker({ open: () => fakeOutput({ mayStart: true }).context, monotonic: () => 0 });
    free.wake();
    await settled();
    expect(free.state()).toBe('ready');
  });
});

describe('an iPad', () => {
  beforeEach(async () => {
    speaker.wake();
    await touched();
  });
  test.each(['suspended', 'interrupted'])(
    'that was %s says so, and sounds again when it wakes',
    async (state) => {
      output().set(state);
      expect(speaker.state()).toBe('locked');
      speaker.wake();
      await settled();
      expect(speaker.state()).toBe('ready');
      speaker.play(wish());
      expect(output().played).toHaveLength(1);
    },
  );
  test('whose waking is no touch stays locked until one', async () => {
    output().set('interrupted');
    output().mayStart = false;
    speaker.wake();
    await settled();
    expect(speaker.state()).toBe('locked');
    await touched();
    expect(speaker.state()).toBe('ready');
  });
  test('whose sound the system has closed opens another', async () => {
    output().set('closed');
    expect(speaker.play(wish())).toBe(0);
    speaker.wake();
    await touched();
    expect(outputs).toHaveLength(2);
    speaker.play(wish());
    expect(output().played).toHaveLength(1);
  });
});

describe('what is played', () => {
  beforeEach(async () => {
    speaker.wake();
    await touched();
  });
  test('is mixed once a voice, by the volume of the screen and its quiet hours', () => {
    speaker.play(wish());
    speaker.play(wish({ volume: 3, isQuiet: true }));
    speaker.play(wish({ voice: 2 }));
    expect(output().made).toBe(2);
    const [usual, quiet] = output().played;
    expect(usual?.gain).toBeCloseTo(0.316);
    expect(quiet?.gain).toBeCloseTo(0.316, 2);
    expect(speaker.play(wish({ volume: 0 }))).toBe(0);
    expect(output().played).toHaveLength(3);
  });
  test('is a printer for a new ticket where the screen says so, and for nothing else', () => {
    const tone = speaker.play(wish());
    expect(speaker.play(wish({ isPrinter: true }))).toBeGreaterThan(tone * 2);
    expect(speaker.play(wish({ name: 'void', isPrinter: true }))).toBe(speaker.play(wish({ name: 'void' })));
  });
});

test('a browser without sound says so and does nothing', () => {
  const deaf = new Speaker({ open: () => null, monotonic: () => 0 });
  deaf.wake();
  expect(deaf.state()).toBe('none');
  expect(deaf.play(wish())).toBe(0);
});
