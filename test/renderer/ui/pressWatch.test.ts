import { beforeEach, describe, expect, test } from 'vitest';
import {
  contactOf,
  type Down,
  KEY_POINTER,
  PressWatch,
  STAY_MS,
} from '../../../renderer/ui/press/PressWatch.ts';
import { TestClock } from '../board/handClock.ts';

const PX_PER_MM = 4;
let clock: TestClock;
let watch: PressWatch;
let presses: Down[];
let fingers: boolean[];
let seq: number;

const finger = (pointerId: number, widthPx = 40, xPx = 100) => ({ pointerId, widthPx, xPx, yPx: 100 });
const begin = (pointerId: number, widthPx?: number) =>
  watch.begin(finger(pointerId, widthPx), { zone: 'tile', act: (down) => presses.push(down) });

beforeEach(() => {
  clock = new TestClock();
  presses = [];
  fingers = [];
  seq = 7;
  watch = new PressWatch(clock, {
    pxPerMm: () => PX_PER_MM,
    onFingers: (isDown) => fingers.push(isDown),
    seen: () => seq,
  });
});

describe('a finger that stays', () => {
  let stays: number;
  const beginStaying = (pointerId: number) =>
    watch.begin(finger(pointerId), {
      zone: 'tile',
      act: (down) => presses.push(down),
      stay: () => {
        stays += 1;
      },
    });
  beforeEach(() => {
    stays = 0;
  });

  test('does the other thing and not the press as well', () => {
    beginStaying(1);
    clock.turn(STAY_MS + 1);
    watch.release(1, () => 'tile');
    expect([stays, presses.length]).toEqual([1, 0]);
  });
  test('a slow glove presses', () => {
    beginStaying(1);
    clock.turn(STAY_MS - 50);
    watch.release(1, () => 'tile');
    clock.turn(STAY_MS);
    expect([stays, presses.length]).toEqual([0, 1]);
  });
  test('one that slides does not stay, and is still a press', () => {
    beginStaying(1);
    watch.grew(finger(1, 40, 100 + 9 * PX_PER_MM));
    clock.turn(STAY_MS + 1);
    watch.release(1, () => 'tile');
    expect([stays, presses.length]).toEqual([0, 1]);
  });
  test('under a cloth, under CLEAN or beside a second hand nothing opens', () => {
    beginStaying(1);
    watch.contact(finger(2));
    clock.turn(STAY_MS + 1);
    expect(stays).toBe(0);
    watch.cancel(1);
    watch.cancel(2);
    beginStaying(3);
    watch.lock(10_000);
    clock.turn(STAY_MS + 1);
    expect(stays).toBe(0);
  });
  test('a key of the bump bar never stays, however long it is down', () => {
    beginStaying(KEY_POINTER);
    clock.turn(STAY_MS * 2);
    watch.releaseKey();
    expect([stays, presses.length]).toEqual([0, 1]);
  });
});

describe('what is a press', () => {
  test('it acts on release, inside the tile it began in', () => {
    begin(1);
    expect(presses).toHaveLength(0);
    watch.release(1, () => 'tile');
    expect(presses).toHaveLength(1);
  });
  test('released elsewhere it is none', () => {
    begin(1);
    watch.release(1, () => 'other');
    begin(2);
    watch.release(2, () => null);
    expect(presses).toHaveLength(0);
  });
  test('it means what was on the glass when the finger came down', () => {
    begin(1);
    const downAt = clock.now();
    seq = 9;
    clock.turn(500);
    watch.release(1, () => 'tile');
    expect(presses).toEqual([{ at: downAt, seen: 7 }]);
  });
  test('three contacts are a cloth, until all are up', () => {
    begin(1);
    begin(2);
    watch.contact(finger(3));
    watch.release(1, () => 'tile');
    begin(4);
    watch.release(4, () => 'tile');
    watch.release(2, () => 'tile');
    watch.release(3, () => 'tile');
    expect(presses).toHaveLength(0);
    begin(5);
    watch.release(5, () => 'tile');
    expect(presses).toHaveLength(1);
  });
  test('a sleeve that lies along the glass is one by its length', () => {
    const along = { pointerId: 1, width: 30, height: 25 * PX_PER_MM + 1, clientX: 100, clientY: 100 };
    watch.begin(contactOf(along), { zone: 'tile', act: (down) => presses.push(down) });
    watch.release(1, () => 'tile');
    expect(presses).toHaveLength(0);
  });
  test('two that never came up do not make a cloth of every press', () => {
    begin(1);
    begin(2);
    clock.turn(10_001);
    begin(3);
    watch.release(3, () => 'tile');
    expect(presses).toHaveLength(1);
  });
  test('a finger that lies there long, and moves, is still one of three', () => {
    begin(1);
    begin(2);
    clock.turn(9000);
    watch.grew(finger(1));
    watch.grew(finger(2));
    clock.turn(9000);
    begin(3);
    watch.release(3, () => 'tile');
    expect(presses).toHaveLength(0);
  });
  test('a long press of one does not stop the other', () => {
    begin(1);
    clock.turn(9000);
    begin(2);
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(1);
    watch.release(1, () => 'tile');
    expect(presses).toHaveLength(2);
  });
  test('two fingers are two presses', () => {
    begin(1);
    begin(2);
    watch.release(1, () => 'tile');
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(2);
  });
  test('wider than 25 mm is a sleeve, at once or later', () => {
    begin(1, 25 * PX_PER_MM + 1);
    watch.release(1, () => 'tile');
    begin(2);
    watch.grew(finger(2, 25 * PX_PER_MM + 1));
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(0);
  });
  test('a cancelled contact is none', () => {
    begin(1);
    watch.cancel(1);
    watch.release(1, () => 'tile');
    expect(presses).toHaveLength(0);
  });
});

describe('CLEAN', () => {
  test('locks touch and keys for its time, also a press that began before', () => {
    begin(1);
    watch.lock(15_000);
    watch.release(1, () => 'tile');
    watch.direct({ zone: 'tile', act: (down) => presses.push(down) });
    expect(presses).toHaveLength(0);
    clock.turn(15_001);
    begin(2);
    watch.release(2, () => 'tile');
    expect(presses).toHaveLength(1);
  });
});

describe('a finger that stays ends CLEAN', () => {
  let ended: number;
  const hold = (pointerId: number, widthPx?: number) =>
    watch.hold(finger(pointerId, widthPx), 1500, () => {
      ended += 1;
      watch.unlock();
    });
  beforeEach(() => {
    ended = 0;
    watch.lock(15_000);
  });

  test('after its time, and touch is alive again', () => {
    hold(1);
    clock.turn(1499);
    expect(watch.isLocked()).toBe(true);
    clock.turn(1);
    expect(watch.lockedForMs()).toBe(0);
    watch.release(1, () => null);
    begin(2);
    watch.release(2, () => 'tile');
    expect([ended, presses.length]).toEqual([1, 1]);
  });
  test.each<[string, () => void]>([
    ['comes up', () => watch.release(1, () => 'cleaning')],
    ['slides', () => watch.grew(finger(1, 40, 100 + 9 * PX_PER_MM))],
    ['grows into a sleeve', () => watch.grew(finger(1, 25 * PX_PER_MM + 1))],
    ['is not alone', () => watch.contact(finger(2))],
    ['is taken by the browser', () => watch.cancel(1)],
  ])('not when it %s', (_what, happens) => {
    hold(1);
    clock.turn(1000);
    happens();
    clock.turn(5000);
    expect([ended, watch.isLocked()]).toEqual([0, true]);
  });
  test('not under a cloth that lay there before', () => {
    watch.contact(finger(1));
    hold(2);
    clock.turn(5000);
    expect(ended).toBe(0);
  });
  test('trembling is staying', () => {
    hold(1);
    watch.grew(finger(1, 40, 100 + 4 * PX_PER_MM));
    clock.turn(1500);
    expect(ended).toBe(1);
  });
});

describe('a key of the bump bar', () => {
  const keyed = () =>
    watch.begin(finger(KEY_POINTER, 1), { zone: 'tile', act: (down) => presses.push(down) });
  test('is no contact: with two fingers it is no cloth, and under a cloth it works', () => {
    begin(1);
    begin(2);
    watch.key(true);
    keyed();
    watch.release(1, () => 'tile');
    watch.contact(finger(3));
    watch.contact(finger(4));
    watch.releaseKey();
    expect(presses).toHaveLength(2);
  });
  test('keeps tiles in their places until it and every finger are up', () => {
    watch.key(true);
    begin(1);
    watch.release(1, () => 'tile');
    expect(fingers.at(-1)).toBe(true);
    watch.key(false);
    expect(fingers.at(-1)).toBe(false);
    begin(2);
    watch.key(true);
    watch.key(false);
    expect(fingers.at(-1)).toBe(true);
  });
});

test('the board is told while any finger lies on the glass', () => {
  begin(1);
  begin(2);
  watch.release(1, () => 'tile');
  watch.release(2, () => 'tile');
  expect(fingers.at(0)).toBe(true);
  expect(fingers.filter((isDown) => !isDown)).toHaveLength(1);
  expect(fingers.at(-1)).toBe(false);
});
