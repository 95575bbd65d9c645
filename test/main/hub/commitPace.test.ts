import { expect, it } from 'vitest';
import { CommitPace } from '../../../main/hub/commitPace.ts';

/** Commands come every `everyMs`; each commit begins when the pace allows it. The commits of one second. */
function commitsOfASecond(everyMs: number): { count: number; longestWait: number } {
  const pace = new CommitPace();
  let [count, longestWait, due] = [0, 0, Number.POSITIVE_INFINITY];
  for (let now = 0; now < 1_000; now += 1) {
    if (now % everyMs === 0) {
      pace.came(now);
      const wait = pace.wait(now);
      longestWait = Math.max(longestWait, wait);
      due = Math.min(due, now + wait);
    }
    if (now < due) continue;
    pace.began(now);
    count += 1;
    due = Number.POSITIVE_INFINITY;
  }
  return { count, longestWait };
}

it('a house with a command every 5 ms gets a commit for each, at once', () => {
  expect(commitsOfASecond(5)).toEqual({ count: 200, longestWait: 0 });
});

it('in a rush commits are 20 ms apart, and nobody waits longer', () => {
  const { count, longestWait } = commitsOfASecond(1);
  expect(count).toBeGreaterThan(50);
  // The first 25 commands came before it was a rush.
  expect(count).toBeLessThan(50 + 25);
  expect(longestWait).toBeLessThanOrEqual(20);
});
