import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

const SIZE = { width: 1920, height: 1080 };
/** Longer than the 400 ms for which UNDO takes no press, shorter than it stands. */
const A_LOOK_MS = 600;
const OPENED = new Date().toISOString();

/** The house's own time for a press to be a press: a tile that has just come is not pressed at once. */
const SETTLED_MS = 800;

let service: TestService;
let browser: Browser;
let pos: Pos;
let kitchen: Page;
let expo: Page;

beforeAll(async () => {
  service = await startService({ isBuilt: true });
  browser = await launchBrowser();
  pos = await Pos.start(service.url, service.token('pos', '--source', 'till'));
  await pos.send('feed.resume', { after: 0 });
  kitchen = await (await browser.newContext({ viewport: SIZE })).newPage();
  expo = await (await browser.newContext({ viewport: SIZE })).newPage();
  await kitchen.goto(`${service.url}/kitchen/kitchen`);
  await expo.goto(`${service.url}/expo`);
  await kitchen.locator('[data-testid=link-state][data-state=live]').waitFor();
}, 90_000);

afterAll(async () => {
  pos?.stop();
  await browser?.close();
  await service?.stop();
});

function tile(page: Page, id: string) {
  return page.locator(`[data-testid=ticket][data-ticket-id="${id}"]`);
}

/** As a cook does: a press refused with a dull click, because the tile had just moved, is made again. */
async function bump(page: Page, id: string): Promise<void> {
  const place = tile(page, id).getByTestId('bump');
  await place.waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await until(`${id} bumped`, async () => {
    if ((await place.count()) === 0) return true;
    await place.click({ timeout: 2_000 });
    await page.waitForTimeout(500);
    return (await place.count()) === 0;
  });
}

const FOUR_TOP = {
  id: 'T-1',
  openedAt: OPENED,
  courses: [1, 2, 3].map((number) => ({ number, name: ['Starters', 'Mains', 'Dessert'][number - 1] })),
  items: [1, 2, 3].flatMap((course) =>
    [1, 2, 3, 4].map((seat) => ({
      id: `c${course}s${seat}`,
      name: `Dish ${course}`,
      quantity: 1,
      seat,
      course,
    })),
  ),
};

describe('one ticket, end to end', () => {
  test("a four-top's three courses go from put to fire to bump to course.run; every id is the POS's own", async () => {
    expect(await pos.put(FOUR_TOP)).toMatchObject({ ok: true, result: 'applied', id: 'T-1' });
    await bump(kitchen, 'T-1');
    await until('course 1 run', () => pos.types().includes('course.run'));
    const course = expo.locator('[data-ticket-id="T-1"] [data-testid=course][data-course="2"]');
    await expo.waitForTimeout(SETTLED_MS);
    await course.getByTestId('fire').click();
    await bump(kitchen, 'T-1');
    await until('course 2 run', () => pos.types().filter((type) => type === 'course.run').length === 2);
    expect(await pos.send('course.fire', { source: 'till', id: 'T-1', course: 3 })).toMatchObject({
      ok: true,
    });
    await bump(kitchen, 'T-1');
    await until('ticket run', () => pos.types().includes('ticket.run'));
    const ofType = (type: string) => pos.feed.filter((message) => message.type === type);
    expect(ofType('ticket.received')).toHaveLength(1);
    expect(ofType('course.fired').map((message) => [message.course, message.by])).toEqual([
      [1, 'pos'],
      [2, 'expo'],
      [3, 'pos'],
    ]);
    expect(ofType('course.run').map((message) => message.course)).toEqual([1, 2, 3]);
    expect(
      ofType('item.bumped')
        .map((message) => message.item?.id)
        .sort(),
    ).toEqual(FOUR_TOP.items.map((item) => item.id).sort());
    expect(ofType('item.bumped').every((message) => message.ticket?.id === 'T-1')).toBe(true);
    expect(ofType('ticket.painted').length).toBeGreaterThan(0);
    const seqs = pos.feed.map((message) => message.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  }, 60_000);

  test('UNDO in place brings the tile back and the POS hears it; RECALL brings back the last', async () => {
    await pos.put({
      id: 'T-2',
      table: '7',
      openedAt: OPENED,
      items: [{ id: 'a', name: 'Ribeye', quantity: 1 }],
    });
    const hole = kitchen.getByTestId('tombstone').filter({ hasText: 'UNDO 7' });
    const recalls = (undo: boolean) =>
      pos.feed.filter((one) => one.type === 'item.recalled' && (one.undo ?? false) === undo).length;
    await bump(kitchen, 'T-2');
    const pressUndo = async () => {
      // What has just come or moved under a hand takes no press of it: a cook presses again.
      await kitchen.waitForTimeout(A_LOOK_MS);
      if (recalls(true) > 0) return true;
      await hole
        .getByTestId('undo')
        .click({ timeout: 2_000 })
        .catch(() => undefined);
      await kitchen.waitForTimeout(A_LOOK_MS);
      return recalls(true) > 0;
    };
    await until(
      'item.recalled',
      async () => {
        if (await pressUndo()) return true;
        // A machine that stands still for longer than the undo stands: once more from the start.
        if ((await hole.count()) === 0 && (await tile(kitchen, 'T-2').count()) === 0) {
          await kitchen.getByTestId('recall').click();
          await bump(kitchen, 'T-2');
        }
        return false;
      },
      40_000,
    );
    const recalledBefore = recalls(false);
    await bump(kitchen, 'T-2');
    await hole.waitFor({ state: 'detached', timeout: 10_000 });
    await kitchen.getByTestId('recall').click();
    await tile(kitchen, 'T-2').waitFor();
    await until('recalled', () => recalls(false) === recalledBefore + 1);
    await bump(kitchen, 'T-2');
  }, 90_000);

  test("while hearing is owed the bump's place is HEARD; it becomes BUMP after 700 ms; the POS hears both", async () => {
    await pos.put({
      id: 'T-3',
      table: '3',
      openedAt: OPENED,
      guests: [
        {
          seat: 2,
          name: 'Ada',
          allergies: [{ allergen: 'sesame', severity: 'anaphylaxis', words: 'EpiPen' }],
        },
      ],
      items: [{ id: 'bass', name: 'Sea bass', quantity: 1, seat: 2, allergens: [] }],
    });
    const ticket = tile(kitchen, 'T-3');
    await ticket.getByTestId('ack-allergy').waitFor();
    expect(await ticket.getByTestId('bump').count()).toBe(0);
    expect(await ticket.getByTestId('allergy').first().innerText()).toMatch(/SESAME/u);
    expect(await ticket.getByTestId('ack-allergy').innerText()).toMatch(/HEARD.*SESAME.*S2/su);
    await kitchen.waitForTimeout(SETTLED_MS);
    await ticket.getByTestId('ack-allergy').dblclick();
    await until('allergy.heard', () => pos.types().includes('allergy.heard'));
    expect(pos.feed.some((one) => one.type === 'item.bumped' && one.ticket?.id === 'T-3')).toBe(false);
    await bump(kitchen, 'T-3');
    await until('bumped', () =>
      pos.feed.some((one) => one.type === 'item.bumped' && one.ticket?.id === 'T-3'),
    );
    expect(await kitchen.locator('body').innerText()).not.toContain('Ada');
  }, 60_000);

  test('the link says lost with its age when the hub is gone, and is live by itself when it is back', async () => {
    const { dataDir } = service;
    const port = Number(new URL(service.url).port);
    await pos.put({
      id: 'T-4',
      table: '4',
      openedAt: OPENED,
      items: [{ id: 'a', name: 'Soup', quantity: 1 }],
    });
    await tile(kitchen, 'T-4').waitFor();
    await service.kill('SIGKILL');
    await kitchen.locator('[data-testid=link-state][data-state=lost]').waitFor({ timeout: 4_000 });
    expect(await tile(kitchen, 'T-4').count()).toBe(1);
    await bump(kitchen, 'T-4');
    service = await startService({ dataDir, port, isBuilt: true });
    await kitchen.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 15_000 });
    const again = await Pos.start(service.url, service.token('pos'));
    await again.send('feed.resume', { after: 0 });
    await until('the bump made away', () =>
      again.feed.some((one) => one.type === 'item.bumped' && one.ticket?.id === 'T-4'),
    );
    again.stop();
  }, 60_000);
});
