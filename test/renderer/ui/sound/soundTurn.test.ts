import { expect, test } from 'vitest';
import type { SoundName } from '../../../../renderer/ui/sound/figures.ts';
import { GATHER_MS, SoundTurn } from '../../../../renderer/ui/sound/SoundTurn.ts';

const LENGTH_MS = 300;

function turn(lengthMs = LENGTH_MS) {
  const played: SoundName[] = [];
  const later: { at: number; run: () => void }[] = [];
  let now = 0;
  const sounds = new SoundTurn(
    (name) => {
      played.push(name);
      return lengthMs;
    },
    (ms, run) => later.push({ at: now + ms, run }),
  );
  const pass = (ms: number) => {
    now += ms;
    for (const due of later.splice(0)) due.at <= now ? due.run() : later.push(due);
  };
  return { say: (name: SoundName) => sounds.say(name), played, pass };
}

test('one frame makes one sound: the gravest, in whatever order they come', () => {
  const { say, played, pass } = turn();
  say('new');
  say('allergy');
  say('rush');
  expect(played).toEqual([]);
  pass(GATHER_MS);
  expect(played).toEqual(['allergy']);
});

test('what comes while one sounds waits for its end, and then the gravest of it is heard', () => {
  const { say, played, pass } = turn();
  say('new');
  pass(GATHER_MS);
  say('add_on');
  say('void');
  pass(LENGTH_MS);
  expect(played).toEqual(['new']);
  pass(LENGTH_MS);
  expect(played).toEqual(['new', 'void']);
  pass(10 * LENGTH_MS);
  say('late');
  pass(GATHER_MS);
  expect(played).toEqual(['new', 'void', 'late']);
});

test('a screen that may not sound keeps nobody waiting', () => {
  const { say, played, pass } = turn(0);
  say('new');
  pass(GATHER_MS);
  say('note');
  pass(GATHER_MS);
  expect(played).toEqual(['new', 'note']);
});
