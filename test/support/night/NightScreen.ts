import type { Page } from 'playwright';
import { z } from 'zod';
import { installEyes } from './eyes.ts';
import { Look, Note, type Thing } from './noted.ts';

/** What a hand meant by a press that should do something. */
export interface Meant {
  readonly thing: Thing;
  /** When the hand saw it, ms of the page's clock. */
  readonly seenAt: number;
}

export interface Press {
  readonly note: Note;
  /** null: on the way to something, as a key that selects. */
  readonly meant: Meant | null;
}

/** On a machine that may do much else. */
const LIVE_MS = 120_000;

/** A station's or the pass's screen in the browser, with an account of every press on it. */
export class NightScreen {
  readonly place: string;
  readonly page: Page;
  private readonly notes: Note[] = [];
  /** One for each press, in order. */
  private readonly meant: (Meant | null)[] = [];

  private constructor(place: string, page: Page) {
    this.place = place;
    this.page = page;
  }

  /** `place`: a station's id, or `expo`. */
  static async open(page: Page, url: string, place: string): Promise<NightScreen> {
    await page.addInitScript(installEyes);
    const path = place === 'expo' ? 'expo' : `kitchen/${place}`;
    await page.goto(`${url}/${path}`, { timeout: LIVE_MS, waitUntil: 'commit' });
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: LIVE_MS });
    return new NightScreen(place, page);
  }

  async look(): Promise<Look> {
    return Look.parse(await this.page.evaluate(() => window.heardEyes.look()));
  }

  /** To be said of each press before it is made. */
  means(meant: Meant | null): void {
    this.meant.push(meant);
  }

  get pressesMade(): number {
    return this.meant.length;
  }

  /** Every press so far whose release is some time ago. Fails when the page has felt another number of presses than were made. */
  async presses(): Promise<Press[]> {
    this.notes.push(...z.array(Note).parse(await this.page.evaluate(() => window.heardEyes.take())));
    const { notes, meant, place } = this;
    if (notes.length !== meant.length)
      throw new Error(`${place}: ${meant.length} presses were made and ${notes.length} were felt`);
    return notes.map((note, index) => ({ note, meant: meant[index] ?? null }));
  }
}
