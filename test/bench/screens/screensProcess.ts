// All screens of a measurement: the product's own clients, or as the floor bare sockets that put the JSON into a map.
import { io } from 'socket.io-client';
import { ticketId } from '../benchTicket.ts';
import { Arrived, type Fared, Follow } from '../messages.ts';
import { serve } from '../Worker.ts';
import { Arrivals } from './Arrivals.ts';
import { type HeardScreen, openHeardScreen } from './heardScreen.ts';

const REFUSALS_TOLD = 3;

let arrivals = new Arrivals(0);
let screens: HeardScreen[] = [];
let floorCuts = 0;
let bumped = 0;
const refused: string[] = [];

async function follow(value: unknown): Promise<void> {
  const wanted = Follow.parse(value);
  arrivals = new Arrivals(wanted.screens);
  const numbers = Array.from({ length: wanted.screens }, (_, n) => n);
  if (wanted.kind === 'floor') await Promise.all(numbers.map(() => openFloorScreen(wanted)));
  else screens = await Promise.all(numbers.map((n) => openScreen(wanted, n)));
}

async function openScreen({ url, token, build, screens: all, bumpAfterMs }: Follow, at: number) {
  const onTicket = (n: number) => {
    arrivals.has(n);
    // Everybody cooks: each screen bumps its share.
    if (bumpAfterMs !== null && n % all === at) setTimeout(() => bump(at, n), bumpAfterMs);
  };
  return await openHeardScreen({ url, token, build, name: `bench ${at}`, onTicket });
}

function bump(at: number, n: number): void {
  screens[at]?.bump(n).then(
    () => {
      bumped += 1;
    },
    (problem: unknown) => {
      if (refused.length < REFUSALS_TOLD) refused.push(String(problem));
    },
  );
}

const NUMBER_AT = ticketId(0).length - 1;

async function openFloorScreen({ url, bumpAfterMs }: Follow): Promise<void> {
  const socket = io(`${url}/screen`, { transports: ['websocket'], forceNew: true });
  const tickets = new Map<string, unknown>();
  socket.on('put', (ticket: { readonly id: string }) => {
    tickets.set(ticket.id, ticket);
    arrivals.has(Number(ticket.id.slice(NUMBER_AT)));
    if (bumpAfterMs !== null) socket.emit('receipt', ticket.id);
  });
  socket.on('disconnect', () => {
    floorCuts += 1;
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

serve({
  follow,
  arrived: (value) => {
    const { upTo, withinMs } = Arrived.parse(value);
    return arrivals.all(upTo, withinMs);
  },
  fared: (): Fared => ({
    resyncs: screens.reduce((sum, screen) => sum + screen.resyncs(), 0),
    cuts: floorCuts + screens.reduce((sum, screen) => sum + screen.cuts(), 0),
    bumped,
    refused,
  }),
});
