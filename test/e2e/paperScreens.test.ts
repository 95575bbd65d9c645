import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VirtualPrinter } from '../../main/demo/printer/VirtualPrinter.ts';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';

const SIZE = { width: 1280, height: 800 };
/** Two cores, shared with a browser or two. */
const PATIENT = { timeout: 20_000 };
/** The house's own time for a press to be a press: a tile that has just come is not pressed at once. */
const SETTLED_MS = 800;
const LIVE = '[data-testid=link-state][data-state=live]';
/** Long enough for a person to read the line, short enough for a test: 12 s. */
const MAX_AGE_MINUTES = 0.2;
/** Paper comes here because a station has no screen, or at a press; never because this machine is slow to list a ticket. */
const CHIT_SECONDS = 60;

let service: TestService;
let browser: Browser;
let pos: Pos;
let expo: Page;
let grill: Page;
const printer = new VirtualPrinter({ model: 'epson', width: 80 });

beforeAll(async () => {
  await printer.listen();
  service = await startService({
    isBuilt: true,
    config: {
      stations: [
        { id: 'grill', name: 'Grill', chitSeconds: CHIT_SECONDS },
        { id: 'fry', name: 'Fry' },
      ],
      routes: [{ stations: ['grill'] }],
      pass: 'expo',
      paper: { maxAgeMinutes: MAX_AGE_MINUTES },
    },
  });
  pos = await Pos.start(service.url, service.token('pos'));
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  pos?.stop();
  await browser?.close();
  await service?.stop();
  await printer.stop();
});

async function opened(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE, locale: 'en-GB' })).newPage();
  await page.goto(`${service.url}${path}`);
  return page;
}
async function order(id: string, table: string): Promise<void> {
  const items = [{ id: 'a', name: 'Ribeye', quantity: 1, seat: 1 }];
  const put = { id, number: id, channel: 'dine_in', table, openedAt: new Date().toISOString(), items };
  expect(await pos.put(put)).toMatchObject({ ok: true, result: 'applied' });
}
const tile = (page: Page, id: string) => page.locator(`[data-testid=ticket][data-ticket-id="${id}"]`);
const line = (kind: string) => expo.locator(`[data-testid=paper-line][data-kind=${kind}]`);
const printed = () => printer.chits.map(({ text }) => text);
/** Expo's open tile: CHIT for the grill. */
async function askForChit(id: string): Promise<void> {
  await expo.waitForTimeout(SETTLED_MS);
  await tile(expo, id).getByTestId('header').click();
  await expo.locator('[data-testid=chit-ask][data-station=grill]').click();
}

describe('a printer in set-up', () => {
  test('is added, tried before it is saved, and says itself what came of it', async () => {
    const setup = await opened('/setup');
    await setup.getByTestId('section-printers').click();
    await setup.getByTestId('new-printer').fill('Line');
    await setup.getByTestId('add-printer').click();
    await setup.getByText('Printer Line: how it is connected is missing.', { exact: false }).waitFor();
    expect(await setup.getByTestId('test-print').isDisabled()).toBe(true);
    await setup.getByTestId('printer-host').fill('127.0.0.1');
    await setup.getByLabel('Port').fill(String(printer.port));
    await setup.getByTestId('test-print').click();
    await setup.getByText('Printed: the printer itself says so.').waitFor(PATIENT);
    expect(printed()).toHaveLength(1);
    expect(printed()[0]).toContain('TEST');

    printer.set({ isCoverOpen: true });
    await setup.getByTestId('test-print').click();
    await setup.getByText('Not printed: its cover is open.').waitFor(PATIENT);
    printer.set({ isCoverOpen: false });
    expect(printed()).toHaveLength(1);

    await setup.getByTestId('printer-example').click();
    expect(await setup.getByTestId('chit-paper').textContent()).toContain('SESAME');
    expect(await axeFinds(setup)).toEqual([]);
    await setup.getByTestId('save').click();
    await setup.getByTestId('undo-save').waitFor(PATIENT);
    await setup.getByTestId('section-stations').click();
    const names = await setup.getByTestId('station-printer').first().locator('option').allTextContents();
    expect(names).toEqual(['the house’s printer: Line', 'Line']);
    await setup.context().close();
  });
});

describe('food on paper', () => {
  test('is marked on expo with its chit, and comes back to the screen as on paper, not as new', async () => {
    expo = await opened('/expo');
    await expo.locator(LIVE).waitFor(PATIENT);
    await order('A-1', '12');
    const mark = tile(expo, 'A-1').locator('[data-testid=on-paper][data-station=grill]');
    await mark.waitFor(PATIENT);
    expect(await mark.textContent()).toMatch(/GRILL ON PAPER.*chit 1 · \d\d:\d\d/u);
    expect(printed()).toHaveLength(2);

    grill = await opened('/kitchen/grill');
    const here = tile(grill, 'A-1');
    await here.getByTestId('on-paper').waitFor(PATIENT);
    expect(await here.textContent()).not.toContain('NEW');
    await order('A-2', '14');
    await tile(grill, 'A-2').waitFor(PATIENT);
    expect(await tile(grill, 'A-2').textContent()).toContain('NEW');
    expect(await tile(grill, 'A-2').getByTestId('on-paper').count()).toBe(0);
  });

  test('CHIT prints it for the asking, at the station and from expo', async () => {
    await grill.waitForTimeout(SETTLED_MS);
    await grill.getByTestId('open-chits').click();
    await grill.locator('[data-testid=chit-ticket][data-ticket-id=A-2]').getByTestId('chit-ask').click();
    await tile(grill, 'A-2').getByTestId('on-paper').waitFor(PATIENT);
    expect(printed()).toHaveLength(3);
    expect(printed()[2]).toContain('COPY');
    await grill.getByText('chit 2 · printed', { exact: false }).first().waitFor();

    await askForChit('A-1');
    await expo.getByText('chit 3 · printed', { exact: false }).waitFor(PATIENT);
    expect(printed()).toHaveLength(4);
    await expo.getByTestId('close').click();
  });

  test('of what may have printed a person says what it is, in one press', async () => {
    printer.dieAfter({ afterBytes: 150, how: 'close' });
    await askForChit('A-1');
    await expo.getByTestId('close').click();
    await line('unknown').waitFor({ timeout: 40_000 });
    expect(await line('unknown').textContent()).toContain('Chit 4 may be on paper: GRILL 12');
    expect(await axeFinds(expo)).toEqual([]);
    await printer.switchOn();
    await expo.waitForTimeout(SETTLED_MS);
    await line('unknown').getByTestId('chit-again').click();
    await expect.poll(() => printed().length, PATIENT).toBe(5);
    expect(printed()[4]).toContain('REPRINT');
    await line('unknown').waitFor({ state: 'detached', timeout: 10_000 });
    await expo.getByTestId('open-chits').click();
    await expo.locator('[data-testid=chit][data-number="4"][data-state=again]').waitFor();
    await expo.getByTestId('close').click();
  });

  test('paper out is said with what waits; what was missed waits for a tap', async () => {
    await grill.context().close();
    printer.set({ paper: 'out' });
    await order('A-3', '16');
    await line('waiting').waitFor(PATIENT);
    expect(await line('waiting').textContent()).toMatch(/Line: paper out, 1 chit waits since \d\d:\d\d/u);
    await line('missed').waitFor({ timeout: 30_000 });
    printer.set({ paper: 'in' });
    await expo.waitForTimeout(SETTLED_MS);
    expect(printed()).toHaveLength(5);
    await line('missed').getByTestId('chit-summary').click();
    await expect.poll(() => printed().length, PATIENT).toBe(6);
    expect(printed()[5]).toContain('MISSED WHILE DOWN');
    await line('missed').waitFor({ state: 'detached', timeout: 10_000 });
  });
});
