import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceDayOf } from '../../shared/lib/serviceDay.ts';
import { SetupState } from '../../shared/protocol/setup.ts';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';

/**
 * A floor is drawn by hand in /setup, and stands at the host's with what the POS and the kitchen do; a file of bookings is taken in beside it.
 */
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

const house = async () => {
  const answer = await fetch(new URL('/api/setup/state', service.url));
  return SetupState.parse(await answer.json()).config;
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
    const { tables, combinations, rooms } = (await house()).floor;
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

describe('the book', () => {
  test('takes a file in: what it leaves open is asked, a bad row is named, and tonight’s guests stand on the host’s list', async () => {
    const { timeZone, dayRollHour } = (await house()).venue;
    const tonight = serviceDayOf(Date.now(), timeZone, dayRollHour);
    const year = Number(tonight.slice(0, 4)) + 1;
    const text = [
      'Guest;Day;Time;Pax;Table',
      `Mira Brandt;${tonight};7:30;4;`,
      `Pau Ferrer;${tonight};8:15;2;3`,
      `Linh Nguyen;03/04/${year};9:00;5;`,
      `Astrid Lind;04/05/${year};9:00;many;`,
    ].join('\r\n');
    await page.goto(`${service.url}/setup`);
    await page.getByTestId('section-bookings').click();
    const buffer = Buffer.from(`\uFEFF${text}\r\n`);
    await page
      .getByTestId('bookings-choose')
      .setInputFiles({ name: 'book.csv', mimeType: 'text/csv', buffer });
    // Its own heading, and what nobody may guess.
    expect(await page.getByTestId('column-4').inputValue()).toBe('covers');
    expect(await page.getByTestId('bookings-try').isDisabled()).toBe(true);
    await page.getByText('day, month, year').click();
    await page.getByText('after noon', { exact: true }).click();
    await page.getByTestId('bookings-try').click();
    await page.getByTestId('bookings-problem').filter({ hasText: 'many' }).waitFor(PATIENT);
    expect(await page.getByTestId('count-new').textContent()).toBe('3');
    // The answer is brought on to the glass, under a mapping that is longer than it.
    expect(await page.getByTestId('bookings-take').evaluate(isInSight)).toBe(true);
    await page.getByTestId('bookings-take').click();
    await page.locator('[data-testid=bookings-run][data-dry=false][data-phase=done]').waitFor(PATIENT);
    await page.getByTestId('bookings-book').click();
    await page.getByTestId('view-list').click();
    const booked = page.getByTestId('list-view').getByTestId('book-line');
    await booked.filter({ hasText: 'Mira Brandt' }).filter({ hasText: '19:30' }).first().waitFor(PATIENT);
    await booked.filter({ hasText: 'Pau Ferrer' }).filter({ hasText: '20:15' }).first().waitFor(PATIENT);
    expect(await booked.filter({ hasText: 'Linh Nguyen' }).count()).toBe(0);
  });
});

/** Runs in the page. */
function isInSight(element: Element): boolean {
  const [own, frame] = [element.getBoundingClientRect(), element.closest('main')?.getBoundingClientRect()];
  return frame !== undefined && own.top >= frame.top && own.bottom <= frame.bottom;
}
