import { setTimeout as sleep } from 'node:timers/promises';
import { benchTicket, ticketId } from '../benchTicket.ts';
import type { House } from '../page/house.ts';
import { until } from '../page/waits.ts';
import { STATION } from '../screens/bumpOf.ts';

/** No more than these are open at once; with the places that stand empty for an undo they still have room on one page. */
const OPEN_AT_ONCE = 16;
/** Every so manieth is bumped by a finger on the glass, as long as the glass takes it: tiles that just moved refuse. */
const TAP_EVERY = 25;
const TAP_TRIES = 5;
const TAP_WAIT_MS = 1_000;
/** A page slowed down by everything else on the machine. */
const PAINTED_MS = 60_000;
/** Every undo has passed, every recall window too. */
const CLEARED_MS = 60_000;

/** Tickets on their way through one screen: put, painted, bumped. */
export class Night {
  private readonly house: House;
  private next = 0;
  /** Bumps made on the glass. */
  taps = 0;

  constructor(house: House) {
    this.house = house;
  }

  /** So many come and go. */
  async serve(tickets: number): Promise<void> {
    const end = this.next + tickets;
    await Promise.all(
      Array.from({ length: OPEN_AT_ONCE }, async () => {
        while (this.next < end) await this.one();
      }),
    );
    await this.cleared();
  }

  /** So many stand open on an otherwise empty board, painted. */
  async stand(tickets: number): Promise<void> {
    for (let n = 0; n < tickets; n += 1) await this.put();
    for (let n = this.next - tickets; n < this.next; n += 1) await this.painted(n);
  }

  /** All that stand are bumped and gone. */
  async clear(): Promise<void> {
    const { cook } = this.house;
    for (let n = 0; n < this.next; n += 1) if (cook.ticket(n) !== undefined) await cook.bump(n);
    await this.cleared();
  }

  private async one(): Promise<void> {
    const n = await this.put();
    await this.painted(n);
    if (n % TAP_EVERY === 0 && (await this.tapped(n))) this.taps += 1;
    else await this.house.cook.bump(n);
  }

  private async put(): Promise<number> {
    const n = this.next;
    this.next += 1;
    await this.house.pos.put(benchTicket(n, { openedAt: new Date(), isAtOnce: true, lines: 2 }));
    return n;
  }

  private async painted(n: number): Promise<void> {
    const { cook } = this.house;
    const isPainted = () => (cook.ticket(n)?.receipts[STATION]?.paintedAt ?? null) !== null;
    await until(`${ticketId(n)} on the glass`, isPainted, PAINTED_MS);
  }

  /** False: the tile would not hold still. */
  private async tapped(n: number): Promise<boolean> {
    const { board, cook } = this.house;
    const isBumped = () => {
      const ticket = cook.ticket(n);
      return ticket === undefined || ticket.endedAt !== null;
    };
    for (let attempt = 0; attempt < TAP_TRIES && !isBumped(); attempt += 1) {
      await sleep(TAP_WAIT_MS);
      const at = await board.page.evaluate(middleOf, `[data-ticket-id="${ticketId(n)}"] [data-testid=bump]`);
      if (at !== null) await board.page.mouse.click(at.x, at.y);
      await sleep(TAP_WAIT_MS / 2);
    }
    return isBumped();
  }

  /** Nothing is open and nothing in its recall window. */
  private async cleared(): Promise<void> {
    const { board, cook } = this.house;
    await until('all closed', () => cook.client.confirmed().tickets.size === 0, CLEARED_MS);
    const left = board.page.locator('[data-testid=ticket], [data-testid=tombstone]');
    await until('an empty board', async () => (await left.count()) === 0, CLEARED_MS);
  }
}

/** In the page. By coordinates: a click of Playwright's on an element that goes meanwhile holds it, with its tile, for as long as the page lives. */
function middleOf(selector: string): { readonly x: number; readonly y: number } | null {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}
