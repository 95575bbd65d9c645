// A POS that sends one order after the other, each until it is acknowledged, some of them changed a little later.
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { z } from 'zod';
import { answerAsked } from '../line/askedProcess.ts';
import { Answer, ticketOf } from '../pos.ts';
import { type Order, OrdersSetup } from './messages.ts';

const ANSWER_MS = 2_000;
const AGAIN_MS = 50;
/** Who cooks what, in turn: most of it is the grill's. */
const TURNS = [['grill'], ['grill', 'fry'], ['cold'], ['grill', 'fry', 'cold'], ['fry']];
/** One order of so many has a dish added. */
const CHANGED = 6;
const CHANGED_AFTER_MS = 1_500;

answerAsked(OrdersSetup, ({ url, token }) => {
  const orders: Order[] = [];
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  const socket = io(`${url}/pos`, {
    auth: { token },
    transports: ['websocket'],
    reconnectionDelay: 30,
    reconnectionDelayMax: 200,
    timeout: 2_000,
  });

  const deliver = async (order: Order): Promise<void> => {
    const { id, stations, revision } = order;
    const dishes = stations.map((station) => ({
      id: station,
      name: dish(id, station),
      quantity: 1,
      stations: [station],
    }));
    const [first = ''] = stations;
    const extra = { id: 'extra', name: `Extra ${id}`, quantity: 1, stations: [first] };
    const items = revision > 1 ? [...dishes, extra] : dishes;
    const ticket = ticketOf({ id, number: id.slice(1), table: id, revision, items });
    while (order.ackedAt === null) {
      try {
        if (!socket.connected) throw new Error('away');
        const answer = Answer.parse(await socket.timeout(ANSWER_MS).emitWithAck('ticket.put', ticket));
        if (answer.ok) order.ackedAt = Date.now();
      } catch {
        // No answer: the line went, or the hub did. The same ticket is put again.
      }
      if (order.ackedAt === null) await sleep(AGAIN_MS);
    }
  };
  const put = async (stations: readonly string[]): Promise<void> => {
    const n = orders.length + 1;
    const order: Order = { id: `T${n}`, stations: [...stations], revision: 1, ackedAt: null };
    orders.push(order);
    await deliver(order);
    if (n % CHANGED !== 0) return;
    await sleep(CHANGED_AFTER_MS);
    order.revision = 2;
    order.ackedAt = null;
    await deliver(order);
  };
  const putNext = (): void => {
    const putting = put(TURNS[orders.length % TURNS.length] ?? ['grill']);
    underWay.add(putting);
    void putting.finally(() => underWay.delete(putting));
  };
  return {
    /** An order every so often, until `pause`. */
    open: (value) => {
      clearInterval(timer);
      timer = setInterval(putNext, z.number().parse(value));
    },
    /** Resolves when all that was begun is acknowledged. */
    pause: async () => {
      clearInterval(timer);
      await Promise.all(underWay);
    },
    /** One order for these stations; resolves when it is acknowledged. */
    put: (value) => put(z.array(z.string()).parse(value)),
    orders: () => orders,
  };
});

function dish(id: string, station: string): string {
  return `Dish ${id} ${station}`;
}
