import type { Browser, Page } from 'playwright';
import type { Size } from './openScene.ts';

export interface Glass {
  readonly page: Page;
  /** Since this look was opened. */
  errors: unknown[];
}

/** A few pages that scenes are looked at in, one after another: a page of its own for each would be loaded and compiled each time. */
export class GlassPool {
  private readonly made: Promise<Glass>[] = [];
  private readonly free: Glass[] = [];
  private readonly waiting: ((glass: Glass) => void)[] = [];

  private readonly browser: Browser;
  private readonly most: number;

  constructor(browser: Browser, most: number) {
    this.browser = browser;
    this.most = most;
  }

  /** Once one is free, as if just unpacked: what the last look kept, and the pointer it left there, are gone. */
  async use(size: Size, work: (glass: Glass) => Promise<void>): Promise<void> {
    const glass = await this.next();
    try {
      const [width, height] = size;
      await glass.page.mouse.move(-1, -1);
      await glass.page.setViewportSize({ width, height });
      glass.errors = [];
      await work(glass);
    } finally {
      const next = this.waiting.shift();
      if (next) next(glass);
      else this.free.push(glass);
    }
  }

  private next(): Promise<Glass> {
    const known = this.free.pop();
    if (known) return Promise.resolve(known);
    if (this.made.length >= this.most) return new Promise((resolve) => this.waiting.push(resolve));
    const opened = this.browser.newPage().then((page) => {
      const glass: Glass = { page, errors: [] };
      page.on('pageerror', (error) => glass.errors.push(error));
      return glass;
    });
    this.made.push(opened);
    return opened;
  }
}
