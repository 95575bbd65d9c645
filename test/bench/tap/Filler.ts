import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { benchTicket, ticketId } from '../benchTicket.ts';
import type { House } from '../page/house.ts';
import { until } from '../page/waits.ts';
import { STATION } from '../screens/bumpOf.ts';

/** CONTRACT section 6. */
export const OPEN = 200;
const FILL_MS = 60_000;

/** Puts tickets until as many are open as are wanted and all of them stand on the board. */
export class Filler {
  private readonly house: House;
  private next = 0;

  constructor(house: House) {
    this.house = house;
  }

  async fill(): Promise<void> {
    const { pos, cook } = this.house;
    const open = [...cook.client.confirmed().tickets.values()].filter(isToDo).length;
    const missing = OPEN - open;
    for (let n = 0; n < missing; n += 1) {
      await pos.put(benchTicket(this.next, { openedAt: new Date(), isAtOnce: true }));
      this.next += 1;
    }
    const last = this.next - 1;
    // The screen lists what is on its pages, and one ticket's receipt speaks for all before it.
    await until(
      `${ticketId(last)} on the board`,
      () => cook.ticket(last)?.receipts[STATION]?.listedAt !== undefined,
      FILL_MS,
    );
  }
}

const isToDo = ({ items }: Ticket) =>
  items.some(({ batches }) => batches.some(({ bumped, quantity }) => bumped < quantity));
