import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NightAccount } from '../../shared/demo/account.ts';
import { auditNight } from '../../shared/demo/audit/auditNight.ts';
import { outsideMessage } from '../../shared/protocol/outside/feedMessage.ts';
import { judgeLog } from '../support/judgeLog.ts';
import { dataOf, NightHouse, type NightLog, type NightWish } from '../support/night/NightHouse.ts';

/**
 * A Friday night of which every station and the pass are worked in a browser, once by touch and once by bump bars alone: hands press what is
 * on their glass while tickets come, change and close up. Here some seconds of it, with a touch screen and a bump bar in turn along the line and,
 * at the pass, from day to day. By hand the whole of it, on an idle machine:
 * `HEARD_NIGHT=touch npm run vitest -- run --project e2e test/e2e/nights` (or `keys`), with `HEARD_NIGHT_SEED=N`, and
 * `HEARD_NIGHT_FLAGS="--covers 300 --night full" HEARD_NIGHT_SPEED=20`, which are what it takes otherwise. `HEARD_NIGHT_NOTES=DIR` keeps every press.
 */
const WHOLE = process.env.HEARD_NIGHT;
const SEED = Number(process.env.HEARD_NIGHT_SEED ?? 7);
const SPEED = Number(process.env.HEARD_NIGHT_SPEED ?? 20);
/** In a slice they press what they see almost at once. */
const MS_PER_MINUTE = WHOLE === undefined ? 300 : 60_000 / SPEED;
const FLAGS = (
  process.env.HEARD_NIGHT_FLAGS ??
  (WHOLE === undefined ? '--night hour --covers 60' : '--night full --covers 300')
).split(' ');
const SECONDS = Number(process.env.HEARD_NIGHT_SECONDS ?? 10);
const HOUR_MS = 3_600_000;
/** The seconds above on an idle machine; a busy one is given time to open eight pages and do the least. */
const SLICE_MS = 480_000;
/** A slice has seen so much, however slow the machine. */
const LEAST = { 'item.bumped': 10, 'course.run': 2 };

const A_DAY_MS = 86_400_000;
const today = Math.floor(Date.now() / A_DAY_MS);
const HANDS: Readonly<Record<'touch' | 'keys' | 'both', NightWish['handAt']>> = {
  touch: () => 'touch',
  keys: () => 'keys',
  both: (post) => ((post + today) % 2 === 0 ? 'touch' : 'keys'),
};
const hands = (['touch', 'keys', 'both'] as const).filter((by) => (WHOLE ?? 'both') === by);

describe.each(hands)('a Friday night by %s', (by) => {
  let house: NightHouse;
  let night: NightLog;
  const said = `by ${by}, seed ${SEED}, speed ${SPEED}, ${FLAGS.join(' ')}`;

  beforeAll(
    async () => {
      house = await NightHouse.open({
        handAt: HANDS[by],
        flags: FLAGS,
        speed: SPEED,
        msPerMinute: MS_PER_MINUTE,
        seed: SEED,
      });
      const end = performance.now() + SECONDS * 1000;
      const { feed } = house.feed;
      const hasSeen = ([type, least]: [string, number]) =>
        feed.filter((one) => one.type === type).length >= least;
      await house.work(
        () => WHOLE === undefined && performance.now() > end && Object.entries(LEAST).every(hasSeen),
      );
      night = await house.judge();
      const { outcomes, deeds } = night.judged;
      console.log(`${said}: ${house.doings} presses\n${JSON.stringify({ deeds, outcomes }, null, 1)}`);
    },
    WHOLE === undefined ? SLICE_MS : HOUR_MS,
  );

  afterAll(async () => {
    await house?.close();
  });

  test('every press did what was under it, and nothing else was done', () => {
    expect(night.judged.misplaced, said).toEqual([]);
    expect(night.judged.ghosts, said).toEqual([]);
  });

  test('the log holds together, and the feed has told it word for word', () => {
    const { events, epoch } = night;
    expect(judgeLog(events), said).toEqual([]);
    const { feed } = house.feed;
    const last = feed.at(-1)?.seq ?? 0;
    const due = events.flatMap((event) => (event.seq > last ? [] : (outsideMessage(event, epoch) ?? [])));
    expect(feed, said).toEqual(JSON.parse(JSON.stringify(due)));
    expect(due.length, said).toBeGreaterThan(50);
  });

  if (WHOLE !== undefined)
    test('every ticket is bumped and run, and the till agrees to the last item', async () => {
      const text: unknown = JSON.parse(readFileSync(join(dataOf(house.demo), 'account.json'), 'utf8'));
      const { differences, counts } = auditNight(NightAccount.parse(text), night.events, night.epoch);
      console.log(`${said}: ${JSON.stringify(counts)}`);
      expect(differences, said).toEqual([]);
      expect(await house.demo.ended, said).toBe(0);
    });
});
