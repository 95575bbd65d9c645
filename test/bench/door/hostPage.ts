import { launchBrowser } from '../../support/browser.ts';

const LIVE_MS = 60_000;

declare global {
  interface Window {
    /** `12 on_the_table`: when the plan first showed it, in ms of the machine's clock. */
    stagesSeen: Map<string, number>;
  }
}

/** Serialised into the page. */
function noteStages(): void {
  const seen = new Map<string, number>();
  window.stagesSeen = seen;
  const note = () => {
    for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-testid=table]')) {
      const key = `${dataset.table} ${dataset.stage}`;
      if (!seen.has(key)) seen.set(key, performance.timeOrigin + performance.now());
    }
  };
  new MutationObserver(note).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-stage', 'data-table'],
  });
}

/** The machine's clock as pages have it too, ms with fractions. */
export const machineMs = (): number => performance.timeOrigin + performance.now();

/** A host's plan in a real browser. */
export interface HostPage {
  /** What is noted of this table from now on is news. */
  readonly forget: (table: string) => Promise<void>;
  /** When the plan showed it, once it does. */
  readonly shown: (table: string, stage: string, withinMs: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openHostPage(url: string): Promise<HostPage> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(noteStages);
    await page.goto(`${url}/host`);
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: LIVE_MS });
    return {
      forget: (table) =>
        page.evaluate((which) => {
          for (const key of window.stagesSeen.keys())
            if (key.startsWith(`${which} `)) window.stagesSeen.delete(key);
        }, table),
      shown: async (table, stage, withinMs) => {
        const found = await page.waitForFunction((key) => window.stagesSeen.get(key), `${table} ${stage}`, {
          timeout: withinMs,
        });
        return (await found.jsonValue()) ?? Number.NaN;
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
