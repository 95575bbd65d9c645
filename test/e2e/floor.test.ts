import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SetupState } from '../../shared/protocol/setup.ts';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';

/** A floor is drawn by hand in /setup, and stands at the host's with what the POS and the kitchen do. */
/** A tile that has just come takes no press. */
const SETTLED_MS = 800;
/** Two cores, shared with a browser or two. */
const PATIENT = { timeout: 15_000 };

let service: TestService;
let browser: Browser;
let page: Page;
let pos: Pos;

beforeAll(async () => {
  service = await startService({ isBuilt: true });
  browser = await launchBrowser();
  pos = await Pos.start(service.url, service.token('pos'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page = await context.newPage();
}, 90_000);

afterAll(async () => {
  pos?.stop();
  await browser?.close();
  await service?.stop();
});

const floor = async () => {
  const answer = await fetch(new URL('/api/setup/state', service.url));
  return SetupState.parse(await answer.json()).config.floor;
};
const planned = (id: string) => page.locator(`[data-testid=plan-table][data-table="${id}"]`);
async function drag(id: string, x: number, y: number): Promise<void> {
  const box = await planned(id).boundingBox();
  if (!box) throw new Error(`no table ${id}`);
  const [fromX, fromY] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + x / 2, fromY + y / 2);
  await page.mouse.move(fromX + x, fromY + y);
  await page.mouse.up();
}
const leftOf = async (id: string) => (await planned(id).boundingBox())?.x ?? 0;

describe('the floor', () => {
  test('is drawn in set-up: a room, four tables at once, dragged, moved by keys, taken back, saved', async () => {
    await page.goto(`${service.url}/setup`);
    await page.getByTestId('section-floor').click();
    await page.getByTestId('new-room').fill('Dining room');
    await page.getByTestId('add-new-room').click();
    const [many] = await page.getByLabel('How many').all();
    await many?.fill('4');
    await page.getByTestId('add-tables').click();
    await planned('4').waitFor();
    const before = await leftOf('2');
    await drag('2', 120, 90);
    expect((await leftOf('2')) - before).toBeGreaterThan(100);
    // A drag is one step, however many moves it had.
    await page.getByTestId('undo').click();
    expect(await leftOf('2')).toBeCloseTo(before, 0);
    await drag('2', 0, 160);
    await planned('3').focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowDown');
    // What was dragged last is in hand: with several it is put away like the others are taken.
    await page.getByTestId('pick-many').click();
    await planned('2').click();
    await planned('1').click();
    await planned('4').click();
    await page.getByTestId('combine').click();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByTestId('save').click();
    await page.getByTestId('undo-save').waitFor();
    const { tables, combinations, rooms } = await floor();
    expect(rooms.map(({ name }) => name)).toEqual(['Dining room']);
    expect(combinations).toEqual([{ tables: expect.arrayContaining(['1', '4']), seats: 8 }]);
    const at = (id: string) => tables.find((table) => table.id === id);
    expect(at('3')?.y).toBe((at('1')?.y ?? 0) + 50);
    expect((at('2')?.y ?? 0) % 10).toBe(0);
    expect(at('2')?.y).toBeGreaterThan((at('1')?.y ?? 0) + 100);
  });

  test('stands at the host’s: a ticket and a bump move the table by themselves, arrows and Enter pick one', async () => {
    await page.goto(`${service.url}/host`);
    const table = (id: string) => page.locator(`[data-testid=table][data-table="${id}"]`);
    await table('4').waitFor();
    expect(await table('3').getAttribute('data-stage')).toBe('open');
    const openedAt = new Date().toISOString();
    await pos.put({
      id: 'T1',
      number: '1',
      channel: 'dine_in',
      table: '3',
      covers: 2,
      openedAt,
      items: [{ id: 'a', name: 'Soup', quantity: 1, course: 1 }],
    });
    await expect.poll(() => table('3').getAttribute('data-stage'), PATIENT).toBe('cooking');
    expect(await table('3').getAttribute('data-move')).toBe('KITCHEN');
    const kitchen = await page.context().newPage();
    await kitchen.goto(`${service.url}/kitchen/kitchen`);
    await kitchen.getByTestId('bump').waitFor();
    await kitchen.waitForTimeout(SETTLED_MS);
    await kitchen.getByTestId('bump').click();
    await expect.poll(() => table('3').getAttribute('data-stage'), PATIENT).toBe('on_the_table');
    await kitchen.close();
    await table('1').focus();
    await page.keyboard.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-table'));
    expect(focused).not.toBe('1');
    await page.keyboard.press('Enter');
    await expect.poll(() => table(focused ?? '').getAttribute('aria-pressed'), PATIENT).toBe('true');
  });
});
