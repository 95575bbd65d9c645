import { setTimeout as sleep } from 'node:timers/promises';
import type { BoardPage } from '../page/BoardPage.ts';
import type { Wanted } from '../page/probe.ts';
import { until } from '../page/waits.ts';

/** A finger lies on the glass this long. A press acts when it comes up. */
const FINGER_MS = 60;
/** Between two presses of a hand that works a board down: longer than the glass refuses what has just moved. */
export const HAND_MS = 450;
/** Tiles that have just moved or come are not pressed: the glass refuses such presses on purpose. */
const SETTLED_MS = 1_000;
/** A whole undo, the closing up behind it, and some for a slow machine. */
const CLOSED_MS = 30_000;
const LOOK_AGAIN_MS = 200;
const SHOWN_MS = 10_000;
/** The board may close up between a hand's aim and its press, and then refuses it; more often than this it is no accident. */
const REFUSED_AT_MOST = 10;

interface Target {
  readonly x: number;
  readonly y: number;
  readonly wanted: Wanted;
}

/** From the finger's coming up until the frame that shows it. */
export interface Press {
  /** The later of both below. */
  readonly ms: number;
  readonly paintedMs: number;
  readonly presentedMs: number | null;
}

/** Nothing is on its way out and nothing moves: what stands now stands still. */
export async function settled({ page }: BoardPage): Promise<void> {
  // Asked seldom and with the page's own query: each question is work on the thread that is measured.
  await until(
    'the board closed up',
    () => page.evaluate(() => document.querySelector('[data-testid=tombstone]') === null),
    CLOSED_MS,
    LOOK_AGAIN_MS,
  );
  await sleep(SETTLED_MS);
}

/** Bumps tickets of the page one after the other, at most so many. What moves meanwhile is left until it stands. */
export async function pressBumps(board: BoardPage, atMost: number): Promise<Press[]> {
  await settled(board);
  const presses: Press[] = [];
  const page = () => board.page.evaluate(bumpsOnPage);
  let refused = 0;
  for (let [next] = await page(); next && presses.length < atMost; ) {
    await sleep(HAND_MS);
    const [again] = await page();
    if (again && isSame(next, again)) {
      const made = await press(board, again);
      if (made !== null) presses.push(made);
      else if (++refused > REFUSED_AT_MOST) throw new Error(`the glass refused ${refused} bumps`);
      [next] = await page();
    } else next = again;
  }
  return presses;
}

const isSame = (a: Target, b: Target) =>
  a.x === b.x && a.y === b.y && a.wanted.selector === b.wanted.selector;

/** Serialised into the page. */
function bumpsOnPage(): Target[] {
  return [...document.querySelectorAll<HTMLElement>('[data-testid=bump]')].map((place) => {
    const { x, y, width, height } = place.getBoundingClientRect();
    const selector = `[data-testid=tombstone][data-ticket=${CSS.escape(place.dataset.zone ?? '')}]`;
    return { x: x + width / 2, y: y + height / 2, wanted: { selector } };
  });
}

/** Presses a dish of each ticket of the page ready and back, at most so many presses. */
export async function pressItems(board: BoardPage, atMost: number): Promise<Press[]> {
  await settled(board);
  const presses: Press[] = [];
  let refused = 0;
  for (const [ready, back] of await board.page.evaluate(dishesOnPage)) {
    for (const wanted of [ready, back].slice(0, atMost - presses.length)) {
      let made: Press | null = null;
      while (made === null) {
        const target = await aimed(board, wanted);
        if (target === null) break;
        made = await press(board, target);
        if (made !== null) presses.push(made);
        else if (++refused > REFUSED_AT_MOST) throw new Error(`the glass refused ${refused} dishes`);
      }
    }
  }
  return presses;
}

/** Once a hand has found the same dish twice at the same place. A ready dish may make its tile longer, and what is behind it goes on. */
async function aimed({ page }: BoardPage, wanted: Wanted): Promise<Target | null> {
  const look = () => page.evaluate(targetOf, wanted);
  for (let before = await look(); before !== null; ) {
    await sleep(HAND_MS);
    const again = await look();
    if (again !== null && isSame(before, again)) return again;
    before = again;
  }
  return null;
}

/** Serialised into the page. */
function targetOf(wanted: Wanted): Target | null {
  const box = [...document.querySelectorAll(wanted.selector)].at(-1)?.getBoundingClientRect();
  return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2, wanted };
}

/** Serialised into the page. A dish is the last button of its item, after its quantity; its description says what a press would do. */
function dishesOnPage(): Array<[Wanted, Wanted]> {
  const tiles = document.querySelectorAll<HTMLElement>('[data-testid=ticket][data-ticket-id]');
  return [...tiles].flatMap((tile): Array<[Wanted, Wanted]> => {
    const line = tile.querySelector<HTMLElement>('[data-testid=item]');
    const selector = `[data-ticket-id="${tile.dataset.ticketId}"] [data-item-id="${line?.dataset.itemId}"] button[aria-description]`;
    const dish = [...document.querySelectorAll(selector)].at(-1);
    if (!dish) return [];
    const attribute = { name: 'aria-description', value: dish.getAttribute('aria-description') ?? '' };
    return [
      [
        { selector, attribute: { ...attribute, isSo: false } },
        { selector, attribute: { ...attribute, isSo: true } },
      ],
    ];
  });
}

/**
 * Nobody asks the page anything between the finger's coming up and its answer: that would be work of ours on its one thread. null: the press was
 * refused.
 */
export async function press({ page }: BoardPage, { x, y, wanted }: Target): Promise<Press | null> {
  await page.mouse.move(x, y);
  await page.evaluate((next) => window.heardProbe.expect(next), wanted);
  const shown = page.evaluate((withinMs) => window.heardProbe.pressed(withinMs), SHOWN_MS);
  await page.mouse.down();
  await sleep(FINGER_MS);
  await page.mouse.up();
  const pressed = await shown;
  if (pressed === null) return null;
  const { upAt, shownAt, presentedMs } = pressed;
  const paintedMs = shownAt - upAt;
  return { ms: Math.max(paintedMs, presentedMs ?? 0), paintedMs, presentedMs };
}
