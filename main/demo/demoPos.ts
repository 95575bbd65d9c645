import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NightAccount } from '../../shared/demo/account.ts';
import { planOf } from '../../shared/demo/night/planSaturday.ts';
import { PosDay } from '../../shared/demo/pos/PosDay.ts';
import { nightBeginsAt } from '../../shared/demo/restaurant/house.ts';
import { readDemoFlags } from './demoFlags.ts';
import { FeedClock } from './FeedClock.ts';
import { PosLine } from './PosLine.ts';
import { endWithParent, parentSays, tellParent } from './parent.ts';

/** The demo's till: a process of its own that knows the hub by its address and a token, and speaks the outside contract alone. */
const TICK_MS = 40;
/** The feed has said all when it has said nothing for so long (real time). */
const QUIET_MS = 1_500;

endWithParent();
await main();

async function main(): Promise<void> {
  const flags = readDemoFlags(process.argv.slice(2));
  const { url, token, seed, covers, speed } = flags;
  const beginsAt = nightBeginsAt(flags.night);
  const plan = planOf({ seed, covers, story: flags.night });
  const day = new PosDay(plan, beginsAt);
  const clock = new FeedClock(beginsAt, speed, performance.now());
  const now = () => clock.now(performance.now());
  const account: NightAccount = { seed, covers, messages: [], feed: [], skipped: [] };
  const line = new PosLine({
    url,
    token,
    account,
    onFeed: (message) => {
      clock.heard(Date.parse(message.at), performance.now());
      day.heard(message, now());
    },
    onAnswer: (message, answer) => day.answered(message, answer),
    onConnect: () => clock.forget(),
  });
  while (!day.isOver() || !line.isIdle()) {
    const { send, dropsLine } = day.act(now());
    if (dropsLine) line.drop();
    line.send(send);
    await sleep(TICK_MS);
  }
  const finish = parentSays('finish');
  tellParent({ event: 'over' });
  await finish;
  while (line.quietMs() < QUIET_MS) await sleep(TICK_MS);
  line.close();
  account.skipped.push(...day.skipped);
  writeFileSync(flags.account, JSON.stringify(account));
  process.exit(0);
}
