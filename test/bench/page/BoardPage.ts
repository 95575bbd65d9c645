import type { Browser, CDPSession, Page } from 'playwright';
import { launchBrowser } from '../../support/browser.ts';
import { monotonicMs } from '../monotonic.ts';
import { STATION } from '../screens/bumpOf.ts';
import { installProbe } from './probe.ts';

const LIVE_MS = 60_000;
/** Round trips to the page's clock; the quickest tells it best. */
const CLOCK_LOOKS = 50;

export interface BoardPageOptions {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** A page measured for what it keeps keeps no notes of ours. */
  readonly hasProbe: boolean;
}

/** The station's screen in a real browser of its own, in step with its hub. */
export class BoardPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  private readonly browser: Browser;

  private constructor(browser: Browser, page: Page, devtools: CDPSession) {
    this.browser = browser;
    this.page = page;
    this.devtools = devtools;
  }

  static async open({ url, width, height, hasProbe }: BoardPageOptions): Promise<BoardPage> {
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ viewport: { width, height } });
      const page = await context.newPage();
      if (hasProbe) await page.addInitScript(installProbe);
      await page.goto(`${url}/kitchen/${STATION}`);
      await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: LIVE_MS });
      return new BoardPage(browser, page, await context.newCDPSession(page));
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The page's main thread is made this many times slower. */
  async throttle(times: number): Promise<void> {
    await this.devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
  }

  /** What to add to the page's clock to have ours, and how far that may be off. */
  async clock(): Promise<{ readonly offset: number; readonly within: number }> {
    let best = { offset: 0, within: Number.POSITIVE_INFINITY };
    for (let look = 0; look < CLOCK_LOOKS; look += 1) {
      const before = monotonicMs();
      const there = await this.page.evaluate(() => window.heardProbe.now());
      const after = monotonicMs();
      const within = (after - before) / 2;
      if (within < best.within) best = { offset: before + within - there, within };
    }
    return best;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
