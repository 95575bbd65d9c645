import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NightAccount } from '../../shared/demo/account.ts';
import { BookingsDay } from '../../shared/demo/bookings/BookingsDay.ts';
import { planOf } from '../../shared/demo/night/planSaturday.ts';
import { nightBeginsAt } from '../../shared/demo/restaurant/house.ts';
import { readDemoFlags } from './demoFlags.ts';
import { FeedClock } from './FeedClock.ts';
import { PosLine } from './PosLine.ts';
import { endWithParent, parentSays, tellParent } from './parent.ts';

/** The demo's bookings system: a process of its own beside the till, of which it knows nothing but the same seed. */
const TICK_MS = 40;
/** The feed has said all when it has said nothing for so long (real time). */
const QUIET_MS = 1_500;

endWithParent();
await main();

async function main(): Promise<void> {
  const flags = readDemoFlags(process.argv.slice(2));
  const { url, token, seed, covers, speed } = flags;
  const beginsAt = nightBeginsAt(flags.night);
  const { bookings } = planOf({ seed, covers, story: flags.night });
  const day = new BookingsDay(bookings, beginsAt);
  const clock = new FeedClock(beginsAt, speed, performance.now());
  const account: NightAccount = { seed, covers, messages: [], feed: [], skipped: [] };
  const line = new PosLine({
    url,
    token,
    account,
    onFeed: (message) => {
      clock.heard(Date.parse(message.at), performance.now());
      day.heard(message);
    },
    onAnswer: () => undefined,
    onConnect: () => clock.forget(),
  });
  let isFinished = false;
  let hasTold = false;
  const finish = parentSays('finish').then(() => {
    isFinished = true;
  });
  // Whoever sits is followed to the end, which the service knows.
  while (!isFinished || !line.isIdle() || line.quietMs() < QUIET_MS) {
    line.send(day.act(clock.now(performance.now())));
    if (day.isOver() && !hasTold) {
      hasTold = true;
      tellParent({ event: 'over' });
      if (!process.connected) await finish;
    }
    await sleep(TICK_MS);
  }
  line.close();
  writeFileSync(flags.account, JSON.stringify(account));
  process.exit(0);
}
