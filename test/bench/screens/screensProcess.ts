// All screens of "put to last screen": the product's own clients, or as the floor bare sockets that put the JSON into a map.
import { io } from 'socket.io-client';
import { ticketId } from '../benchTicket.ts';
import { serve } from '../Worker.ts';
import { Arrivals } from './arrivals.ts';
import { openHeardScreen } from './heardScreens.ts';
import { Arrived, Follow } from './messages.ts';

let arrivals = new Arrivals(0);

async function follow(value: unknown): Promise<void> {
  const { kind, screens, url, token, build } = Follow.parse(value);
  arrivals = new Arrivals(screens);
  const onTicket = (n: number) => arrivals.has(n);
  const opened = Array.from({ length: screens }, (_, n) =>
    kind === 'heard'
      ? openHeardScreen({ url, token, build, name: `bench ${n}`, onTicket })
      : openFloorScreen(url, onTicket),
  );
  await Promise.all(opened);
}

const NUMBER_AT = ticketId(0).length - 1;

async function openFloorScreen(url: string, onTicket: (n: number) => void): Promise<void> {
  const socket = io(`${url}/screen`, { transports: ['websocket'], forceNew: true });
  const tickets = new Map<string, unknown>();
  socket.on('put', (ticket: { readonly id: string }) => {
    tickets.set(ticket.id, ticket);
    onTicket(Number(ticket.id.slice(NUMBER_AT)));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

serve({ follow, arrived: (value) => arrivals.all(Arrived.parse(value).upTo) });
