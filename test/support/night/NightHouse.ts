import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Browser } from 'playwright';
import { DedupeTable } from '../../../main/store/dedupeTable.ts';
import { openStore } from '../../../main/store/openStore.ts';
import { Random } from '../../../shared/demo/random.ts';
import { demoConfig } from '../../../shared/demo/restaurant/house.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { epochText } from '../../../shared/protocol/screenMessages.ts';
import { launchBrowser } from '../browser.ts';
import { type DemoService, startDemo } from '../demoService.ts';
import { connectPos, type PosClient } from '../posClient.ts';
import { runHeard } from '../service.ts';
import { type Cook, LineCook, PassCook } from './Cook.ts';
import { keyHand, type NightHand, touchHand } from './hands.ts';
import { type HandsJudged, judgeHands } from './judgeHands.ts';
import { NightScreen } from './NightScreen.ts';

export interface NightWish {
  /** How each post is worked, by its number: the stations in the house's order, then the pass. */
  readonly handAt: (post: number) => 'touch' | 'keys';
  /** What the demo is told, beside that it has no cooks and no door of its own. */
  readonly flags: readonly string[];
  readonly speed: number;
  /** How long a kitchen minute is for the hands; less than it is by `speed`: they are in a hurry. */
  readonly msPerMinute: number;
  readonly seed: number;
}

export interface NightLog {
  readonly epoch: string;
  readonly events: readonly Event[];
  readonly judged: HandsJudged;
}

/** 15 inches of a wall above a line. */
const GLASS = { width: 1920, height: 1080 };
/** A hand at work, and one that rests so that tiles close up. */
const BUSY_MS = [60, 700] as const;
const REST_MS = [1_100, 2_200] as const;
const RESTS = 0.2;
const NOTHING_TO_DO_MS = [100, 400] as const;
/** The last presses are being noted, and their answers on their way. */
const LAST_ANSWERS_MS = 3_000;

interface Post {
  readonly screen: NightScreen;
  readonly cook: Cook;
  readonly hand: NightHand;
  readonly random: Random;
}

/** A demo night whose every station and pass is one page of one browser, with a hand at each that knows what is on its glass. */
export class NightHouse {
  readonly demo: DemoService;
  readonly feed: PosClient;
  private readonly browser: Browser;
  private readonly posts: readonly Post[];
  private isOver = false;

  private constructor(demo: DemoService, browser: Browser, posts: readonly Post[], feed: PosClient) {
    this.demo = demo;
    this.browser = browser;
    this.posts = posts;
    this.feed = feed;
    void demo.ended.then(() => {
      this.isOver = true;
    });
  }

  static async open({ handAt, flags, speed, msPerMinute, seed }: NightWish): Promise<NightHouse> {
    const own = ['--cooks', 'none', '--door', 'none', '--speed', `${speed}`, '--seed', `${seed}`];
    const demo = await startDemo(...own, ...flags);
    const browser = await launchBrowser();
    try {
      const token = runHeard(dataOf(demo), ['token', 'create', '--scope', 'pos', '--name', 'reader']);
      const feed = await connectPos(demo.url, token);
      await feed.send('feed.resume', { after: 0 });
      const places = [...demoConfig.stations.map(({ id }) => id), 'expo'];
      const posts: Post[] = [];
      // One after the other: eight pages that begin at once keep each other waiting.
      for (const [index, place] of places.entries()) {
        const random = new Random(seed + index);
        const by = handAt(index);
        const context = await browser.newContext({ viewport: GLASS, hasTouch: by === 'touch' });
        const screen = await NightScreen.open(await context.newPage(), demo.url, place);
        const cook = place === 'expo' ? new PassCook(random, msPerMinute) : new LineCook(random, msPerMinute);
        const hand = by === 'touch' ? await touchHand(screen, random) : keyHand(screen, random);
        await hand.wake();
        posts.push({ screen, cook, hand, random });
      }
      return new NightHouse(demo, browser, posts, feed);
    } catch (error) {
      await browser.close();
      await demo.stop();
      throw error;
    }
  }

  /** All hands work until this says that it is enough, or the night is over. */
  async work(isEnough: () => boolean): Promise<void> {
    await Promise.all(this.posts.map((post) => this.workAt(post, isEnough)));
  }

  /** What these hands have done so far at all screens together. */
  get doings(): number {
    return this.posts.reduce((sum, { screen }) => sum + screen.pressesMade, 0);
  }

  /** Ends the night where it has not ended by itself, and holds every press against the log. */
  async judge(): Promise<NightLog> {
    await sleep(LAST_ANSWERS_MS);
    const screens = await Promise.all(
      this.posts.map(async ({ screen }) => ({ place: screen.place, presses: await screen.presses() })),
    );
    if (this.demo.child.exitCode === null) this.demo.child.kill('SIGTERM');
    await this.demo.ended;
    const dataDir = dataOf(this.demo);
    const store = openStore({ dataDir, as: 'tool' });
    const events = [...store.events.replay(0)];
    const epoch = epochText(store.epoch);
    store.close();
    const db = new Database(join(dataDir, 'heard.db'), { readonly: true, fileMustExist: true });
    const dedupe = new DedupeTable(db);
    const judged = judgeHands(screens, events, (id) => dedupe.byCommand(id));
    db.close();
    const keep = process.env.HEARD_NIGHT_NOTES;
    if (keep !== undefined) {
      mkdirSync(keep, { recursive: true });
      writeFileSync(join(keep, 'presses.json'), JSON.stringify(screens, null, 1));
      writeFileSync(join(keep, 'events.json'), JSON.stringify(events));
      writeFileSync(join(keep, 'judged.json'), JSON.stringify(judged, null, 1));
    }
    return { epoch, events, judged };
  }

  async close(): Promise<void> {
    this.feed.close();
    await this.browser.close();
    await this.demo.stop();
  }

  private async workAt({ screen, cook, hand, random }: Post, isEnough: () => boolean): Promise<void> {
    while (!this.isOver && !isEnough()) {
      const look = await screen.look();
      const wish = look.isLive ? cook.wish(look) : null;
      if (wish === null) {
        await sleep(random.between(...NOTHING_TO_DO_MS));
        continue;
      }
      if (wish === 'page') await hand.turnPage(look);
      else await hand.press(wish, look);
      const [least, most] = random.chance(RESTS) ? REST_MS : BUSY_MS;
      await sleep(random.between(least, most));
    }
  }
}

export const dataOf = (demo: DemoService): string => join(demo.place, 'demo');
